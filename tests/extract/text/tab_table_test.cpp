// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/tab_table.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

// "text" of the cell that covers a place; "-" where there is none.
std::string At(const Table& table, int row, int column) {
  const int cell = table.CellAt(row, column);
  return cell < 0 ? "-" : table.cells[static_cast<size_t>(cell)].text.utf8();
}

std::vector<FoundTable> Found(std::string_view text) { return FindTabTables(SplitLines(text)); }

TEST(TabTable, ReadsAPlainTable) {
  const auto found = Found(
      "正文。\n\n项目\t预算数\t决算数\n书刊购置\t10.00\t9.99\n馆舍维修\t5.00\t4.50\n合计\t15."
      "00\t14.49\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first, 1U);
  EXPECT_EQ(found[0].count, 4U);
  const Table& table = found[0].table;
  EXPECT_EQ(table.rows, 4);
  EXPECT_EQ(table.columns, 3);
  EXPECT_EQ(table.header_rows, 1);
  EXPECT_EQ(table.label_columns, 1);
  EXPECT_EQ(At(table, 3, 2), "14.49");
  const Cell& cell = table.cells[static_cast<size_t>(table.CellAt(2, 1))];
  EXPECT_EQ(cell.place.line, 5);
  EXPECT_EQ(cell.place.column, 6);
}

// A form's first row names two of nine columns: what stands below keeps the place it was typed in.
TEST(TabTable, LeavesTheRowsOfAFormWhereTheyStand) {
  const auto found = Found(
      "项目名称\t堤防维修\n"
      "主管部门\t青石县水利局\n"
      "项目资金\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n"
      "\t年度资金总额\t90\t90\t81\t10\t90%\t9\n"
      "\t上年结转资金\t\t\t\t\t\t\n"
      "年度总体目标\t预期目标\t实际完成情况\n"
      "\t本年维修堤防五公里，验收合格，沿线群众满意。\t全年维修堤防五公里，均已验收，群众满意。\n"
      "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析\n"
      "\t产出指标\t数量指标\t维修长度\t≥5公里\t5\t50\t50\t\n"
      "\t\t质量指标\t工程验收合格程度\t严格执行标准\t达到预期\t40\t38\t\n");
  ASSERT_EQ(found.size(), 1U);
  const Table& table = found[0].table;
  EXPECT_EQ(table.columns, 9);
  EXPECT_EQ(At(table, 1, 1), "青石县水利局");
  EXPECT_EQ(At(table, 3, 1), "年度资金总额");
  EXPECT_EQ(At(table, 3, 4), "81");
  EXPECT_EQ(At(table, 8, 6), "50");
  EXPECT_EQ(At(table, 9, 2), "质量指标");
  EXPECT_EQ(At(table, 9, 4), "严格执行标准");
  EXPECT_EQ(At(table, 9, 7), "38");
}

TEST(TabTable, DoesNotTakeAnIndentForATable) {
  EXPECT_TRUE(Found("\t一、概况\n\t本馆成立于某年。\n").empty());
}

// One table on three pages: the head repeated, once a cell short; page two lost a column; page
// three begins in the middle of a cell.
constexpr std::string_view kStitched =
    "评价指标\t\t\t\t指标说明\t评分标准\t得分\n"
    "一级\t\t二级指标\t\t\t\t\n"
    "名称\t分值\t名称\t分值\t\t\t\n"
    "投入\t20\t目标合理性\t8\t反映目标与职责相符的情况，用以考核目标。\t目标明确得8分；每缺一项扣1"
    "分，扣完为止。\t8\n"
    "\t\t预算完整性\t12\t反映预算编制完整的情况，用以考核预算。\t预算完整得12分；\t11\n"
    "\n"
    "评价指标\t\t\t指标说明\t评分标准\t得分\n"
    "一级\t\t二级指标\t\t\t\n"
    "名称\t分值\t名称\t\t\t\n"
    "过程\t80\t资金合规性\t50\t说明与标准并为一格，资金支出合规得50分，否则酌情扣分，扣完为止。\t49"
    "\n"
    "\t\t资产安全性\t30\t资产保存完整得30分；资产处置规范的不扣分，其余情形酌情扣分；\t30\n"
    "\n"
    "评价指标\t\t\t指标说明\t评分标准\t得分\n"
    "一级\t\t二级指标\t\t\t\n"
    "名称\t分值\t名称\t\t\t\n"
    "\t\t\t\t账实不符的每处扣2分，扣完为止，涉密资产除外。\t\n"
    "合计\t\t\t\t\t98\n";

TEST(TabTable, JoinsFragmentsThatRepeatTheirHead) {
  const auto found = Found(kStitched);
  ASSERT_EQ(found.size(), 1U);
  const Table& table = found[0].table;
  EXPECT_EQ(table.header_rows, 3);
  EXPECT_EQ(table.rows, 3 + 5);
  EXPECT_EQ(table.columns, 7);
}

TEST(TabTable, PutsTheFiguresOfShiftedRowsUnderTheirColumn) {
  const Table table = Found(kStitched)[0].table;
  EXPECT_EQ(At(table, 3, 6), "8");
  EXPECT_EQ(At(table, 5, 3), "50");
  EXPECT_EQ(At(table, 5, 6), "49");
  EXPECT_EQ(At(table, 7, 0), "合计");
  EXPECT_EQ(At(table, 7, 6), "98");
}

TEST(TabTable, GoesOnWithACellThatThePageBreakCut) {
  const Table table = Found(kStitched)[0].table;
  std::string joined;
  for (const Cell& cell : table.cells) {
    joined = cell.text.utf8().find("账实不符") != std::string::npos ? cell.text.utf8() : joined;
  }
  EXPECT_EQ(joined.substr(0, 18), "资产保存完整");
}

TEST(TabTable, ReadsEmptyLabelPlacesAsMergedCells) {
  const Table table = Found(kStitched)[0].table;
  EXPECT_EQ(At(table, 4, 0), "投入");
  EXPECT_EQ(At(table, 6, 0), "过程");
  EXPECT_EQ(At(table, 6, 1), "80");
}

TEST(TabTable, KeepsTwoTablesWithDifferentHeadsApart) {
  EXPECT_EQ(Found("项目\t预算数\n甲\t1\n\n名称\t面积\t备注\n乙\t2\t无\n").size(), 2U);
}

TEST(TabTable, TakesALoneFirstCellForTheCaption) {
  const auto found = Found("年度目标：阅读推广\t\t\n指标名称\t指标值\t得分\n读者活动\t20\t10\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].table.caption.utf8(), "年度目标：阅读推广");
  EXPECT_EQ(found[0].table.rows, 2);
}

}  // namespace
}  // namespace crossfoot
