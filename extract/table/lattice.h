// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tables from rulings that cross: three passes after Snap and Join (ruling.h).
//   Cross  which horizontal ruling meets which vertical one
//   Group  rulings that hang together through crossings are one lattice
//          and so are the sides of a cell that page breaks cut above and below
//   Grow   the lattice's grid: an edge at every ruling and around the whole, a wall wherever a
//          ruling covers most of the side of a place
// A lattice whose outer verticals are not drawn (open sides) is grown to its horizontals' ends.
//
// Tested by tests/extract/table/lattice_test.cpp.
#pragma once

#include <vector>

#include "base/geometry.h"
#include "extract/table/grid.h"
#include "extract/table/ruling.h"

namespace crossfoot {

struct Lattice {
  Box box;
  std::vector<Ruling> horizontal;
  std::vector<Ruling> vertical;
};

// Lattices with at least two rulings one way and one the other, from top to bottom.
// Sets *over_limit and stops crossing when a page has more crossings than a page of tables can
// have.
std::vector<Lattice> FindLattices(const Rulings& rulings, bool* over_limit);

// Precondition: `lattice` came from FindLattices. Gives an empty grid (no edges) when it would have
// more places than Limits::cells_per_table.
Grid GrowGrid(const Lattice& lattice);

}  // namespace crossfoot
