// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/standard_tables.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "validate/reading/subject.h"

namespace crossfoot {
namespace {

// A table of "label figure figure …" rows; figures are numbered in reading order from `first`.
FigureTable MakeTable(std::string title, std::vector<std::string> headers,
                      const std::vector<std::pair<std::string, std::string>>& coded_rows,
                      FactId first) {
  FigureTable table;
  table.title = std::move(title);
  table.headers = std::move(headers);
  for (const auto& [code, label] : coded_rows) {
    FigureRow row;
    row.row = static_cast<int>(table.rows.size());
    row.code = code;
    RowSegment segment{label, code, 0, {}};
    for (size_t c = 1; c < table.headers.size(); ++c) {
      segment.figures.emplace_back(static_cast<int>(c), first++);
      ++table.figures;
    }
    row.segments.push_back(std::move(segment));
    table.rows.push_back(std::move(row));
  }
  for (size_t c = 1; c < table.headers.size(); ++c) {
    table.columns.push_back(static_cast<int>(c));
  }
  return table;
}

TEST(StandardTables, TitlesMatchWhole) {
  const std::string titles = SubjectKey("支出决算表");
  EXPECT_TRUE(TitleIsOneOf(SubjectKey("支出决算表"), titles));
  EXPECT_TRUE(TitleIsOneOf(SubjectKey("青石县林业局支出决算表"), titles));
  EXPECT_TRUE(TitleIsOneOf(SubjectKey("部门支出决算表（一）"), titles));
  EXPECT_FALSE(TitleIsOneOf(SubjectKey("一般公共预算财政拨款支出决算表"), titles));
  EXPECT_FALSE(TitleIsOneOf(SubjectKey("“三公”经费支出决算表"), titles));
  EXPECT_FALSE(TitleIsOneOf(SubjectKey("项目支出决算表"), titles));
  EXPECT_FALSE(TitleIsOneOf(SubjectKey("支出决算表说明"), titles));
}

TEST(StandardTables, LabelsLoseTheirNumbersOnly) {
  EXPECT_EQ(BareLabel("二、社会保障和就业支出"), "社会保障和就业支出");
  EXPECT_EQ(BareLabel("（一）一般公共预算资金"), "一般公共预算资金");
  EXPECT_EQ(BareLabel("其中：1．基本支出"), "基本支出");
  EXPECT_EQ(BareLabel("一般公共服务支出"), "一般公共服务支出");
}

TEST(StandardTables, FindsCellsByWordsOfRowAndColumn) {
  const std::vector<FigureTable> tables = {
      MakeTable("支出决算表", {"", "本年支出合计", "基本支出", "项目支出"},
                {{"", "合计"}, {"201", "一般公共服务支出"}, {"20106", "财政事务"}}, 0),
      MakeTable("财政拨款“三公”经费支出决算表",
                {"", "预算数合计", "预算数公务接待费", "决算数合计", "决算数公务接待费"},
                {{"", ""}}, 20)};
  const StandardTables standard(tables, RulePack::BuiltIn());
  ASSERT_NE(standard.Of("final.expenditure"), nullptr);
  EXPECT_EQ(standard.Find("final.expenditure/合计/项目支出").at(0).fact, 2);
  EXPECT_EQ(standard.Find("final.expenditure/合计/经营支出|合计").at(0).fact, 0);
  EXPECT_EQ(standard.Find("final.three//决算数&接待").at(0).fact, 23);
  EXPECT_EQ(standard.Find("final.three//合计#2").at(0).fact, 22);
  const std::vector<CellFound> classes = standard.Find("final.expenditure/*3/合计");
  ASSERT_EQ(classes.size(), 1U);
  EXPECT_EQ(classes[0].label, "一般公共服务支出");
  EXPECT_TRUE(standard.Find("final.income/合计/合计").empty());
  EXPECT_FALSE(standard.HasTableOf("final.income/合计/合计"));
}

TEST(StandardTables, ATitleThatStandsTwiceIsNobodys) {
  const std::vector<FigureTable> tables = {
      MakeTable("支出决算表", {"", "合计"}, {{"", "合计"}}, 0),
      MakeTable("青石县林场支出决算表", {"", "合计"}, {{"", "合计"}}, 1)};
  EXPECT_EQ(StandardTables(tables, RulePack::BuiltIn()).Of("final.expenditure"), nullptr);
}

}  // namespace
}  // namespace crossfoot
