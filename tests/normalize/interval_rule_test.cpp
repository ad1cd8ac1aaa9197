// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/interval_rule.h"

#include <gtest/gtest.h>

#include "normalize/numeral.h"

namespace crossfoot::normalize {
namespace {

Interval Of(std::string_view digits, std::string_view symbol, Widening widening = Widening::kNone) {
  const Characters text(digits);
  Reading reading;
  reading.numeral = *ReadArabic(text, 0);
  reading.value = reading.numeral.value;
  reading.widening = widening;
  return IntervalOf(reading, StandardUnit(symbol).value_or(Unit{}));
}

TEST(IntervalRule, IsHalfAUnitOfTheLastPrintedDigit) {
  EXPECT_EQ(Of("26.60", "万元").ToString(), "[265950, 266050]");
  EXPECT_EQ(Of("26.6", "万元").ToString(), "[265500, 266500]");
  EXPECT_EQ(Of("100", "%").ToString(), "[0.995, 1.005]");
  EXPECT_EQ(Of("36250", "元").ToString(), "[36249.5, 36250.5]");
}

TEST(IntervalRule, IsExactForFenScoresZerosAndBareWholeNumbers) {
  EXPECT_TRUE(Of("1234.56", "元").IsPoint());
  EXPECT_TRUE(Of("96.9", "分").IsPoint());
  EXPECT_TRUE(Of("0", "万元").IsPoint());
  EXPECT_TRUE(Of("0.00", "万元").IsPoint());
  EXPECT_TRUE(Of("12", "").IsPoint());
  EXPECT_FALSE(Of("12.5", "").IsPoint());
  EXPECT_FALSE(Of("0", "%").IsPoint());
}

TEST(IntervalRule, WidensByTheStepTheAuthorRoundedIn) {
  EXPECT_EQ(Of("4100", "", Widening::kAbout).ToString(), "[4000, 4200]");
  EXPECT_EQ(Of("1000", "", Widening::kAbout).ToString(), "[500, 1500]");
  EXPECT_EQ(Of("1000", "", Widening::kNear).ToString(), "[500, 1000]");
  EXPECT_EQ(Of("350", "", Widening::kMore).ToString(), "[350, 360]");
  EXPECT_EQ(Of("5", "", Widening::kAbove).ToString(), "[5, +inf)");
  EXPECT_EQ(Of("5", "", Widening::kBelow).ToString(), "(-inf, 5]");
}

TEST(IntervalRule, SaysNothingOfAValueThatDidNotFit) {
  Reading reading;
  reading.value = Decimal::Invalid();
  reading.widening = Widening::kAbout;
  EXPECT_FALSE(IntervalOf(reading, Unit{}).valid());
}

}  // namespace
}  // namespace crossfoot::normalize
