// SPDX-License-Identifier: GPL-3.0-or-later
//
// Walls that nobody drew: where the rulings of a lattice are broken, two figures would share a
// cell. Figures that stand on both sides of an edge, apart from it and each other, have a wall
// between them; no author writes two amounts into one cell.
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

}  // namespace crossfoot
