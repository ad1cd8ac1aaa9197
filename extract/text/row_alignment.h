// SPDX-License-Identifier: GPL-3.0-or-later
//
// Puts the cells of a shifted table row back under their columns.
//
// Text tables lose cells where rows were merged or pages broke: a row begins a column too far left,
// two columns came out as one, a name stands where its parent should. Each column has a profile,
// how often it held nothing, a figure, a label, prose; of all ways to lay a row's cells over the
// columns in order, dropping empty cells and leaving columns out, the likeliest is taken. A row
// that fits as it stands stays as it is.
//
// METHOD      dynamic programming over cells × columns, costs in negative logarithms.
// GUARANTEES  order is kept; no cell with content is dropped; O(cells × columns) a row.
//
// Tested by tests/extract/text/row_alignment_test.cpp.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "extract/text/cell_kind.h"

namespace crossfoot {

// How likely a column holds each kind.
class ColumnProfile {
 public:
  // `head` as KindFromHead gives it; `weight` is how many rows it counts for. The leaf is the last
  // label column before the values: what a row is about, so hardly ever empty.
  ColumnProfile(CellKind head, bool leaf, float weight);

  void Count(CellKind kind) { counts_[static_cast<size_t>(kind)] += 1; }
  // To be called after counting.
  void Settle();
  // −log of the kind's probability when the profile was last settled.
  [[nodiscard]] float Cost(CellKind kind) const { return costs_[static_cast<size_t>(kind)]; }

 private:
  std::array<float, 4> counts_;
  std::array<float, 4> costs_ = {};
};

// The column of each cell, or -1 for an empty cell that was dropped. Precondition: not more cells
// with content than columns, else the cells are left where they stand and those beyond get -1.
std::vector<int> AlignRow(std::span<const CellKind> cells, std::span<const ColumnProfile> columns);

}  // namespace crossfoot
