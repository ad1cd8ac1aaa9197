// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/table.h"

#include <algorithm>

namespace crossfoot {

int Table::CellAt(int row, int column) const {
  const auto found = std::lower_bound(cells.begin(), cells.end(), std::pair(row, column),
                                      [](const Cell& cell, const std::pair<int, int>& at) {
                                        return std::pair(cell.row, cell.column) < at;
                                      });
  if (found != cells.end() && found->row == row && found->column == column) {
    return static_cast<int>(found - cells.begin());
  }
  for (auto it = found; it != cells.begin();) {
    --it;
    if (row < it->row + it->row_span && column >= it->column &&
        column < it->column + it->column_span) {
      return static_cast<int>(it - cells.begin());
    }
  }
  return -1;
}

CellGrid::CellGrid(const Table& table) : rows_(table.rows), columns_(table.columns) {
  index_.assign(static_cast<size_t>(rows_) * static_cast<size_t>(columns_), -1);
  for (size_t i = 0; i < table.cells.size(); ++i) {
    const Cell& cell = table.cells[i];
    const int last_row = std::min(cell.row + cell.row_span, rows_);
    const int last_column = std::min(cell.column + cell.column_span, columns_);
    for (int row = std::max(cell.row, 0); row < last_row; ++row) {
      for (int column = std::max(cell.column, 0); column < last_column; ++column) {
        int& place = index_[static_cast<size_t>(row) * columns_ + column];
        place = place < 0 ? static_cast<int>(i) : place;
      }
    }
  }
}

int CellGrid::At(int row, int column) const {
  if (row < 0 || row >= rows_ || column < 0 || column >= columns_) {
    return -1;
  }
  return index_[static_cast<size_t>(row) * columns_ + column];
}

}  // namespace crossfoot
