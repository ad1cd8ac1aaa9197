// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/figure_table.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(FigureTable, KeepsCodesLabelsAndBothSidesApart) {
  const std::vector<std::vector<std::string>> grid = {
      {"类", "款", "科目名称", "决算数", "项目", "决算数"},
      {"201", "06", "财政事务", "12.50", "结余分配", "3.00"},
      {"", "", "合计", "12.50", "总计", "15.50"}};
  Document document;
  FactSet facts;
  Table table;
  table.rows = 3;
  table.columns = 6;
  table.header_rows = 1;
  table.caption.Append("2024年度收入支出决算总表", {});
  for (size_t r = 0; r < grid.size(); ++r) {
    for (size_t c = 0; c < grid[r].size(); ++c) {
      Cell cell;
      cell.row = static_cast<int>(r);
      cell.column = static_cast<int>(c);
      cell.text.Append(grid[r][c], {});
      const auto value = Decimal::Parse(grid[r][c]);
      if (value && grid[r][c].find('.') != std::string::npos) {
        facts.facts.emplace_back(
            Anchor{{TextAddress::Part::kCell, 0, static_cast<int>(table.cells.size())}, 0, 5, {}},
            Quantity{*value, {}, Interval(*value)});
      }
      table.cells.push_back(cell);
    }
  }
  document.tables.push_back(table);
  Block block;
  block.kind = BlockKind::kTable;
  block.table = 0;
  document.blocks.push_back(block);
  const auto tables = ReadFigureTables(document, facts);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(tables[0].title, "收入支出决算总表");
  EXPECT_EQ(tables[0].columns, (std::vector<int>{3, 5}));
  ASSERT_EQ(tables[0].rows.size(), 2U);
  const FigureRow& row = tables[0].rows[0];
  EXPECT_EQ(row.code, "20106");
  ASSERT_EQ(row.segments.size(), 2U);
  EXPECT_EQ(row.segments[0].label, "财政事务");
  EXPECT_EQ(row.segments[1].label, "结余分配");
  EXPECT_GE(row.At(5), 0);
  EXPECT_EQ(row.At(4), -1);
}

}  // namespace
}  // namespace crossfoot
