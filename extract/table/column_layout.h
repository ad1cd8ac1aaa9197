// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which columns each piece of text of a part of the page belongs to.
//
// The columns end where column_edges.h says, but for halves that no line fills both. A piece
// belongs to the columns whose ink it stands over or under; a head that reaches over several spans
// them.
//
// Tested by tests/extract/table/text_grid_test.cpp.
#pragma once

#include <utility>
#include <vector>

#include "extract/table/column_edges.h"
#include "extract/table/columns.h"

namespace crossfoot {

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

ColumnLayout LayOutColumns(const TextGridInput& input);

}  // namespace crossfoot
