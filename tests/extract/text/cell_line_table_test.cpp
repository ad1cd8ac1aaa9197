// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/cell_line_table.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

std::string At(const Table& table, int row, int column) {
  const int cell = table.CellAt(row, column);
  return cell < 0 ? "-" : table.cells[static_cast<size_t>(cell)].text.utf8();
}

constexpr std::string_view kScores =
    "附件\n评分表\n"
    "一级指标 |\n二级指标 |\n评分标准 |\n得分 |\n|\n指标名称 |\n指标解释 |\n|||\n"
    "投入(20分)\n投入(20分) |\n目标合理性(8分) |\n用以反映目标与职责相符的情况。 |\n"
    "相符得8分；否则不得分。 |\n8 |\n||\n"
    "预算完整性(12分) |\n用以反映预算编制完整的情况。 |\n完整得12分；缺项扣1分。 |\n11 |\n|\n"
    "过程(80分) |\n过程(80分) |\n用以反映预算执行的情况。 |\n综合得分=执行率\n|\n79.5 |\n||\n"
    "小计 |\n100 |\n|\n|\n98.5 |\n"
    "扫一扫\n";

Table Scores() {
  const auto found = FindCellLineTables(SplitLines(kScores));
  return found.size() == 1 ? found[0].table : Table{};
}

TEST(CellLineTable, FindsTheHeadCellThatASecondRowParts) {
  const Table table = Scores();
  EXPECT_EQ(table.columns, 5);
  EXPECT_EQ(table.header_rows, 2);
  EXPECT_EQ(At(table, 1, 1), "指标名称");
  EXPECT_EQ(At(table, 1, 2), "指标解释");
  EXPECT_EQ(At(table, 1, 4), "得分");
}

TEST(CellLineTable, CutsRowsAfterTheirLastFigure) {
  const Table table = Scores();
  EXPECT_EQ(table.rows, 2 + 4);
  EXPECT_EQ(At(table, 2, 4), "8");
  EXPECT_EQ(At(table, 3, 1), "预算完整性(12分)");
  EXPECT_EQ(At(table, 4, 4), "79.5");
}

TEST(CellLineTable, DropsAMergedCellThatAPageBreakPrintedAgain) {
  const Table table = Scores();
  EXPECT_EQ(At(table, 2, 0), "投入(20分)");
  EXPECT_EQ(At(table, 3, 0), "投入(20分)");  // the same cell, spanned
  // Two levels of one name are two cells.
  EXPECT_EQ(At(table, 4, 0), "过程(80分)");
  EXPECT_EQ(At(table, 4, 1), "过程(80分)");
}

TEST(CellLineTable, SetsATotalsScoreUnderTheScores) {
  const Table table = Scores();
  EXPECT_EQ(At(table, 5, 0), "小计");
  EXPECT_EQ(At(table, 5, 4), "98.5");
}

TEST(CellLineTable, LeavesTheLinesAroundItAlone) {
  const auto found = FindCellLineTables(SplitLines(kScores));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first, 2U);
}

}  // namespace
}  // namespace crossfoot
