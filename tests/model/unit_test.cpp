// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/unit.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(Unit, ConvertsExactlyToItsBase) {
  EXPECT_EQ(StandardUnit("万元")->factor, Decimal(10000));
  EXPECT_EQ(StandardUnit("亿元")->factor, Decimal(100'000'000));
  EXPECT_EQ(StandardUnit("％")->factor, *Decimal::Parse("0.01"));
  EXPECT_EQ(StandardUnit(" 万 元 ")->dimension, Dimension::kMoney);
  EXPECT_EQ(StandardUnit("公顷")->factor, Decimal(10000));
  EXPECT_FALSE(StandardUnit("家"));
}

TEST(Unit, OnlyLikeIsComparedWithLike) {
  const Unit yuan = *StandardUnit("元");
  const Unit ten_thousand = *StandardUnit("万元");
  EXPECT_TRUE(yuan.ComparableWith(ten_thousand));
  EXPECT_FALSE(yuan.ComparableWith(*StandardUnit("美元")));
  EXPECT_FALSE(StandardUnit("美元")->ComparableWith(*StandardUnit("欧元")));
  EXPECT_FALSE(StandardUnit("%")->ComparableWith(*StandardUnit("百分点")));
  const Unit shops{"家", Dimension::kCount, 1, UnitSource::kBeside};
  const Unit people{"人", Dimension::kCount, 1, UnitSource::kBeside};
  EXPECT_FALSE(shops.ComparableWith(people));
  EXPECT_TRUE(shops.ComparableWith(shops));
  EXPECT_FALSE(Unit().ComparableWith(Unit())) << "bare numbers say nothing of what they count";
}

TEST(Unit, CountsInMyriadsAreComparedWithPlainCounts) {
  const Unit shops{"家", Dimension::kCount, 1, UnitSource::kBeside};
  const Unit myriads{"万家", Dimension::kCount, 10000, UnitSource::kBeside};
  EXPECT_TRUE(shops.ComparableWith(myriads));
  EXPECT_EQ(myriads.BaseSymbol(), "家");
  EXPECT_EQ(shops.BaseSymbol(), "家");
  EXPECT_EQ(StandardUnit("万元")->BaseSymbol(), "万元");
}

}  // namespace
}  // namespace crossfoot
