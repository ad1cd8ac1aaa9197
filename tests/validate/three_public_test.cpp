// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/three_public.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

struct Report {
  Document document;
  FactSet facts;
  std::vector<FigureTable> tables{FigureTable{}};

  FactId Add(const std::string& digits, const std::vector<std::string>& columns) {
    Fact fact(Anchor{}, Quantity{*Decimal::Parse(digits), *StandardUnit("万元"), {}});
    fact.column_path = columns;
    facts.facts.push_back(fact);
    return static_cast<FactId>(facts.facts.size()) - 1;
  }
  [[nodiscard]] ThreePublic Read() const {
    return ReadThreePublic(document, facts, {}, tables, 2024);
  }
};

TEST(ThreePublic, ItemsDownTheRowsGiveASetAColumn) {
  Report report;
  FigureTable& table = report.tables[0];
  int row = 0;
  for (const char* label : {"合计", "因公出国（境）费", "公务用车购置及运行维护费",
                            "其中：公务用车购置费", "公务用车运行维护费", "公务接待费"}) {
    FigureRow line;
    line.row = ++row;
    const std::string digits = std::to_string(row) + ".50";
    line.segments.push_back(RowSegment{
        label, "", 0, {{1, report.Add(digits, {"预算数"})}, {2, report.Add(digits, {"决算数"})}}});
    table.rows.push_back(line);
  }
  table.headers = {"项目", "预算数", "决算数"};
  const ThreePublic read = report.Read();
  ASSERT_EQ(read.sets.size(), 2U);
  EXPECT_EQ(read.sets[0].side, PublicSide::kBudget);
  EXPECT_EQ(read.sets[1].side, PublicSide::kSpent);
  for (size_t i = 0; i < kPublicItems; ++i) {
    EXPECT_EQ(read.sets[0].figures.at(i), static_cast<FactId>(2 * i)) << i;
    EXPECT_TRUE(i == 0 || read.sets[0].listed.at(i)) << i;
  }
}

TEST(ThreePublic, ItemsAcrossTheColumnsGiveASetABlockOfARow) {
  Report report;
  FigureTable& table = report.tables[0];
  FigureRow line;
  line.row = 2;
  line.segments.push_back(RowSegment{"", "", -1, {}});
  int column = 0;
  for (const char* side : {"预算数", "决算数"}) {
    const std::vector<std::vector<std::string>> heads = {{side, "合计"},
                                                         {side, "因公出国（境）费"},
                                                         {side, "公务用车购置及运行费", "小计"},
                                                         {side, "公务用车购置及运行费", "购置费"},
                                                         {side, "公务用车购置及运行费", "运行费"},
                                                         {side, "公务接待费"}};
    for (const auto& head : heads) {
      std::string joined;
      for (const std::string& level : head) {
        joined += level;
      }
      table.headers.push_back(joined);
      line.segments[0].figures.emplace_back(column++, report.Add("1.50", head));
    }
  }
  table.rows.push_back(line);
  const ThreePublic read = report.Read();
  ASSERT_EQ(read.sets.size(), 2U);
  for (const PublicSet& set : read.sets) {
    for (size_t i = 0; i < kPublicItems; ++i) {
      EXPECT_GE(set.figures.at(i), 0) << i;
    }
  }
  EXPECT_NE(read.sets[0].side, read.sets[1].side);
}

TEST(ThreePublic, ATableOfOtherThingsIsNone) {
  Report report;
  FigureTable& table = report.tables[0];
  FigureRow line;
  line.segments.push_back(RowSegment{"公务接待费", "", 0, {{1, report.Add("1.50", {"金额"})}}});
  table.rows.push_back(line);
  table.headers = {"科目", "金额"};
  EXPECT_TRUE(report.Read().sets.empty());
}

}  // namespace
}  // namespace crossfoot
