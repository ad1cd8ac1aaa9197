// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables of an OpenDocument file as they print: repeated cells counted out, hidden rows and
// columns gone, spans cut to what is seen, blank margins trimmed.
//
// Tested by tests/extract/office/flat_odf_test.cpp.
#pragma once

#include <cstddef>
#include <vector>

#include "base/limits.h"
#include "extract/html/markup_tree.h"

namespace crossfoot {

struct OdfCell {
  int row = 0;
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  size_t node = 0;  // its element
};

struct OdfGrid {
  int rows = 0;
  int columns = 0;
  std::vector<OdfCell> cells;  // those that hold something, by row, then column
  bool cut = false;            // there were more cells than limits.cells_per_table
};

// O(nodes + cells).
OdfGrid ReadOdfGrid(const MarkupTree& tree, size_t table, const Limits& limits);

// A sheet often holds several tables below one another, parted by blank rows, each under a title of
// its own. O(cells).
std::vector<OdfGrid> SplitSheet(const OdfGrid& sheet);

}  // namespace crossfoot
