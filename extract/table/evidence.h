// SPDX-License-Identifier: GPL-3.0-or-later
//
// What speaks for a filled grid being the table its author drew: the referee between hypotheses.
//
// A true segmentation fills most of its places, holds one figure a cell, keeps figures and words in
// columns of their own, and tears no phrase apart. Each is counted; Score weighs them.
//
// Tested by tests/extract/table/evidence_test.cpp.
#pragma once

#include <vector>

#include "extract/table/grid.h"
#include "extract/table/text_line.h"

namespace crossfoot {

struct TableEvidence {
  int rows = 0;  // that have ink
  int columns = 0;
  int cells = 0;           // with ink
  int figures = 0;         // cells that hold one figure or placeholder
  int crowded = 0;         // cells that hold several figures side by side or one above another
  int torn = 0;            // neighbours closer than a word space
  int figure_columns = 0;  // whose lower part is figures, the first column (numbering) left out
  int sound_columns = 0;   // columns of one kind, with ink in two rows or more
  int rows_of_two = 0;     // rows with ink in two cells or more
  float fill = 0;          // places with ink among all
  float purity = 0;        // cells of their column's kind, below the head
  float prose = 0;         // share of text cells that read as lines of prose

  // 0 to 1; above a half: a table.
  [[nodiscard]] float Score() const;
};

TableEvidence Weigh(const Grid& grid, const std::vector<GridCell>& cells, const PageText& text);

}  // namespace crossfoot
