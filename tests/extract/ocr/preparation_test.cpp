// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <gtest/gtest.h>

#include "extract/ocr/background.h"
#include "extract/ocr/picture_page.h"
#include "extract/ocr/raster.h"
#include "extract/ocr/seal.h"
#include "extract/ocr/smoothing.h"
#include "tests/extract/ocr/made_pictures.h"

namespace crossfoot {
namespace {

void Paint(Raster* picture, int x, int y, uint8_t red, uint8_t green, uint8_t blue) {
  uint8_t* pixel = picture->Row(y) + 3 * x;
  pixel[0] = red;
  pixel[1] = green;
  pixel[2] = blue;
}

// A ring 40 mm wide about (400, 400), as a seal leaves it, on 200 dpi.
Raster WithSeal() {
  Raster picture(800, 800, 3, 200);
  for (int y = 0; y < 800; ++y) {
    for (int x = 0; x < 800; ++x) {
      const double r = std::hypot(x - 400, y - 400);
      if (r > 140 && r < 157) {
        Paint(&picture, x, y, 220, 60, 60);
      }
    }
  }
  return picture;
}

TEST(Seal, BecomesPaperAndThePrintBeneathItStays) {
  Raster picture = WithSeal();
  for (int y = 395; y < 405; ++y) {
    for (int x = 200; x < 300; ++x) {
      // Black print; under the seal it is a dark red.
      const bool under = x > 243 && x < 260;
      Paint(&picture, x, y, under ? 60 : 20, 20, 20);
    }
  }
  const GreyPage page = ToGreyWithoutSeals(picture);
  ASSERT_EQ(page.seals.size(), 1U);
  EXPECT_EQ(page.grey.Row(400)[551], 255) << "the ring is gone";
  EXPECT_LT(page.grey.Row(400)[250], 80) << "print under the ring stays";
  EXPECT_LT(page.grey.Row(400)[220], 80);
}

TEST(Seal, IsNotARedLetterheadNorARedFigure) {
  Raster picture(1600, 400, 3, 200);
  for (int x = 200; x < 1400; ++x) {
    for (int y = 100; y < 180; ++y) {
      Paint(&picture, x, y, 210, 30, 30);
    }
  }
  for (int x = 300; x < 360; ++x) {
    for (int y = 300; y < 320; ++y) {
      Paint(&picture, x, y, 210, 30, 30);
    }
  }
  const GreyPage page = ToGreyWithoutSeals(picture);
  EXPECT_TRUE(page.seals.empty());
  EXPECT_LT(page.grey.Row(140)[700], 120);
  EXPECT_LT(page.grey.Row(310)[330], 120);
}

TEST(Background, ShadingBecomesWhiteAndPrintStaysDark) {
  Raster grey(640, 640, 1, 200);
  for (int y = 0; y < 640; ++y) {
    for (int x = 0; x < 640; ++x) {
      grey.Row(y)[x] = static_cast<uint8_t>(230 - x / 8);
    }
  }
  Fill(&grey, 100, 300, 540, 304, 40);
  DivideByBackground(&grey);
  EXPECT_EQ(grey.Row(100)[20], 255);
  EXPECT_EQ(grey.Row(100)[620], 255);
  EXPECT_LT(grey.Row(301)[120], 80);
  EXPECT_LT(grey.Row(301)[520], 110);
}

TEST(Background, ABlackPageStaysBlackAndATinyOneIsBorne) {
  Raster black(300, 300, 1, 200, 0);
  DivideByBackground(&black);
  EXPECT_EQ(black.Row(150)[150], 0);
  Raster tiny(1, 1, 1, 200, 90);
  DivideByBackground(&tiny);
  Raster none;
  DivideByBackground(&none);
  EXPECT_TRUE(none.empty());
}

TEST(Smoothing, ABlurKeepsTheSumOfLight) {
  Raster grey(21, 21, 1, 200, 0);
  grey.Row(10)[10] = 255;
  Blur(1.0F, &grey);
  int sum = 0;
  for (const uint8_t pixel : grey.pixels) {
    sum += pixel;
  }
  EXPECT_NEAR(sum, 255, 30);
  EXPECT_GT(grey.Row(10)[10], grey.Row(10)[11]);
  EXPECT_EQ(grey.Row(10)[11], grey.Row(11)[10]);
}

TEST(Smoothing, AMedianTakesSpecksAndLeavesEdges) {
  Raster grey(20, 20, 1, 200);
  grey.Row(5)[5] = 0;
  Fill(&grey, 10, 0, 20, 20, 0);
  Median3x3(&grey);
  EXPECT_EQ(grey.Row(5)[5], 255);
  EXPECT_EQ(grey.Row(10)[9], 255);
  EXPECT_EQ(grey.Row(10)[10], 0);
}

TEST(LikelyDpi, IsNotBelievedWhenThePageWouldBeAStampOrAWall) {
  EXPECT_FLOAT_EQ(LikelyDpi(Raster(1654, 2339, 1, 200)), 200);
  EXPECT_NEAR(LikelyDpi(Raster(1654, 2339, 1, 0)), 200, 1);
  EXPECT_NEAR(LikelyDpi(Raster(1654, 2339, 1, 1)), 200, 1);
  EXPECT_NEAR(LikelyDpi(Raster(1654, 2339, 1, 2400)), 200, 1);
  EXPECT_GE(LikelyDpi(Raster(1, 1, 1, 0)), 1);
}

}  // namespace
}  // namespace crossfoot
