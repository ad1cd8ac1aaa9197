// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/spaced_table.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

std::string At(const Table& table, int row, int column) {
  const int cell = table.CellAt(row, column);
  return cell < 0 ? "-" : table.cells[static_cast<size_t>(cell)].text.utf8();
}

std::vector<FoundTable> Found(std::string_view text) { return FindSpacedTables(SplitLines(text)); }

TEST(SpacedTable, ReadsOneLineARow) {
  const auto found = Found(
      "收支情况见下表\n项目      预算数  决算数\n书刊购置费  10.00  9.99\n馆舍维修费  5.00   "
      "4.50\n说明文字。\n");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first, 1U);
  EXPECT_EQ(found[0].count, 3U);
  EXPECT_EQ(At(found[0].table, 0, 2), "决算数");
  EXPECT_EQ(At(found[0].table, 2, 1), "5.00");
}

// Words wrapped in narrow columns, a blank line between the printed lines of one cell.
constexpr std::string_view kWrapped =
    "附表：《自评表》\n\n"
    "资金情况（万元）\n\n"
    "资金来源\n年初预\n\n算数\n\n全年执\n\n行数\n\n分值权\n\n重\n\n执行\n\n率\n得分\n\n"
    "年度总额 39.92 31.77 10 100% 10\n\n"
    "其中：上级安\n\n排（万元）\n0 2.30 — — —\n\n"
    "本级安排\n\n（万元）\n39.92 29.47 — — —\n\n"
    "一级指标 二级指标 三级指标 "
    "指标值\n指标设定\n\n依据\n\n分值权\n\n重\n\n实际\n\n完成\n\n值\n\n得分\n\n"
    "产出\n\n数量指标 读者活动场次 >=50场\n青石县文\n\n化馆计划\n30 85 30\n\n"
    "质量指标\n\n活动完成率 =100%\n青 石 县\n\n文 化 馆\n20 100% 20\n\n"
    "未按期归还图书的\n\n催还率\n=100%\n\n馆内办法\n20 100% 20\n";

TEST(SpacedTable, PutsWrappedHeadWordsTogether) {
  const auto found = Found(kWrapped);
  ASSERT_EQ(found.size(), 2U);
  const Table& funds = found[0].table;
  EXPECT_EQ(funds.columns, 6);
  EXPECT_EQ(At(funds, 0, 1), "年初预算数");
  EXPECT_EQ(At(funds, 0, 3), "分值权重");
  EXPECT_EQ(At(funds, 0, 5), "得分");
  const Table& indicators = found[1].table;
  EXPECT_EQ(indicators.columns, 8);
  EXPECT_EQ(At(indicators, 0, 4), "指标设定依据");
  EXPECT_EQ(At(indicators, 0, 6), "实际完成值");
}

TEST(SpacedTable, BindsALabelToTheFiguresBelowIt) {
  const auto found = Found(kWrapped);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(At(found[0].table, 2, 0), "其中：上级安排（万元）");
  EXPECT_EQ(At(found[0].table, 2, 2), "2.30");
  EXPECT_EQ(At(found[0].table, 3, 0), "本级安排（万元）");
}

TEST(SpacedTable, TellsTheLevelsOfAnIndicatorTable) {
  const auto found = Found(kWrapped);
  ASSERT_EQ(found.size(), 2U);
  const Table& table = found[1].table;
  EXPECT_EQ(At(table, 1, 0), "产出");
  EXPECT_EQ(At(table, 1, 1), "数量指标");
  EXPECT_EQ(At(table, 1, 2), "读者活动场次");
  EXPECT_EQ(At(table, 1, 3), ">=50场");
  EXPECT_EQ(At(table, 1, 7), "30");
  EXPECT_EQ(At(table, 2, 0), "产出");
  EXPECT_EQ(At(table, 2, 1), "质量指标");
  EXPECT_EQ(At(table, 3, 1), "质量指标");
  EXPECT_EQ(At(table, 3, 2), "未按期归还图书的催还率");
  EXPECT_EQ(At(table, 3, 6), "100%");
}

TEST(SpacedTable, DoesNotTakeProseForATable) {
  EXPECT_TRUE(Found("2022年馆藏图书 10 册\n2023年馆藏图书 12 册\n").empty());
  EXPECT_TRUE(Found("执行率分别为 95% 97%\n到位率为100%。\n").empty());
}

}  // namespace
}  // namespace crossfoot
