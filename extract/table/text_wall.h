// SPDX-License-Identifier: GPL-3.0-or-later
//
// Walls that nobody drew: where the rulings of a lattice are broken, two figures would share a
// cell. Figures that stand on both sides of an edge, apart from it and each other, have a wall
// between them; no author writes two amounts into one cell. A column may have lost the rules
// between its rows; then lines that end short, each on the baseline of its row, are labels of their
// own.
//
// Tested by tests/extract/table/text_wall_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/table/grid.h"
#include "extract/table/text_line.h"

namespace crossfoot {

// `words`: those inside the grid. Only ever adds walls.
void RaiseTextWalls(const PageText& text, const std::vector<uint32_t>& words, Grid* grid);

// Between the lines of cells over three rows or more that hold a line in each of them, as wrapped
// text does not stand. `cells` are the grid's, filled. Returns whether there were any.
bool RaiseLineWalls(const PageText& text, const std::vector<GridCell>& cells, Grid* grid);

}  // namespace crossfoot
