// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/ruling_ink.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/extract/ocr/made_pictures.h"

namespace crossfoot {
namespace {

int CountInk(const Raster& grey) {
  return static_cast<int>(std::count_if(grey.pixels.begin(), grey.pixels.end(),
                                        [](uint8_t pixel) { return pixel < 128; }));
}

TEST(RulingInk, AGridIsFoundAndErasedWhole) {
  Raster grey(600, 400, 1, 200);
  for (const int y : {50, 150, 250}) {
    Fill(&grey, 50, y, 550, y + 3, 0);
  }
  for (const int x : {50, 300, 547}) {
    Fill(&grey, x, 50, x + 3, 253, 0);
  }
  const std::vector<InkRuling> rulings = TakeRulings(&grey);
  EXPECT_EQ(std::count_if(rulings.begin(), rulings.end(),
                          [](const InkRuling& r) { return r.horizontal; }),
            3);
  EXPECT_EQ(std::count_if(rulings.begin(), rulings.end(),
                          [](const InkRuling& r) { return !r.horizontal; }),
            3);
  EXPECT_NEAR(rulings.front().position, 51.5, 0.6);
  EXPECT_NEAR(rulings.front().thickness, 3, 0.2);
  EXPECT_EQ(CountInk(grey), 0);
}

TEST(RulingInk, ADriftingRulingIsOne) {
  Raster grey(1000, 100, 1, 200);
  for (int x = 20; x < 980; ++x) {
    const int y = 50 + x / 250;
    Fill(&grey, x, y, x + 1, y + 2, 0);
  }
  const std::vector<InkRuling> rulings = TakeRulings(&grey);
  ASSERT_EQ(rulings.size(), 1U);
  EXPECT_EQ(rulings.front().from, 20);
  EXPECT_EQ(rulings.front().to, 980);
  EXPECT_EQ(CountInk(grey), 0);
}

TEST(RulingInk, CharactersStay) {
  Raster grey(600, 200, 1, 200);
  // Strokes as long as a heading's.
  Fill(&grey, 100, 80, 160, 86, 0);
  Fill(&grey, 127, 50, 133, 116, 0);
  const int before = CountInk(grey);
  EXPECT_TRUE(TakeRulings(&grey).empty());
  EXPECT_EQ(CountInk(grey), before);
}

TEST(RulingInk, AStrokeThatCrossesKeepsItsInk) {
  Raster grey(600, 200, 1, 200);
  Fill(&grey, 50, 100, 550, 103, 0);
  Fill(&grey, 300, 80, 306, 124, 0);
  TakeRulings(&grey);
  EXPECT_LT(grey.Row(101)[303], 128) << "the crossing";
  EXPECT_EQ(grey.Row(101)[200], 255);
}

TEST(RulingInk, AHairlineOfGreyIsFoundAlsoBeneathWhatTouchesIt) {
  Raster grey(600, 200, 1, 200);
  Fill(&grey, 50, 50, 550, 51, 215);
  Fill(&grey, 50, 150, 550, 152, 225);
  Fill(&grey, 200, 20, 230, 50, 0);  // a character that stands on it
  const int before = CountInk(grey);
  const std::vector<InkRuling> rulings = TakeRulings(&grey);
  ASSERT_EQ(rulings.size(), 2U);
  EXPECT_EQ(rulings[0].from, 50);
  EXPECT_EQ(rulings[0].to, 550);
  EXPECT_EQ(grey.Row(150)[300], 255);
  EXPECT_GT(CountInk(grey), before / 2);
}

TEST(RulingInk, TwoHairlinesBesideEachOtherAreRulings) {
  Raster grey(200, 600, 1, 200);
  Fill(&grey, 100, 50, 101, 550, 200);
  Fill(&grey, 103, 50, 104, 550, 200);
  EXPECT_FALSE(TakeRulings(&grey).empty());
  EXPECT_EQ(grey.Row(300)[100], 255);
  EXPECT_EQ(grey.Row(300)[103], 255);
}

TEST(RulingInk, BoldCharactersInARowAreNone) {
  Raster grey(800, 200, 1, 200);
  // The strokes of three characters on one level, nearly touching, with others above and below.
  for (int x = 100; x < 220; x += 40) {
    for (const int y : {80, 90, 100}) {
      Fill(&grey, x, y, x + 37, y + 5, 0);
    }
    Fill(&grey, x + 15, 76, x + 20, 110, 0);
  }
  const int before = CountInk(grey);
  EXPECT_TRUE(TakeRulings(&grey).empty());
  EXPECT_EQ(CountInk(grey), before);
}

TEST(RulingInk, AShortUprightBetweenTwoLevelOnesIsOne) {
  Raster grey(600, 300, 1, 200);
  for (const int y : {50, 110}) {
    Fill(&grey, 50, y, 550, y + 2, 0);
  }
  Fill(&grey, 300, 52, 302, 110, 0);
  Fill(&grey, 400, 160, 402, 218, 0);  // alone: the stroke of a heading
  const std::vector<InkRuling> rulings = TakeRulings(&grey);
  ASSERT_EQ(rulings.size(), 3U);
  EXPECT_FALSE(rulings.back().horizontal);
  EXPECT_NEAR(rulings.back().position, 301, 0.6);
  EXPECT_LT(grey.Row(200)[400], 128);
}

TEST(RulingInk, ABlackPageHasNone) {
  Raster grey(300, 300, 1, 200, 0);
  EXPECT_TRUE(TakeRulings(&grey).empty());
  Raster none;
  EXPECT_TRUE(TakeRulings(&none).empty());
}

}  // namespace
}  // namespace crossfoot
