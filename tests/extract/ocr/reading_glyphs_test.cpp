// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/reading_glyphs.h"

#include <string_view>

#include <gtest/gtest.h>

#include "tests/extract/ocr/made_pictures.h"

namespace crossfoot {
namespace {

// A line read with careless places; the ink says where its characters stand.
ReadLine LineOf(std::u32string_view text, const PixelBox& box) {
  ReadLine line;
  line.box = box;
  for (const char32_t code : text) {
    ReadSymbol symbol;
    symbol.code = code;
    symbol.box = box;
    symbol.confidence = 0.987F;
    symbol.begins_word = line.symbols.empty();
    line.symbols.push_back(symbol);
  }
  return line;
}

std::vector<ReadSymbol> Never(const PixelBox& /*box*/) { return {}; }

TEST(ReadingGlyphs, SizesBaselinesAndPlacesComeFromTheInk) {
  Raster grey(600, 200, 1, 200);
  // Two Chinese characters, 23 pixels high in a font of 25.
  Fill(&grey, 50, 50, 73, 73, 0);
  Fill(&grey, 76, 50, 98, 73, 0);
  const ReadLine line = LineOf(U"合计", {48, 48, 100, 76});
  PageContent page;
  AppendGlyphs({line}, grey, {}, Never, &page);
  ASSERT_EQ(page.glyphs.size(), 2U);
  EXPECT_NEAR(page.glyphs[0].font_size, 25 * 0.36, 0.3);
  EXPECT_NEAR(page.glyphs[0].box.left, 50 * 0.36, 0.1);
  EXPECT_NEAR(page.glyphs[1].box.right, 98 * 0.36, 0.1);
  EXPECT_EQ(page.glyphs[0].baseline, page.glyphs[1].baseline);
  EXPECT_NEAR(page.glyphs[0].baseline, 71 * 0.36, 0.5);
  EXPECT_FLOAT_EQ(page.glyphs[0].confidence, 0.99F) << "in hundredths";
}

TEST(ReadingGlyphs, ARulingPartsTwoFiguresThatNearlyTouch) {
  Raster grey(600, 200, 1, 200);
  for (const int x : {50, 64, 84, 98}) {
    Fill(&grey, x, 50, x + 10, 68, 0);
  }
  ReadLine line = LineOf(U"1234", {48, 48, 110, 70});
  line.symbols[2].begins_word = true;
  const InkRuling wall{false, 0, 200, 78, 80, 79, 2};
  PageContent page;
  AppendGlyphs({line}, grey, std::vector<InkRuling>{wall}, Never, &page);
  ASSERT_EQ(page.glyphs.size(), 4U);
  EXPECT_LT(page.glyphs[1].box.right, 79 * 0.36);
  EXPECT_GT(page.glyphs[2].box.left, 79 * 0.36);
}

TEST(ReadingGlyphs, FullWidthFiguresBecomeHalfWidthAndOtherReadingsAreKept) {
  Raster grey(300, 200, 1, 200);
  Fill(&grey, 50, 50, 60, 68, 0);
  ReadLine line = LineOf(U"８", {48, 48, 62, 70});
  line.symbols[0].others = {{U'３', 0.4F}, {U'8', 0.2F}};
  PageContent page;
  AppendGlyphs({line}, grey, {}, Never, &page);
  ASSERT_EQ(page.glyphs.size(), 1U);
  EXPECT_EQ(page.glyphs[0].code, U'8');
  ASSERT_EQ(page.others.size(), 1U);
  EXPECT_EQ(page.others[0].code, U'3');
}

TEST(ReadingGlyphs, AFigureWhoseInkDisagreesIsReadAgain) {
  Raster grey(300, 200, 1, 200);
  for (const int x : {50, 64}) {
    Fill(&grey, x, 50, x + 10, 68, 0);
  }
  int asked = 0;
  const auto again = [&](const PixelBox& box) {
    ++asked;
    EXPECT_LT(box.left, 50);
    EXPECT_GT(box.right, 74);
    return LineOf(U"99", box).symbols;
  };
  PageContent page;
  AppendGlyphs({LineOf(U"9", {48, 48, 76, 70})}, grey, {}, again, &page);
  EXPECT_EQ(asked, 1);
  ASSERT_EQ(page.glyphs.size(), 2U);
  EXPECT_LT(page.glyphs[0].confidence, 0.8F) << "it stays in doubt";
}

TEST(ReadingGlyphs, APaleMinusThatRunsIntoItsDigitIsFound) {
  Raster grey(600, 200, 1, 200);
  for (const int x : {60, 74, 88}) {
    Fill(&grey, x, 50, x + 10, 68, 0);
  }
  // A hairline, paler than any digit, and the blur between it and the first digit.
  Fill(&grey, 50, 60, 60, 62, 220);
  PageContent page;
  AppendGlyphs({LineOf(U"287", {48, 48, 110, 70})}, grey, {}, Never, &page);
  ASSERT_EQ(page.glyphs.size(), 4U);
  EXPECT_EQ(page.glyphs[0].code, U'-');
  EXPECT_EQ(page.glyphs[1].code, U'2');
}

TEST(ReadingGlyphs, WhatHasNoInkWasInvented) {
  const Raster grey(300, 200, 1, 200);
  PageContent page;
  AppendGlyphs({LineOf(U"合计", {48, 48, 76, 70})}, grey, {}, Never, &page);
  EXPECT_TRUE(page.glyphs.empty());
}

}  // namespace
}  // namespace crossfoot
