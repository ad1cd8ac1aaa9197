// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/title_rows.h"

#include <initializer_list>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

Table Grid(std::initializer_list<std::vector<std::string>> rows) {
  Table table;
  table.rows = static_cast<int>(rows.size());
  int r = 0;
  for (const auto& row : rows) {
    table.columns = static_cast<int>(row.size());
    for (size_t c = 0; c < row.size(); ++c) {
      Cell cell;
      cell.row = r;
      cell.column = static_cast<int>(c);
      cell.text.Append(row[c], Place{0, r + 1, static_cast<int>(c) + 1, {}});
      table.cells.push_back(std::move(cell));
    }
    ++r;
  }
  return table;
}

TEST(TitleRows, MoveOutOfTheGrid) {
  Table table = Grid({{"", "", "公开01表"},
                      {"收入支出决算总表", "", ""},
                      {"编制单位：青溪县水务局", "", "单位：万元"},
                      {"项目", "预算数", "决算数"},
                      {"基本支出", "1.00", "2.00"},
                      {"注：本表反映收支情况。", "", ""}});
  TakeTitleRows(&table);
  EXPECT_EQ(table.caption.utf8(), "收入支出决算总表");
  EXPECT_EQ(table.unit_note.utf8(), "单位：万元");
  ASSERT_EQ(table.notes.size(), 3U);
  EXPECT_EQ(table.notes[0].utf8(), "公开01表");
  EXPECT_EQ(table.notes[1].utf8(), "编制单位：青溪县水务局");
  EXPECT_EQ(table.notes[2].utf8(), "注：本表反映收支情况。");
  ASSERT_EQ(table.rows, 2);
  EXPECT_EQ(table.cells.front().text.utf8(), "项目");
  EXPECT_EQ(table.cells.front().row, 0);
}

TEST(TitleRows, PartOneCellThatSaysBoth) {
  Table table = Grid({{"编制单位：青溪县水务局 单位：万元", ""}, {"项目", "金额"}, {"甲", "1"}});
  TakeTitleRows(&table);
  EXPECT_EQ(table.unit_note.utf8(), "单位：万元");
  EXPECT_EQ(table.unit_note.PlaceOf(0, 1).column, 13);
  ASSERT_EQ(table.notes.size(), 1U);
  EXPECT_EQ(table.notes[0].utf8(), "编制单位：青溪县水务局");
}

TEST(TitleRows, LeaveRowsThatBelongToTheTable) {
  for (Table table : {
           Grid({{"一、基本情况", ""}, {"项目", "金额"}, {"甲", "1"}}),
           Grid({{"项目", "金额"}, {"甲", "1"}, {"乙", "2"}}),
           Grid({{"合计", ""}, {"甲", "1"}, {"乙", "2"}}),
           Grid({{"3.50", ""}, {"甲", "1"}, {"乙", "2"}}),
           Grid({{"主管部门：县水务局", "实施单位：水库管理所"}, {"甲", "1"}, {"乙", "2"}}),
           Grid({{"标题", ""}, {"甲", "1"}}),
       }) {
    const int rows = table.rows;
    TakeTitleRows(&table);
    EXPECT_EQ(table.rows, rows) << table.cells.front().text.utf8();
    EXPECT_TRUE(table.caption.empty());
  }
}

TEST(TitleRows, StopAtACellThatSpansRows) {
  Table table = Grid({{"项目", ""}, {"", "预算数"}, {"甲", "1"}});
  table.cells[0].row_span = 2;
  table.cells.erase(table.cells.begin() + 2);
  TakeTitleRows(&table);
  EXPECT_EQ(table.rows, 3);
}

}  // namespace
}  // namespace crossfoot
