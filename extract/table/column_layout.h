// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the columns of a part of the page stand, by its text and its vertical rulings, and which
// columns each piece of text belongs to.
//
// The edge between two columns is put into their valley (columns.h), where the fewest heads stand
// out into it, or at the ruling that runs through it. A piece belongs to the columns whose ink it
// stands over or under; a head that reaches over several spans them.
//
// Tested by tests/extract/table/text_grid_test.cpp.
#pragma once

#include <utility>
#include <vector>

#include "base/geometry.h"
#include "extract/table/columns.h"
#include "extract/table/ruling.h"
#include "extract/table/text_line.h"

namespace crossfoot {

struct TextGridInput {
  const PageText* text = nullptr;
  Box box;
  std::vector<ChunkLine> lines;    // of the text inside, top to bottom
  std::vector<Ruling> horizontal;  // that pass through the box, by position
  std::vector<Ruling> vertical;
  float font_size = 10;
};

// The columns from `first` to `last`.
struct ColumnSpan {
  int first = 0;
  int last = 0;
  [[nodiscard]] int width() const { return last - first + 1; }
  [[nodiscard]] bool Meets(const ColumnSpan& o) const { return first <= o.last && o.first <= last; }
};

struct ColumnLayout {
  std::vector<float> edges;                    // columns + 1; empty: not even two columns
  std::vector<std::pair<float, float>> ink;    // of each column's body: left, right
  std::vector<ChunkLine> lines;                // cut where two heads stand close to an edge
  std::vector<std::vector<ColumnSpan>> spans;  // of each line's chunks
};

// × font size: one row may stand on baselines this far apart.
inline constexpr float kOffBaseline = 0.8F;

ColumnLayout LayOutColumns(const TextGridInput& input);

}  // namespace crossfoot
