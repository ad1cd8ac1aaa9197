// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/phrase_table.h"

#include <gtest/gtest.h>

namespace crossfoot::normalize {
namespace {

TEST(PhraseTable, FindsTheLongestThatStandsThere) {
  const PhraseTable table({{U"人", 1}, {U"人次", 2}, {U"万元", 3}, {U"人员", 4}, {U"", 5}});
  EXPECT_EQ(table.Longest(U"人次数").value, 2);
  EXPECT_EQ(table.Longest(U"人工").value, 1);
  EXPECT_EQ(table.Longest(U"人").length, 1U);
  EXPECT_FALSE(table.Longest(U"万人"));
  EXPECT_FALSE(table.Longest(U""));
  EXPECT_EQ(table.Find(U"人员"), 4);
  EXPECT_EQ(table.Find(U"人员数"), -1);
}

TEST(PhraseTable, KeepsTheFirstOfTwoEqualPhrases) {
  const PhraseTable table({{U"家", 7}, {U"家", 8}});
  EXPECT_EQ(table.Find(U"家"), 7);
}

}  // namespace
}  // namespace crossfoot::normalize
