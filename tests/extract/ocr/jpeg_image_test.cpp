// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/jpeg_image.h"

#include <string>

#include <gtest/gtest.h>

#include "extract/ocr/leptonica_image.h"
#include "tests/extract/ocr/made_pictures.h"

namespace crossfoot {
namespace {

constexpr int64_t kMost = 100'000'000;

TEST(JpegImage, IsDecodedWithItsResolution) {
  const auto picture = DecodeJpeg(SampleJpeg(), kMost);
  ASSERT_TRUE(picture);
  EXPECT_EQ(picture->width, 1654);
  EXPECT_EQ(picture->height, 2339);
  EXPECT_FALSE(picture->damaged);
  const auto header = ReadJpegHeader(SampleJpeg());
  ASSERT_TRUE(header);
  EXPECT_EQ(header->components, picture->channels);
  EXPECT_FALSE(DecodeJpeg(SampleJpeg(), 1000)) << "more pixels than wanted";
}

TEST(JpegImage, WhatIsMissingIsToldAndNothingIsPrinted) {
  const std::string whole = SampleJpeg();
  testing::internal::CaptureStderr();
  const auto half = DecodeJpeg(whole.substr(0, whole.size() / 2), kMost);
  ASSERT_TRUE(half);
  EXPECT_TRUE(half->damaged);
  std::string garbled = whole;
  for (size_t i = garbled.size() / 3; i < garbled.size() / 3 + 40; ++i) {
    garbled[i] = static_cast<char>(garbled[i] ^ 0x5A);
  }
  const auto senseless = DecodeJpeg(garbled, kMost);
  ASSERT_TRUE(senseless);
  EXPECT_TRUE(senseless->damaged);
  EXPECT_FALSE(DecodeJpeg(whole.substr(0, 200), kMost));
  EXPECT_FALSE(DecodePicture(whole.substr(0, whole.size() / 2), 0, {}));
  EXPECT_FALSE(DecodePicture(whole.substr(0, 200), 0, {}));
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(JpegImage, TheEndMarkMayBeMissing) {
  const std::string whole = SampleJpeg();
  const auto picture = DecodeJpeg(whole.substr(0, whole.size() - 2), kMost);
  ASSERT_TRUE(picture);
  EXPECT_FALSE(picture->damaged);
}

TEST(JpegImage, RubbishIsNone) {
  EXPECT_FALSE(DecodeJpeg("", kMost));
  EXPECT_FALSE(DecodeJpeg("\xFF\xD8\xFFrubbish", kMost));
  EXPECT_FALSE(ReadJpegHeader("\x89PNG"));
}

}  // namespace
}  // namespace crossfoot
