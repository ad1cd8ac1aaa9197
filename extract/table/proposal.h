// SPDX-License-Identifier: GPL-3.0-or-later
//
// Hypotheses: what a part of the page would be as a table, read from rulings or from text, and how
// much speaks for each.
//
// Tested by tests/extract/table/table_finder_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/table/evidence.h"
#include "extract/table/grid.h"
#include "extract/table/lattice.h"
#include "extract/table/page_table.h"
#include "extract/table/ruling.h"
#include "extract/table/text_line.h"

namespace crossfoot {

struct Proposal {
  TableMethod method = TableMethod::kAligned;
  Grid grid;  // without edges: nothing could be proposed
  std::vector<uint32_t> words;
  std::vector<GridCell> cells;
  TableEvidence evidence;
  float score = 0;  // above kAccept: a table
};

inline constexpr float kAccept = 0.5F;

class Proposer {
 public:
  // All must outlive it. `used` has one flag a word: those that an accepted table has.
  Proposer(const PageText& text, const Rulings& rulings, const std::vector<bool>& used)
      : text_(text), rulings_(rulings), used_(used) {}

  // The better of the ruled grid and, where that is doubtful, the one read from text.
  [[nodiscard]] Proposal FromLattice(const Lattice& lattice) const;
  [[nodiscard]] Proposal FromText(const Box& box, TableMethod method) const;
  // What `grid` holds, its walls as they are.
  [[nodiscard]] Proposal FromGrid(Grid grid) const;

 private:
  [[nodiscard]] Proposal FromRulings(const Lattice& lattice) const;
  [[nodiscard]] std::vector<uint32_t> FreeWords(const Box& box) const;
  void Judge(Proposal* proposal) const;

  const PageText& text_;
  const Rulings& rulings_;
  const std::vector<bool>& used_;
};

}  // namespace crossfoot
