// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/markdown/pipe_table.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

std::string At(const Table& table, int row, int column) {
  const int cell = table.CellAt(row, column);
  return cell < 0 ? "-" : table.cells[static_cast<size_t>(cell)].text.utf8();
}

std::vector<FoundTable> Found(std::string_view text) { return FindPipeTables(SplitLines(text)); }

TEST(PipeTable, ReadsHeadAndBody) {
  const auto found =
      Found("文。\n\n| 项目 | 预算数 |\n|:---|---:|\n| 书刊 | 10.00 |\n| 维修 | 5.00 |\n\n文。\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first, 1U);
  EXPECT_EQ(found[0].count, 4U);
  EXPECT_EQ(found[0].table.header_rows, 1);
  EXPECT_EQ(At(found[0].table, 2, 1), "5.00");
  EXPECT_EQ(found[0].table.cells[5].place.line, 6);
}

TEST(PipeTable, ReadsRowsWithoutOuterBarsAndEscapedBars) {
  const auto found = Found("项目 | 值\n--- | ---\n甲\\|乙 | 1\n丙 |\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(At(found[0].table, 1, 0), "甲|乙");
  EXPECT_EQ(At(found[0].table, 2, 1), "");
}

TEST(PipeTable, ReadsBarredRowsWhoseSeparatorIsLost) {
  const auto found = Found("| 项目 | 预算数 |\n| 书刊 | 10.00 |\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].table.header_rows, 1);
}

TEST(PipeTable, ATotalWithoutACodeIsNoPartOfTheHead) {
  const auto found = Found(
      "| 科目编码 | 科目名称 | 合计 |\n|  | 合计 | 24,356,300.00 |\n"
      "| 204 | 公共安全支出 | 24,356,300.00 |\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].table.header_rows, 1);
  EXPECT_EQ(At(found[0].table, 1, 0), "");
  EXPECT_EQ(At(found[0].table, 1, 1), "合计");
}

TEST(PipeTable, LeavesOneCellALineToItsOwnReader) {
  EXPECT_TRUE(Found("一级指标 |\n二级指标 |\n||\n得分 |\n").empty());
}

TEST(PipeTable, LeavesARowWithoutACodeOutOfTheHead) {
  const auto found = Found(
      "| 科目编码 | 科目名称 | 金额 |\n|  | 合计 | 2907.16 |\n| 201 | 公共服务 | 2907.16 |\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].table.header_rows, 1);
  EXPECT_EQ(At(found[0].table, 0, 0), "科目编码");
  EXPECT_EQ(At(found[0].table, 1, 1), "合计");
}

TEST(PipeTable, TakesAllRowsAboveTheDashesForItsHead) {
  for (const char* dashes : {"| --- | --- | --- | --- |\n", ""}) {
    const auto found =
        Found("| 收入 |  | 支出 |  |\n| 项目 | 决算数 | 项目（按功能分类） | 决算数 |\n" +
              std::string(dashes) +
              "| 一、财政拨款收入 | 10.00 | 一、教育支出 | 8.00 |\n| 收入合计 | 10.00 | "
              "支出合计 | 8.00 |\n");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].table.header_rows, 2);
    EXPECT_EQ(found[0].table.shape, TableShape::kTwoSided);
    EXPECT_EQ(found[0].table.cells[0].column_span, 2);
  }
}

}  // namespace
}  // namespace crossfoot
