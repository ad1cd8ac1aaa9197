// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/table_finder.h"

#include <algorithm>
#include <utility>

#include "extract/table/cell_text.h"
#include "extract/table/columns.h"
#include "extract/table/evidence.h"
#include "extract/table/grid.h"
#include "extract/table/head.h"
#include "extract/table/lattice.h"
#include "extract/table/region.h"
#include "extract/table/ruling.h"
#include "extract/table/surroundings.h"
#include "extract/table/text_grid.h"
#include "extract/table/text_line.h"

namespace crossfoot {
namespace {

constexpr float kAccept = 0.5F;

// A grid proposed for a part of the page, and what speaks for it.
struct Proposal {
  TableMethod method = TableMethod::kAligned;
  Grid grid;
  std::vector<uint32_t> words;
  std::vector<GridCell> cells;
  TableEvidence evidence;
  float score = 0;
};

class Finder {
 public:
  explicit Finder(const PageContent& page)
      : page_(page), rulings_(GatherRulings(page)), text_(GatherLines(page)), axes_(FindAxes(rulings_)) {
    CutAtRulings(page, rulings_.vertical, &text_);
  }

  PageTables Find() {
    PageTables found;
    for (const Lattice& lattice : FindLattices(rulings_, &found.over_limit)) {
      Accept(ReadLattice(lattice));
    }
    ReadUnruled();
    std::sort(accepted_.begin(), accepted_.end(), [](const Proposal& a, const Proposal& b) {
      const Box x = a.grid.box();
      const Box y = b.grid.box();
      return std::pair(x.top, x.left) < std::pair(y.top, y.left);
    });
    found.owner.assign(page_.glyphs.size(), 0);
    const std::vector<ChunkLine> free_lines = FreeLines(-1e9F, 1e9F);
    for (size_t i = 0; i < accepted_.size(); ++i) {
      Emit(accepted_[i], free_lines, &found);
    }
    return found;
  }

 private:
  void Judge(Proposal* proposal) const {
    if (proposal->grid.row_edges.size() < 2) {
      return;
    }
    proposal->words = WordsIn(text_, proposal->grid.box());
    proposal->cells = FillCells(proposal->grid, text_, proposal->words);
    proposal->evidence = Weigh(proposal->grid, proposal->cells, text_);
    proposal->score = proposal->evidence.Score();
  }

  // Lines of the words that no accepted table has, between two x.
  std::vector<ChunkLine> FreeLines(float left, float right) const {
    std::vector<uint32_t> free;
    for (uint32_t w = 0; w < text_.words.size(); ++w) {
      const Point at = InkCenter(text_.words[w]);
      if (at.x >= left && at.x < right && !IsTaken(at)) {
        free.push_back(w);
      }
    }
    return ChunkLines(text_, free, {});
  }

  bool IsTaken(const Point& at) const {
    return std::any_of(accepted_.begin(), accepted_.end(),
                       [&](const Proposal& proposal) { return proposal.grid.box().Contains(at); });
  }

  void ReadUnruled() {
    const std::vector<ChunkLine> lines = FreeLines(-1e9F, 1e9F);
    std::vector<Ruling> free_rulings;
    for (const Ruling& ruling : rulings_.horizontal) {
      if (!IsTaken({(ruling.from + ruling.to) / 2, ruling.position})) {
        free_rulings.push_back(ruling);
      }
    }
    for (const Box& box : FindStacks(lines, free_rulings, text_.size)) {
      Accept(FromText(box, TableMethod::kRules));
    }
    const float gutter = FindGutter(lines, text_.size);
    const std::vector<float> sides =
        gutter > 0 ? std::vector<float>{-1e9F, gutter, 1e9F} : std::vector<float>{-1e9F, 1e9F};
    for (size_t i = 0; i + 1 < sides.size(); ++i) {
      for (const Box& box : FindRuns(FreeLines(sides[i], sides[i + 1]), text_.size)) {
        const Proposal proposal = FromText(
            {box.left - 2, box.top - 1, box.right + 2, box.bottom + 1}, TableMethod::kAligned);
        if (proposal.evidence.figure_columns > 0 && proposal.evidence.rows >= 3) {
          Accept(proposal);
        }
      }
    }
  }

  // Whether a chart's axis lies in the box.
  bool IsChart(const Box& box) const {
    return std::any_of(axes_.begin(), axes_.end(), [&](const Box& axis) {
      return box.Contains(axis.center()) ||
             Box{box.left - 3, box.top - 3, box.right + 3, box.bottom + 3}.Contains(axis.center());
    });
  }

  void Accept(Proposal proposal) {
    if (proposal.score > kAccept && !IsChart(proposal.grid.box())) {
      accepted_.push_back(std::move(proposal));
    }
  }

  Proposal FromLattice(const Lattice& lattice) const {
    Proposal proposal;
    proposal.method = TableMethod::kLattice;
    proposal.grid = GrowGrid(lattice);
    Judge(&proposal);
    return proposal;
  }

  // Rulings are the author's own word; text may overrule them only where they leave several figures
  // in one cell, or no table at all.
  Proposal ReadLattice(const Lattice& lattice) const {
    Proposal ruled = FromLattice(lattice);
    const bool doubtful = ruled.score <= kAccept || ruled.evidence.crowded * 8 > ruled.evidence.cells;
    if (ruled.score > 0 && IsWellDrawn(ruled)) {
      ruled.score = std::max(ruled.score, 0.7F);
    }
    const bool frame = lattice.horizontal.size() <= 2 && lattice.vertical.size() <= 2;
    if (doubtful && !frame) {
      Proposal read = FromText(lattice.box, TableMethod::kRules);
      if (read.score > ruled.score + 0.1F) {
        return read;
      }
    }
    return ruled;
  }

  // A full grid with words in its first row is a table even if nothing was filled in.
  static bool IsWellDrawn(const Proposal& proposal) {
    const Grid& grid = proposal.grid;
    const auto places = static_cast<size_t>(grid.rows()) * static_cast<size_t>(grid.columns());
    int head = 0;
    for (const GridCell& cell : proposal.cells) {
      head += cell.row == 0 && !cell.empty() ? cell.column_span : 0;
    }
    return grid.rows() >= 2 && grid.columns() >= 3 && proposal.evidence.crowded == 0 &&
           proposal.cells.size() * 10 >= places * 7 && head * 10 >= grid.columns() * 8;
  }

  Proposal FromText(const Box& box, TableMethod method) const {
    Proposal proposal;
    proposal.method = method;
    TextGridInput input;
    input.box = box;
    input.font_size = text_.size;
    input.lines = ChunkLines(text_, WordsIn(text_, box), rulings_.vertical);
    for (const Ruling& ruling : rulings_.horizontal) {
      if (ruling.position > box.top - kSnap && ruling.position < box.bottom + kSnap &&
          ruling.from < box.right && ruling.to > box.left) {
        input.horizontal.push_back(ruling);
      }
    }
    for (const Ruling& ruling : rulings_.vertical) {
      if (ruling.position > box.left - kSnap && ruling.position < box.right + kSnap &&
          ruling.from < box.bottom && ruling.to > box.top) {
        input.vertical.push_back(ruling);
      }
    }
    proposal.grid = BuildTextGrid(input);
    Judge(&proposal);
    return proposal;
  }

  // The bottom of the nearest table above, or 0; the top of the nearest below, or the page's
  // height.
  std::pair<float, float> RoomAround(const Box& box) const {
    float ceiling = 0;
    float floor = page_.info.height;
    for (const Proposal& other : accepted_) {
      const Box o = other.grid.box();
      if (o.bottom <= box.top + 2) {
        ceiling = std::max(ceiling, o.bottom);
      } else if (o.top >= box.bottom - 2) {
        floor = std::min(floor, o.top);
      }
    }
    return {ceiling, floor};
  }

  void Emit(const Proposal& proposal, const std::vector<ChunkLine>& free_lines,
            PageTables* found) const {
    PageTable table;
    table.page = page_.info.number;
    table.box = proposal.grid.box();
    table.method = proposal.method;
    table.row_edges = proposal.grid.row_edges;
    table.column_edges = proposal.grid.column_edges;
    table.confidence = proposal.score;
    for (const GridCell& from : proposal.cells) {
      Cell cell;
      cell.row = from.row;
      cell.column = from.column;
      cell.row_span = from.row_span;
      cell.column_span = from.column_span;
      cell.text = ComposeText(page_, text_, from.words);
      cell.place.page = page_.info.number;
      cell.place.box = Box{table.column_edges[static_cast<size_t>(from.column)],
                           table.row_edges[static_cast<size_t>(from.row)],
                           table.column_edges[static_cast<size_t>(from.column + from.column_span)],
                           table.row_edges[static_cast<size_t>(from.row + from.row_span)]};
      table.cells.push_back(std::move(cell));
    }
    ReadHead(&table);
    const auto [ceiling, floor] = RoomAround(table.box);
    const std::vector<uint32_t> around =
        ReadSurroundings(page_, text_, free_lines, ceiling, floor, &table);
    const auto owner = static_cast<uint32_t>(found->tables.size()) + 1;
    Own(proposal.words, owner, found);
    Own(around, owner, found);
    found->tables.push_back(std::move(table));
  }

  void Own(const std::vector<uint32_t>& words, uint32_t owner, PageTables* found) const {
    for (const uint32_t w : words) {
      for (uint32_t i = text_.words[w].begin; i < text_.words[w].end; ++i) {
        found->owner[text_.order[i]] = owner;
      }
    }
  }

  const PageContent& page_;
  Rulings rulings_;
  PageText text_;
  std::vector<Box> axes_;
  std::vector<Proposal> accepted_;
};

}  // namespace

PageTables FindTables(const PageContent& page) { return Finder(page).Find(); }

}  // namespace crossfoot
