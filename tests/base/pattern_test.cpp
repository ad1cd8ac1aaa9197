// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/pattern.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(Pattern, FindsByByteOffsetsAndGivesItsGroups) {
  const Pattern share("占(本年)?(支出|收入)");
  const std::string text = "甲占支出，乙占本年收入";
  Pattern::Match match;
  ASSERT_TRUE(share.Find(text, 0, &match));
  EXPECT_EQ(match.group[0], "占支出");
  EXPECT_EQ(match.group[1].data(), nullptr);
  EXPECT_EQ(match.group[2], "支出");
  EXPECT_EQ(text.substr(match.begin, match.end - match.begin), "占支出");
  ASSERT_TRUE(share.Find(text, match.end, &match));
  EXPECT_EQ(match.group[1], "本年");
  EXPECT_FALSE(share.Find(text, match.end, &match));
  EXPECT_FALSE(share.Find(text, text.size() + 5, &match));
}

TEST(Pattern, MatchesWholesAndParts) {
  const Pattern number("[0-9]+");
  EXPECT_TRUE(number.FullMatch("123"));
  EXPECT_FALSE(number.FullMatch("123a"));
  EXPECT_TRUE(number.Contains("a123a"));
}

TEST(Pattern, TextBeforeTheStartStillCountsForAnchors) {
  const Pattern first("^b");
  EXPECT_FALSE(first.Find("ab", 1, nullptr));
}

TEST(Pattern, RunsInLinearTimeOnWhatExplodesElsewhere) {
  const Pattern nested("(a+)+$");
  EXPECT_FALSE(nested.FullMatch(std::string(200'000, 'a') + "b"));
}

}  // namespace
}  // namespace crossfoot
