// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/across/identities.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

ReportContents ReportOf(const std::vector<std::pair<std::string, int64_t>>& figures) {
  ReportContents report;
  report.who.year = 2023;
  for (const auto& [words, value] : figures) {
    StoredFact fact;
    fact.words = words;
    fact.base = fact.low = fact.high = Decimal(value);
    fact.year = 2023;
    report.facts.push_back(fact);
  }
  return report;
}

TEST(Identities, NearlyAllMustKeepThem) {
  IdentityMiner miner;
  for (int64_t i = 1; i <= 9; ++i) {
    miner.Add(ReportOf({{"a", i}, {"b", i == 9 ? 100 : i}, {"c", 1000 + (i * i)}}));
  }
  const auto found = miner.Identities();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0], (StoredIdentity{"a", "b", 8, 9}));
  miner.Add(ReportOf({{"a", 20}, {"b", 21}}));
  EXPECT_TRUE(miner.Identities().empty()) << "two of ten break it";
}

TEST(Identities, OneAmountEverywhereOrFewReportsMakeNone) {
  IdentityMiner same;
  IdentityMiner few;
  IdentityMiner zero;
  for (int64_t i = 1; i <= 20; ++i) {
    same.Add(ReportOf({{"a", 5}, {"b", 5}}));
    zero.Add(ReportOf({{"a", 0}, {"b", 0}}));
    if (i < IdentityMiner::kLeastHeld) {
      few.Add(ReportOf({{"a", i}, {"b", i}}));
    }
  }
  EXPECT_TRUE(same.Identities().empty());
  EXPECT_TRUE(few.Identities().empty());
  EXPECT_TRUE(zero.Identities().empty());
}

}  // namespace
}  // namespace crossfoot
