// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rulings: the lines a reader sees, made of the many pieces that draw them.
//
// A border may be one stroke, a row of dashes, the sides of every cell, or two strokes a point
// apart. Two passes bring them to one ruling:
//   Snap  pieces whose positions lie within kSnap points of each other take one position
//   Join  pieces on one position that touch (or nearly: dashes) become one
// Pieces in the colour of what lies under them are not seen and are dropped first.
// Near-linear: a sort by position, and one within each position.
//
// Tested by tests/extract/table/ruling_test.cpp.
#pragma once

#include <vector>

#include "extract/layout/page_content.h"

namespace crossfoot {

struct Ruling {
  float position = 0;  // y of a horizontal, x of a vertical one
  float from = 0;
  float to = 0;
  [[nodiscard]] float length() const { return to - from; }
};

struct Rulings {
  std::vector<Ruling> horizontal;  // by position, then from
  std::vector<Ruling> vertical;
  std::vector<Ruling> horizontal_ticks;  // what is too short to part cells
  std::vector<Ruling> vertical_ticks;
};

inline constexpr float kSnap = 2.6F;  // points

Rulings GatherRulings(const PageContent& page);

// The axes of charts: long rulings with a comb of ticks, as boxes of no width or height.
std::vector<Box> FindAxes(const Rulings& rulings);

// The sides of shaded boxes as rulings: what separates cells where nothing is drawn but shading.
Rulings ShadeEdges(const PageContent& page);

}  // namespace crossfoot
