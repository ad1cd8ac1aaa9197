// SPDX-License-Identifier: GPL-3.0-or-later
//
// A grid read from text, with whatever rulings happen to be there.
//
// Rows are lines, put together where a label was wrapped (tight pitch, a small letter) or set off
// the common baseline, and where rulings under every row say so; another ruling always parts rows,
// and no row holds two figures of one column. Text that runs over several columns is one cell over
// them: a head over its sub-heads, or a line that titles the rows below.
//
// Tested by tests/extract/table/text_grid_test.cpp.
#pragma once

#include "extract/table/column_layout.h"
#include "extract/table/grid.h"

namespace crossfoot {

// An empty grid (no edges) when the text does not form two columns.
Grid BuildTextGrid(const TextGridInput& input);

}  // namespace crossfoot
