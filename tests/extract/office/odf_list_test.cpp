// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/odf_list.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

constexpr const char* kHan = "一, 二, 三, ...";

TEST(OdfList, WritesNumbersAsTheFormatSays) {
  struct Row {
    int number;
    const char* format;
    const char* text;
  };
  for (const Row& row :
       {Row{7, "1", "7"}, Row{1, kHan, "一"}, Row{10, kHan, "十"}, Row{12, kHan, "十二"},
        Row{20, kHan, "二十"}, Row{35, kHan, "三十五"}, Row{105, kHan, "一百零五"},
        Row{110, kHan, "一百一十"}, Row{3, "a", "c"}, Row{4, "I", "IV"}, Row{9, "i", "ix"},
        Row{2, "①, ②, ③, ...", "②"}, Row{21, "①, ②, ③, ...", "21"}, Row{3, "甲, 乙, 丙, ...", "丙"},
        Row{0, kHan, "0"}}) {
    EXPECT_EQ(FormatListNumber(row.number, row.format), row.text);
  }
}

class ListCounter : public testing::Test {
 protected:
  OdfListStyle style_{{{kHan, "%1%、", 1}, {kHan, "（%2%）", 1}, {"1", "%3%.", 1}}};
  OdfListCounter counter_;
};

TEST_F(ListCounter, CountsEachLevelAndBeginsInnerOnesAnew) {
  counter_.BeginList("s", "", false, "");
  EXPECT_EQ(counter_.NextLabel(style_, 1, -1), "一、");
  EXPECT_EQ(counter_.NextLabel(style_, 2, -1), "（一）");
  EXPECT_EQ(counter_.NextLabel(style_, 2, -1), "（二）");
  EXPECT_EQ(counter_.NextLabel(style_, 3, -1), "1.");
  EXPECT_EQ(counter_.NextLabel(style_, 1, -1), "二、");
  EXPECT_EQ(counter_.NextLabel(style_, 2, -1), "（一）");
}

TEST_F(ListCounter, GoesOnAfterTextBetween) {
  counter_.BeginList("s", "a", false, "");
  counter_.NextLabel(style_, 1, -1);
  counter_.BeginList("other", "b", false, "");
  counter_.NextLabel(style_, 1, -1);
  counter_.BeginList("s", "c", true, "");
  EXPECT_EQ(counter_.NextLabel(style_, 1, -1), "二、");
  counter_.BeginList("x", "d", false, "b");
  EXPECT_EQ(counter_.NextLabel(style_, 1, -1), "二、");
  counter_.BeginList("s", "e", false, "");
  EXPECT_EQ(counter_.NextLabel(style_, 1, -1), "一、");
}

TEST_F(ListCounter, TakesTheStartThatTheItemNames) {
  counter_.BeginList("s", "", false, "");
  EXPECT_EQ(counter_.NextLabel(style_, 1, 5), "五、");
  EXPECT_EQ(counter_.NextLabel(style_, 1, -1), "六、");
}

TEST_F(ListCounter, SaysOuterNumbersWhereThePatternNamesThem) {
  const OdfListStyle decimal{{{"1", "%1%", 1}, {"1", "%1%.%2%", 1}}};
  counter_.BeginList("d", "", false, "");
  counter_.NextLabel(decimal, 1, -1);
  EXPECT_EQ(counter_.NextLabel(decimal, 2, -1), "1.1");
  EXPECT_EQ(counter_.NextLabel(decimal, 2, -1), "1.2");
}

TEST_F(ListCounter, SaysNothingOfABulletOrALevelThatIsNotThere) {
  const OdfListStyle bullets{{{"", "", 1}}};
  counter_.BeginList("b", "", false, "");
  EXPECT_EQ(counter_.NextLabel(bullets, 1, -1), "");
  EXPECT_EQ(counter_.NextLabel(bullets, 2, -1), "");
  EXPECT_EQ(counter_.NextLabel(bullets, 11, -1), "");
}

}  // namespace
}  // namespace crossfoot
