// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/leptonica_image.h"

#include <cmath>

#include <gtest/gtest.h>

#include "tests/extract/ocr/made_pictures.h"

namespace crossfoot {
namespace {

TEST(PictureFile, IsToldByItsContent) {
  EXPECT_EQ(PictureMediaType("\x89PNG\r\n\x1a\n...."), "image/png");
  EXPECT_EQ(PictureMediaType("\xFF\xD8\xFF\xE0"), "image/jpeg");
  EXPECT_EQ(PictureMediaType(std::string_view("II*\0", 4)), "image/tiff");
  EXPECT_EQ(PictureMediaType("%PDF-1.4"), "");
  EXPECT_EQ(PictureMediaType(""), "");
}

TEST(PictureFile, EveryKindOfPixelBecomesGreyOrColour) {
  struct Case {
    const char* what;
    TiffPage page;
    int channels;
    uint8_t first;  // of the first pixel
  };
  const Case cases[] = {
      {"one bit, white is zero", {16, 2, 1, 1, 0, false, std::string(4, '\xFF')}, 1, 0},
      {"one bit, black is zero", {16, 2, 1, 1, 1, false, std::string(4, '\xFF')}, 1, 255},
      {"eight bits", {2, 2, 8, 1, 1, false, "\x40\x40\x40\x40"}, 1, 0x40},
      {"sixteen bits", {1, 2, 16, 1, 1, false, std::string("\x00\x80\x00\x80", 4)}, 1, 0x80},
      {"colour", {1, 2, 8, 3, 2, false, std::string("\x80\x10\x20\x80\x10\x20", 6)}, 3, 0x80},
      {"black of alpha nothing is paper", {1, 1, 8, 4, 2, true, std::string(4, '\0')}, 3, 255},
      {"CMYK", {1, 1, 8, 4, 5, false, std::string(4, '\0')}, 3, 255},
  };
  for (const Case& one : cases) {
    const auto picture = DecodePicture(MakeTiff({one.page}), 0, {});
    ASSERT_TRUE(picture) << one.what << ": " << picture.error().message;
    EXPECT_EQ(picture->width, one.page.width) << one.what;
    EXPECT_EQ(picture->height, one.page.height) << one.what;
    EXPECT_EQ(picture->channels, one.channels) << one.what;
    EXPECT_EQ(picture->pixels.front(), one.first) << one.what;
  }
}

TEST(PictureFile, ATiffHasItsPagesInOrder) {
  Raster a(8, 4, 1, 0, 10);
  Raster b(6, 3, 1, 0, 20);
  const std::string tiff = MakeTiff({GreyPageOf(a), GreyPageOf(b)});
  ASSERT_EQ(CountPictures(tiff, {}).value(), 2);
  EXPECT_EQ(DecodePicture(tiff, 0, {})->pixels.front(), 10);
  EXPECT_EQ(DecodePicture(tiff, 1, {})->pixels.front(), 20);
  EXPECT_FALSE(DecodePicture(tiff, 2, {}));
}

TEST(PictureFile, AHugePictureIsRefusedBeforeItIsDecoded) {
  // The header promises what the file does not hold.
  const TiffPage huge{30'000, 30'000, 8, 1, 1, false, "x"};
  const auto picture = DecodePicture(MakeTiff({huge}), 0, {});
  ASSERT_FALSE(picture);
  EXPECT_EQ(picture.error().code, ErrorCode::kLimitExceeded);
  EXPECT_EQ(picture.error().object, "pixels_per_page");
}

TEST(PictureFile, MorePagesThanTheLimitAreRefused) {
  Limits limits;
  limits.pages = 2;
  const Raster small(2, 2, 1, 0);
  const auto count =
      CountPictures(MakeTiff({GreyPageOf(small), GreyPageOf(small), GreyPageOf(small)}), limits);
  ASSERT_FALSE(count);
  EXPECT_EQ(count.error().code, ErrorCode::kLimitExceeded);
}

TEST(PictureFile, RubbishIsABrokenImage) {
  for (const std::string& bytes :
       {std::string("\x89PNG\r\n\x1a\nrubbish"), std::string("\xFF\xD8\xFF rubbish"),
        std::string("II*\0\xFF\xFF\xFF\xFF", 8), std::string("II*\0", 4)}) {
    const auto picture = DecodePicture(bytes, 0, {});
    ASSERT_FALSE(picture);
    EXPECT_EQ(picture.error().code, ErrorCode::kBrokenImage);
  }
}

TEST(PictureFile, OneThatEndsEarlyIsBrokenAndAJpegMayLackItsEndMark) {
  const std::string jpeg = SampleJpeg();
  ASSERT_FALSE(jpeg.empty());
  for (const size_t size : {jpeg.size() / 2, size_t{100}}) {
    const auto half = DecodePicture(jpeg.substr(0, size), 0, {});
    ASSERT_FALSE(half);
    EXPECT_EQ(half.error().code, ErrorCode::kBrokenImage);
  }
  const auto whole = DecodePicture(jpeg.substr(0, jpeg.size() - 2), 0, {});
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->width, 1654);

  const std::string png = EncodePng(Raster(300, 200, 1, 200));
  ASSERT_TRUE(DecodePicture(png, 0, {}));
  testing::internal::CaptureStderr();
  EXPECT_FALSE(DecodePicture(png.substr(0, png.size() - 20), 0, {}));
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(Skew, IsFoundAndTurnedBack) {
  Raster level(800, 800, 1, 200);
  for (int y = 60; y < 740; y += 40) {
    for (int x = 60; x < 740; x += 14) {
      Fill(&level, x, y, x + 9, y + 16, 0);
    }
  }
  for (const float degrees : {-2.0F, -0.9F, 0.5F, 2.0F}) {
    const auto skew = FindSkew(Rotate(level, degrees));
    ASSERT_TRUE(skew.has_value()) << degrees;
    EXPECT_NEAR(*skew, -degrees, 0.15) << degrees;
  }
}

TEST(Skew, IsNotToldOfAnEmptyOrTinyPicture) {
  EXPECT_FALSE(FindSkew(Raster(1, 1, 1, 200)).has_value());
  EXPECT_FALSE(FindSkew(Raster(400, 400, 1, 200)).has_value());
  EXPECT_FALSE(FindSkew(Raster(400, 400, 1, 200, 0)).has_value());
}

TEST(Quarters, MoveTheTopLeftCornerClockwise) {
  Raster picture(3, 2, 1, 100);
  picture.pixels[0] = 7;
  const Raster once = TurnQuarters(picture, 1);
  EXPECT_EQ(once.width, 2);
  EXPECT_EQ(once.height, 3);
  EXPECT_EQ(once.Row(0)[1], 7);
  EXPECT_EQ(TurnQuarters(picture, 2).Row(1)[2], 7);
}

TEST(Scaling, KeepsTheSizeOfThePage) {
  const Raster half = Scale(Raster(400, 200, 1, 300), 0.5F);
  EXPECT_EQ(half.width, 200);
  EXPECT_EQ(half.height, 100);
  EXPECT_FLOAT_EQ(half.dpi, 150);
}

}  // namespace
}  // namespace crossfoot
