// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fact_text.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(FactText, ParseOfPrintIsIdentity) {
  for (const std::string line : {
           "budget.total | 年初安排预算数 | opening_budget | 2023 | 392.92 万元 | - | L125 | "
           "[3929150, 3929250]",
           "- | 在职人员 | - | 2023-end | 19 人 | - | L77 | [19, 19]",
           "- | 增长 | - | - | 13.29 % | about increase | P3 | [0.13285, 0.13295]",
           "- | - | - | - | 5 | - | - | [5, 5]",
           "- | 企业 | - | - | 26000 家 | more_than | L1 | [26000, +inf)",
       }) {
    const auto facts = ReadFacts(line);
    ASSERT_TRUE(facts) << facts.error().ToString();
    ASSERT_EQ(facts->size(), 1U);
    EXPECT_EQ(PrintFact(facts->front()), line);
  }
}

TEST(FactText, WithoutAnIntervalThePrintedDigitsSayIt) {
  const auto facts = ReadFacts(
      "# money is half a unit of its last digit either way\n- | x | - | - | 26.60 万元\n");
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->front().quantity.interval, *Interval::Parse("[265950, 266050]"));
  EXPECT_EQ(facts->front().quantity.BaseValue(), Decimal(266000));
}

TEST(FactText, AMistakeNamesItsLine) {
  for (const char* bad : {"- | x | - | - | 1,5 元", "- | x", "- | x | nonsense | - | 1",
                          "- | x | - | abcd | 1", "- | x | - | - | 1 | wobbly",
                          "- | x | - | - | 1 | - | Q3", "- | x | - | - | 1 | - | L1 | [1"}) {
    const auto facts = ReadFacts(std::string("- | ok | - | - | 1\n\n") + bad);
    ASSERT_FALSE(facts) << bad;
    EXPECT_EQ(facts.error().line, 3) << bad;
  }
}

}  // namespace
}  // namespace crossfoot
