// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/interval.h"

#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

Decimal D(std::string_view text) { return Decimal::Parse(text).value(); }
Interval I(std::string_view text) { return Interval::Parse(text).value(); }

TEST(Interval, APrintedFigureStandsForHalfAUnitOfItsLastDigitOnBothSides) {
  EXPECT_EQ(Interval::Rounded(D("26.60"), 2), I("[26.595, 26.605]"));
  EXPECT_EQ(Interval::Rounded(D("0"), 0), I("[-0.5, 0.5]"));
  EXPECT_EQ(Interval::Rounded(D("1200"), -2), I("[1150, 1250]"));
}

TEST(Interval, ACutOffFigureStandsForWhatLiesBeyondIt) {
  EXPECT_EQ(Interval::Truncated(D("88.19"), 2), I("[88.19, 88.20)"));
  EXPECT_EQ(Interval::Truncated(D("-88.19"), 2), I("(-88.20, -88.19]"));
  EXPECT_EQ(Interval::Truncated(D("0"), 1), I("(-0.1, 0.1)"));
  EXPECT_FALSE(Interval::Truncated(D("88.19"), 2).Contains(D("88.20")));
}

TEST(Interval, TouchingEndsMeetOnlyWhenBothAreClosed) {
  EXPECT_TRUE(I("[1, 2]").Intersects(I("[2, 3]")));
  EXPECT_FALSE(I("[1, 2)").Intersects(I("[2, 3]")));
  EXPECT_FALSE(I("[1, 2]").Intersects(I("(2, 3]")));
  EXPECT_TRUE(I("(-inf, 2]").Intersects(I("[2, +inf)")));
}

TEST(Interval, ThreeRoundedPartsMayMissTheirTotalByTheirHalves) {
  const Interval part = Interval::Rounded(D("12.3"), 1);
  EXPECT_EQ(part + part + part, I("[36.75, 37.05]"));
}

TEST(Interval, ArithmeticKeepsOpenEnds) {
  EXPECT_EQ(I("[1, 2)") + I("[10, 20]"), I("[11, 22)"));
  EXPECT_EQ(I("[1, 2)") - I("[10, 20]"), I("[-19, -8)"));
  EXPECT_EQ(I("[-1, 2)") * I("[3, 4]"), I("[-4, 8)"));
  EXPECT_EQ(-I("[1, 2)"), I("(-2, -1]"));
  EXPECT_EQ(I("(0, 2)") * I("[0, 4]"), I("[0, 8)"));
}

TEST(Interval, UnboundedSidesStayUnbounded) {
  EXPECT_EQ(Interval::AtLeast(D("5")) + I("[1, 2]"), I("[6, +inf)"));
  EXPECT_EQ(Interval::AtLeast(D("5")) * I("[-2, -1]"), I("(-inf, -5]"));
  EXPECT_TRUE(Interval::Everything().Contains(D("-7")));
}

TEST(Interval, DividingByWhatMayBeZeroGivesNothing) {
  EXPECT_FALSE(Interval::Divide(I("[1, 2]"), I("[-1, 1]")));
  EXPECT_FALSE(Interval::Divide(I("[1, 2]"), I("[0, 1]")));
  EXPECT_FALSE(Interval::Divide(I("[1, 2]"), I("(0, 1]")));
}

TEST(Interval, DividesOutwards) {
  const auto third = Interval::Divide(I("[1, 1]"), I("[3, 3]"));
  ASSERT_TRUE(third);
  EXPECT_LT(third->low()->value * D("3"), D("1"));
  EXPECT_GT(third->high()->value * D("3"), D("1"));
  EXPECT_EQ(*Interval::Divide(I("[6, 8]"), I("[2, 4]")), I("[1.5, 4]"));
  EXPECT_EQ(*Interval::Divide(I("[6, 8]"), Interval::AtLeast(D("2"))), I("(0, 4]"));
}

TEST(Interval, AnEndThatDidNotFitMakesItInvalid) {
  const Interval huge(D(std::string(37, '9')));
  const Interval product = huge * huge;
  EXPECT_FALSE(product.valid());
  EXPECT_FALSE(product.Intersects(Interval::Everything()));
}

struct Sampled {
  Interval interval;
  Decimal inside;
};

std::vector<Sampled> Sample(size_t count) {
  std::mt19937_64 random(415);  // NOLINT(bugprone-random-generator-seed): repeatable on purpose
  const auto value = [&] {
    return Decimal::FromParts(static_cast<int64_t>(random() % 2'000'001) - 1'000'000,
                              static_cast<int>(random() % 4));
  };
  std::vector<Sampled> sample;
  while (sample.size() < count) {
    Decimal a = value();
    Decimal b = value();
    if (b < a) {
      std::swap(a, b);
    }
    const Decimal middle = (a + b) * D("0.5");
    switch (random() % 4) {
      case 0:
        sample.push_back({Interval::Closed(a, b), a});
        break;
      case 1:
        sample.push_back({Interval::AtLeast(a), b});
        break;
      case 2:
        sample.push_back({Interval::AtMost(b), a});
        break;
      default:
        if (a < b) {
          sample.push_back({Interval(Interval::End{a, true}, Interval::End{b, true}), middle});
        }
    }
  }
  return sample;
}

TEST(Interval, ParseOfPrintIsIdentity) {
  for (const Sampled& s : Sample(1000)) {
    const auto again = Interval::Parse(s.interval.ToString());
    ASSERT_TRUE(again) << s.interval.ToString();
    EXPECT_EQ(*again, s.interval);
  }
  for (const char* text : {"", "[]", "[1]", "[1,2]", "[a, b]", "1, 2", "[1, 2"}) {
    EXPECT_FALSE(Interval::Parse(text)) << text;
  }
}

TEST(Interval, ArithmeticContainsEverySampledPointResult) {
  const std::vector<Sampled> sample = Sample(4000);
  for (size_t i = 0; i + 1 < sample.size(); i += 2) {
    const Sampled& a = sample[i];
    const Sampled& b = sample[i + 1];
    ASSERT_TRUE(a.interval.Contains(a.inside));
    EXPECT_TRUE((a.interval + b.interval).Contains(a.inside + b.inside));
    EXPECT_TRUE((a.interval - b.interval).Contains(a.inside - b.inside));
    EXPECT_TRUE((a.interval * b.interval).Contains(a.inside * b.inside))
        << a.interval.ToString() << " * " << b.interval.ToString() << " lacks "
        << (a.inside * b.inside).ToString();
    EXPECT_TRUE(a.interval.Hull(b.interval).Contains(b.inside));
    if (const auto quotient = Interval::Divide(a.interval, b.interval)) {
      const Decimal low = Decimal::Divide(a.inside, b.inside, 20, Rounding::kDown);
      const Decimal high = Decimal::Divide(a.inside, b.inside, 20, Rounding::kUp);
      EXPECT_TRUE(quotient->Intersects(Interval::Closed(low, high)))
          << a.interval.ToString() << " / " << b.interval.ToString();
    }
  }
}

}  // namespace
}  // namespace crossfoot
