// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/table.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

Table Spanned() {
  Table table;
  table.rows = 3;
  table.columns = 3;
  table.cells = {{0, 0, 2, 1, {}, {}}, {0, 1, 1, 2, {}, {}}, {1, 1, 1, 1, {}, {}},
                 {1, 2, 1, 1, {}, {}}, {2, 0, 1, 1, {}, {}}, {2, 1, 1, 2, {}, {}}};
  return table;
}

TEST(Table, ASpannedPlaceBelongsToTheCellThatCoversIt) {
  const Table table = Spanned();
  const CellGrid grid(table);
  for (const auto& [row, column, cell] :
       {std::tuple{0, 0, 0}, {1, 0, 0}, {0, 1, 1}, {0, 2, 1}, {1, 1, 2}, {2, 2, 5}, {2, 1, 5}}) {
    EXPECT_EQ(table.CellAt(row, column), cell);
    EXPECT_EQ(grid.At(row, column), cell);
  }
}

TEST(Table, NothingIsOutsideTheGrid) {
  const CellGrid grid(Spanned());
  EXPECT_EQ(grid.At(3, 0), -1);
  EXPECT_EQ(grid.At(0, -1), -1);
}

}  // namespace
}  // namespace crossfoot
