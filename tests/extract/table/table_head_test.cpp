// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/table_head.h"

#include <array>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(TableHead, KnowsTwoSides) {
  constexpr std::array<std::array<const char*, 4>, 4> kRows = {{
      {"收入项目", "决算数", "支出项目", "决算数"},
      {"财政拨款", "10.00", "文化支出", "8.00"},
      {"其他收入", "1.00", "其他支出", "3.00"},
      {"合计", "11.00", "合计", "11.00"},
  }};
  Table table;
  table.rows = 4;
  table.columns = 4;
  for (int r = 0; r < 4; ++r) {
    for (int c = 0; c < 4; ++c) {
      Cell cell;
      cell.row = r;
      cell.column = c;
      cell.text.Append(kRows[static_cast<size_t>(r)][static_cast<size_t>(c)], Place{});
      table.cells.push_back(cell);
    }
  }
  ReadTableHead(&table);
  EXPECT_EQ(table.header_rows, 1);
  EXPECT_EQ(table.label_columns, 1);
  EXPECT_EQ(table.cells.size(), 16U);
  EXPECT_FALSE(table.blocks.empty());
}

}  // namespace
}  // namespace crossfoot
