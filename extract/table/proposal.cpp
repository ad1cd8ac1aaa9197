// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/proposal.h"

#include <algorithm>
#include <utility>

#include "extract/table/columns.h"
#include "extract/table/text_grid.h"
#include "extract/table/text_wall.h"

namespace crossfoot {
namespace {

// The rulings that pass through the box, `at` being where along the other axis it lies.
std::vector<Ruling> Through(const std::vector<Ruling>& rulings, float at_low, float at_high,
                            float low, float high) {
  std::vector<Ruling> through;
  auto ruling = std::lower_bound(rulings.begin(), rulings.end(), at_low - kSnap,
                                 [](const Ruling& r, float at) { return r.position < at; });
  for (; ruling != rulings.end() && ruling->position <= at_high + kSnap; ++ruling) {
    if (ruling->from < high && ruling->to > low) {
      through.push_back(*ruling);
    }
  }
  return through;
}

// The gap between the two lines of a double ruling is no row or column.
void DropSlivers(const PageText& text, const std::vector<uint32_t>& words, Grid* grid) {
  constexpr float kSliver = 5;
  std::vector<bool> row_inked(static_cast<size_t>(grid->rows()), false);
  std::vector<bool> column_inked(static_cast<size_t>(grid->columns()), false);
  for (const uint32_t w : words) {
    const Point at = InkCenter(text.words[w]);
    row_inked[static_cast<size_t>(grid->RowAt(at.y))] = true;
    column_inked[static_cast<size_t>(grid->ColumnAt(at.x))] = true;
  }
  for (size_t r = row_inked.size(); r-- > 0;) {
    if (!row_inked[r] && grid->rows() > 1 &&
        grid->row_edges[r + 1] - grid->row_edges[r] < kSliver) {
      grid->DropRowEdge(static_cast<int>(r + 2 < grid->row_edges.size() ? r : r - 1));
    }
  }
  for (size_t c = column_inked.size(); c-- > 0;) {
    if (!column_inked[c] && grid->columns() > 1 &&
        grid->column_edges[c + 1] - grid->column_edges[c] < kSliver) {
      grid->DropColumnEdge(static_cast<int>(c + 2 < grid->column_edges.size() ? c : c - 1));
    }
  }
}

// A full grid with words in its first row is a table even if nothing was filled in.
bool IsWellDrawn(const Proposal& proposal) {
  const Grid& grid = proposal.grid;
  if (grid.row_edges.size() < 3 || grid.column_edges.size() < 4) {
    return false;
  }
  const auto places = static_cast<size_t>(grid.rows()) * static_cast<size_t>(grid.columns());
  int head = 0;
  for (const GridCell& cell : proposal.cells) {
    head += cell.row == 0 && !cell.empty() ? cell.column_span : 0;
  }
  return proposal.evidence.crowded == 0 && proposal.evidence.cells >= 3 &&
         proposal.cells.size() * 10 >= places * 7 && head * 10 >= grid.columns() * 8;
}

}  // namespace

std::vector<uint32_t> Proposer::FreeWords(const Box& box) const {
  std::vector<uint32_t> words = WordsIn(text_, box);
  std::erase_if(words, [&](uint32_t w) { return used_[w]; });
  return words;
}

void Proposer::Judge(Proposal* proposal) const {
  if (proposal->grid.row_edges.size() < 2) {
    return;
  }
  proposal->words = FreeWords(proposal->grid.box());
  proposal->cells = FillCells(proposal->grid, text_, proposal->words);
  proposal->evidence = Weigh(proposal->grid, proposal->cells, text_);
  proposal->score = proposal->evidence.Score();
}

Proposal Proposer::FromRulings(const Lattice& lattice) const {
  Proposal proposal;
  proposal.method = TableMethod::kLattice;
  proposal.grid = GrowGrid(lattice);
  if (proposal.grid.row_edges.size() >= 2) {
    const std::vector<uint32_t> words = FreeWords(proposal.grid.box());
    DropSlivers(text_, words, &proposal.grid);
  }
  Judge(&proposal);
  if (RaiseLineWalls(text_, proposal.cells, &proposal.grid)) {
    Judge(&proposal);
  }
  return proposal;
}

Proposal Proposer::FromGrid(Grid grid) const {
  Proposal proposal;
  proposal.method = TableMethod::kLattice;
  proposal.grid = std::move(grid);
  Judge(&proposal);
  return proposal;
}

Proposal Proposer::FromText(const Box& box, TableMethod method) const {
  Proposal proposal;
  proposal.method = method;
  TextGridInput input;
  input.text = &text_;
  input.box = box;
  input.font_size = text_.size;
  input.lines = ChunkLines(text_, FreeWords(box), rulings_.vertical);
  input.horizontal = Through(rulings_.horizontal, box.top, box.bottom, box.left, box.right);
  input.vertical = Through(rulings_.vertical, box.left, box.right, box.top, box.bottom);
  proposal.grid = BuildTextGrid(input);
  Judge(&proposal);
  return proposal;
}

// Rulings are the author's own word; text may overrule them only where they leave several figures
// in one cell, or no table at all. Where a few of them are missing, figures tell where.
Proposal Proposer::FromLattice(const Lattice& lattice) const {
  Proposal ruled = FromRulings(lattice);
  const bool doubtful = ruled.score <= kAccept || ruled.evidence.crowded * 8 > ruled.evidence.cells;
  if (IsWellDrawn(ruled)) {
    ruled.score = std::max(ruled.score, 0.7F);
  }
  const bool frame = lattice.horizontal.size() <= 2 && lattice.vertical.size() <= 2;
  if (frame || (!doubtful && ruled.evidence.crowded == 0)) {
    return ruled;
  }
  Proposal read = FromText(lattice.box, TableMethod::kRules);
  if (doubtful && read.score > ruled.score + 0.1F) {
    return read;
  }
  if (ruled.evidence.crowded > 0) {
    RaiseTextWalls(text_, ruled.words, &ruled.grid);
    Judge(&ruled);
  }
  const bool cleaner = read.evidence.crowded < ruled.evidence.crowded && read.score > kAccept;
  return cleaner && read.score > ruled.score - 0.1F ? read : ruled;
}

}  // namespace crossfoot
