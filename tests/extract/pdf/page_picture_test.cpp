// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/page_picture.h"

#include <gtest/gtest.h>

#include "tests/extract/ocr/made_pictures.h"

namespace crossfoot {
namespace {

TEST(PagePicture, AScanIsPaintedAtItsOwnResolution) {
  const std::string pdf = ReadSample("scanned-notice-2023.pdf");
  auto pictures = OpenPdfPictures(pdf, {});
  ASSERT_TRUE(pictures) << pictures.error().message;
  const auto picture = (*pictures)->Picture(1);
  ASSERT_TRUE(picture) << picture.error().message;
  EXPECT_NEAR(picture->dpi, 200, 1);
  EXPECT_NEAR(picture->width, 1654, 2);
  EXPECT_EQ(picture->channels, 3);
  EXPECT_FALSE((*pictures)->Picture(2));
  EXPECT_FALSE((*pictures)->Picture(0));
}

TEST(PagePicture, APageLargerThanTheLimitIsNotPainted) {
  const std::string pdf = ReadSample("scanned-notice-2023.pdf");
  Limits limits;
  limits.pixels_per_page = 1000;
  auto pictures = OpenPdfPictures(pdf, limits);
  ASSERT_TRUE(pictures);
  const auto picture = (*pictures)->Picture(1);
  ASSERT_FALSE(picture);
  EXPECT_EQ(picture.error().code, ErrorCode::kLimitExceeded);
}

TEST(PagePicture, RubbishIsNotOpened) { EXPECT_FALSE(OpenPdfPictures("rubbish", {})); }

}  // namespace
}  // namespace crossfoot
