// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

Text TwoLines() {
  Text text;
  text.Append("工资福利支出 301.49", Place{0, 213, 5, {}});
  text.Append("元、商品", Place{0, 215, 1, {}});
  return text;
}

TEST(Text, LeadsEachCharacterBackToItsLineAndColumn) {
  const Text text = TwoLines();
  const size_t figure = text.utf8().find("301.49");
  const Place place = text.PlaceOf(figure, figure + 6);
  EXPECT_EQ(place.line, 213);
  EXPECT_EQ(place.column, 5 + 7);
  const size_t yuan = text.utf8().find("元");
  EXPECT_EQ(text.PlaceOf(yuan, yuan + 3).line, 215);
  EXPECT_EQ(text.PlaceOf(yuan, yuan + 3).column, 1);
}

TEST(Text, GivesOnePlaceForEachPrintedLineOfAWrappedFigure) {
  const Text text = TwoLines();
  const size_t figure = text.utf8().find("301.49");
  const auto places = text.PlacesOf(figure, figure + 9);
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[1].line, 215);
}

TEST(Text, SharesASegmentsBoxOutOverItsCharacters) {
  Text text;
  text.Append("合计", Place{3, 0, 0, Box{100, 10, 120, 20}});
  text.Append("12.50", Place{3, 0, 0, Box{120, 11, 145, 21}});
  const Place place = text.PlaceOf(6, 8);  // "12"
  ASSERT_TRUE(place.box);
  EXPECT_FLOAT_EQ(place.box->left, 120);
  EXPECT_FLOAT_EQ(place.box->right, 130);
  const auto all = text.PlacesOf(0, text.utf8().size());
  ASSERT_EQ(all.size(), 1U) << "one printed line, though digits and Chinese differ in height";
  EXPECT_EQ(*all[0].box, (Box{100, 10, 145, 21}));
}

TEST(Text, SharesABoxOutTheWayItsWritingRuns) {
  const struct {
    int direction;
    Box first, last;  // of the first two and of the last two of five characters
  } cases[] = {{0, {0, 0, 20, 50}, {30, 0, 50, 50}},
               {90, {0, 0, 50, 20}, {0, 30, 50, 50}},
               {180, {30, 0, 50, 50}, {0, 0, 20, 50}},
               {270, {0, 30, 50, 50}, {0, 0, 50, 20}}};
  for (const auto& one : cases) {
    Text text;
    text.Append("12.50", Place{1, 0, 0, Box{0, 0, 50, 50}, one.direction});
    EXPECT_EQ(*text.PlaceOf(0, 2).box, one.first) << one.direction;
    EXPECT_EQ(*text.PlaceOf(3, 5).box, one.last) << one.direction;
  }
}

TEST(Text, APrintedLineMayRunDownThePage) {
  Text text;
  text.Append("合计", Place{1, 0, 0, Box{100, 10, 110, 30}, 90});
  text.Append("12.50", Place{1, 0, 0, Box{100, 30, 110, 55}, 90});
  text.Append("下一行", Place{1, 0, 0, Box{85, 10, 95, 40}, 90});
  const auto places = text.PlacesOf(0, text.utf8().size());
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(*places[0].box, (Box{100, 10, 110, 55}));
}

TEST(Text, TheLeastConfidenceOfItsCharactersIsAWordsConfidence) {
  Text text;
  text.Append("合计", {}, 0.9F);
  text.Append("12", {}, 0.4F);
  EXPECT_FLOAT_EQ(text.ConfidenceOf(0, 6), 0.9F);
  EXPECT_FLOAT_EQ(text.ConfidenceOf(0, 8), 0.4F);
}

TEST(Text, AsksForNoPlaceOutsideItself) {
  EXPECT_EQ(Text().PlaceOf(0, 10), Place{});
  EXPECT_EQ(TwoLines().View(500, 900), "");
  EXPECT_EQ(TwoLines().PlaceOf(5000, 9000).line, 215);
}

TEST(Text, AppendingATextKeepsItsPlaces) {
  Text text = TwoLines();
  Text more;
  more.Append("续", Place{0, 300, 2, {}});
  text.Append(more);
  EXPECT_EQ(text.PlaceOf(text.utf8().size() - 3, text.utf8().size()).line, 300);
}

}  // namespace
}  // namespace crossfoot
