// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fact.h"

#include <type_traits>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

static_assert(!std::is_default_constructible_v<Fact>, "a fact without an anchor cannot be made");

TEST(Fact, NamesOfScopesLeadBack) {
  for (int i = 0; i <= static_cast<int>(Scope::kClosingBalance); ++i) {
    const auto scope = static_cast<Scope>(i);
    EXPECT_EQ(ScopeFromName(ScopeName(scope)), scope);
  }
  EXPECT_FALSE(ScopeFromName("nonsense"));
}

TEST(Fact, QualifiersAreASet) {
  const Qualifier both = Qualifier::kAbout | Qualifier::kIncrease;
  EXPECT_TRUE(Has(both, Qualifier::kIncrease));
  EXPECT_FALSE(Has(both, Qualifier::kDecrease));
  EXPECT_EQ(QualifierNames(both), (std::vector<std::string_view>{"about", "increase"}));
}

TEST(Fact, ATargetPeriodPrintsItsKind) {
  EXPECT_EQ((Period{2023, Period::Kind::kYearEnd, true}).ToString(), "2023-end");
  EXPECT_EQ((Period{2023, Period::Kind::kYear, false}).ToString(), "2023");
  EXPECT_EQ(Period{}.ToString(), "");
}

TEST(Fact, ItsBaseValueIsExact) {
  const Quantity q{*Decimal::Parse("581.6434"), *StandardUnit("万元"), {}};
  EXPECT_EQ(q.BaseValue(), Decimal(5816434));
}

}  // namespace
}  // namespace crossfoot
