// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/across/across.h"

#include <gtest/gtest.h>

#include "corpus/across/comparison.h"
#include "store_fixture.h"

namespace crossfoot {
namespace {

StoredFact FactOf(int64_t n, const std::string& subject, int64_t value, int64_t year,
                  int direction = 0, const std::string& metric = "") {
  StoredFact fact;
  fact.n = n;
  fact.id = "f" + std::to_string(n);
  fact.subject = subject;
  fact.metric = metric;
  fact.base = Decimal(value);
  fact.low = Decimal(value) - Decimal(50);
  fact.high = Decimal(value) + Decimal(50);
  fact.shown = std::to_string(value) + "元";
  fact.year = year;
  fact.direction = direction;
  return fact;
}

ReportWithFacts ReportOf(int64_t year, std::vector<StoredFact> facts) {
  return {{"s" + std::to_string(year), "/" + std::to_string(year), "", "松溪镇", "部门预算", year},
          std::move(facts)};
}

std::string Prior(const ReportWithFacts& later, const ReportWithFacts& earlier) {
  std::vector<Comparison> found;
  CompareWithPriorYear(later, earlier, &found);
  std::string out;
  for (const Comparison& one : found) {
    out += one.rule + " " + one.status + " " + one.difference + "\n";
  }
  return out;
}

TEST(PriorYear, FollowsFromTheFigureAndItsRise) {
  const auto earlier = ReportOf(2022, {FactOf(0, "基本支出", 9000, 2022)});
  EXPECT_EQ(Prior(ReportOf(2023, {FactOf(0, "基本支出", 10000, 2023),
                                  FactOf(1, "基本支出", 1000, 2023, 1)}),
                  earlier),
            "prior_year held 0\n");
  EXPECT_EQ(Prior(ReportOf(2023, {FactOf(0, "基本支出", 8000, 2023),
                                  FactOf(1, "基本支出", 1000, 2023, -1)}),
                  earlier),
            "prior_year held 0\n");
  EXPECT_EQ(Prior(ReportOf(2023, {FactOf(0, "基本支出", 10000, 2023),
                                  FactOf(1, "基本支出", 900, 2023, 1)}),
                  earlier),
            "prior_year rounding 100\n");
  EXPECT_EQ(Prior(ReportOf(2023, {FactOf(0, "基本支出", 10000, 2023),
                                  FactOf(1, "基本支出", 400, 2023, 1)}),
                  earlier),
            "prior_year violated 600\n");
}

TEST(PriorYear, StandsInThisReportItself) {
  const auto earlier = ReportOf(2022, {FactOf(0, "基本支出", 9000, 2022)});
  EXPECT_EQ(Prior(ReportOf(2023, {FactOf(0, "基本支出", 9000, 2022)}), earlier),
            "prior_year held 0\n");
}

TEST(PriorYear, IsSilentWhereTheWordsAreNotTheSameOrNotTheOnlyOnes) {
  const auto later = ReportOf(2023, {FactOf(0, "基本支出", 9000, 2022)});
  EXPECT_EQ(Prior(later, ReportOf(2022, {FactOf(0, "项目支出", 1, 2022)})), "");
  EXPECT_EQ(Prior(later,
                  ReportOf(2022, {FactOf(0, "基本支出", 1, 2022), FactOf(1, "基本支出", 2, 2022)})),
            "");
  // The rise of another thing, too far away, is not this figure's.
  EXPECT_EQ(
      Prior(ReportOf(2023, {FactOf(0, "基本支出", 9000, 2023), FactOf(9, "基本支出", 1, 2023, 1)}),
            ReportOf(2022, {FactOf(0, "基本支出", 7000, 2022)})),
      "");
}

TEST(PriorYear, WhatWasLeftIsWhatTheNextYearBeginsWith) {
  const auto earlier = ReportOf(2022, {FactOf(0, "年末结转", 5000, 2022, 0, "carryover.closing")});
  EXPECT_EQ(
      Prior(ReportOf(2023, {FactOf(0, "年初结转", 5000, 2023, 0, "carryover.opening")}), earlier),
      "closing_to_opening held 0\n");
  EXPECT_EQ(
      Prior(ReportOf(2023, {FactOf(0, "年初结转", 4000, 2023, 0, "carryover.opening")}), earlier),
      "closing_to_opening violated -1000\n");
}

TEST(PriorYear, AJumpByTenThousandIsNoted) {
  const auto earlier = ReportOf(2022, {FactOf(0, "会议费", 300, 2022)});
  EXPECT_EQ(Prior(ReportOf(2023, {FactOf(0, "会议费", 3'100'000, 2023)}), earlier),
            "power_of_ten noted 3099700\n");
  EXPECT_EQ(Prior(ReportOf(2023, {FactOf(0, "会议费", 600, 2023)}), earlier), "");
}

TEST(Versions, WhatChangedSilentlyIsNoted) {
  std::vector<Comparison> found;
  CompareVersions(ReportOf(2023, {FactOf(0, "会议费", 300, 2023), FactOf(1, "培训费", 5, 2023)}),
                  ReportOf(2023, {FactOf(0, "会议费", 200, 2023), FactOf(1, "培训费", 5, 2023)}),
                  &found);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].rule, "two_versions");
  EXPECT_EQ(found[0].difference, "100");
}

TEST(Across, ComparesStoredReportsAndFindsTheSameFileTwice) {
  const TemporaryFolder folder;
  Store store = WritableStore(folder);
  const std::string before =
      "松溪镇人民政府2022年度部门预算\n一、收支情况\n2022年基本支出预算数为90.00万元。\n";
  const std::string now =
      "松溪镇人民政府2023年度部门预算\n一、收支情况\n2023年基本支出预算数为100."
      "00万元，与上年相比增加10.00万元，"
      "增长11.11%。\n";
  const std::vector<std::string> inputs = {folder.Write("2022.txt", before),
                                           folder.Write("2023.txt", now),
                                           folder.Write("copy.txt", before)};
  RunOver(store, inputs);
  const std::string first = Answer(store, "SELECT * FROM across");
  EXPECT_EQ(Answer(store, "SELECT rule, status FROM across"), "same_file noted\nprior_year held\n");
  ASSERT_TRUE(CompareAcross(store));
  EXPECT_EQ(Answer(store, "SELECT * FROM across"), first) << "the same every time";
  EXPECT_FALSE(*store.AcrossIsStale());
}

}  // namespace
}  // namespace crossfoot
