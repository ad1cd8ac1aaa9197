// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/page_view.h"

#include <gtest/gtest.h>

#include "extract/ocr/leptonica_image.h"
#include "tests/extract/ocr/made_pictures.h"

namespace crossfoot {
namespace {

TEST(PageView, APageIsASmallPictureWithTheMeasureOfItsPaper) {
  const Source source{"scan.pdf", ReadSample("scanned-notice-2023.pdf")};
  const auto view = ViewPage(source, 1);
  ASSERT_TRUE(view) << view.error().message;
  EXPECT_NEAR(view->page_width, 595, 2);
  EXPECT_NEAR(view->page_height, 842, 2);
  EXPECT_LT(view->png.size(), 300'000U);
  const auto shown = DecodePicture(view->png, 0, {});
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->width, view->width);
  EXPECT_EQ(shown->height, view->height);
  EXPECT_EQ(ViewPage(source, 1)->png, view->png);
  EXPECT_FALSE(ViewPage(source, 2));
  EXPECT_FALSE(ViewPage(source, 0));
}

TEST(PageView, ATextHasLinesAndNoPages) {
  const Source source{"a.txt", "第一行\n第二行 12.5万元\n"};
  EXPECT_EQ(*ViewText(source), source.bytes);
  EXPECT_FALSE(ViewPage(source, 1));
  EXPECT_FALSE(ViewText({"scan.pdf", ReadSample("scanned-notice-2023.pdf")}));
}

TEST(PageView, ColourSurvivesAndGreyNeedsNone) {
  Raster picture(40, 30, 3, 72, 255);
  for (int x = 0; x < 20; ++x) {
    picture.Row(5)[3 * x + 1] = 0;
    picture.Row(5)[3 * x + 2] = 0;
  }
  const auto red = DecodePicture(EncodePng(picture), 0, {});
  ASSERT_TRUE(red);
  ASSERT_EQ(red->channels, 3);
  EXPECT_GT(red->Row(5)[0], 200);
  EXPECT_LT(red->Row(5)[1], 60);
  const auto grey = DecodePicture(EncodePng(Raster(40, 30, 3, 72, 128)), 0, {});
  ASSERT_TRUE(grey);
  EXPECT_EQ(grey->channels, 1);
  EXPECT_NEAR(grey->Row(0)[0], 128, 10);
}

}  // namespace
}  // namespace crossfoot
