// SPDX-License-Identifier: GPL-3.0-or-later
//
// A grid read from text, with whatever rulings happen to be there.
//
// Columns part at valleys (columns.h) and at vertical rulings. Rows are lines, put together where a
// label was wrapped (tight pitch, small letter, text that stops at the column's edge) or set off
// the common baseline; a horizontal ruling always parts rows. Text that runs over a valley is one
// cell over several columns: a head over its sub-heads, or a line that titles the rows below.
//
// Tested by tests/extract/table/text_grid_test.cpp.
#pragma once

#include <vector>

#include "extract/table/columns.h"
#include "extract/table/grid.h"
#include "extract/table/ruling.h"

namespace crossfoot {

struct TextGridInput {
  const PageText* text = nullptr;
  Box box;
  std::vector<ChunkLine> lines;    // of the text inside, top to bottom
  std::vector<Ruling> horizontal;  // inside or at the border, cut to the box
  std::vector<Ruling> vertical;
  float font_size = 10;
};

// An empty grid (no edges) when the text does not form two columns.
Grid BuildTextGrid(TextGridInput input);

}  // namespace crossfoot
