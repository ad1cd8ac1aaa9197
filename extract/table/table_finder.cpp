// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/table_finder.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "extract/table/cell_text.h"
#include "extract/table/columns.h"
#include "extract/table/head.h"
#include "extract/table/lattice.h"
#include "extract/table/proposal.h"
#include "extract/table/region.h"
#include "extract/table/ruling.h"
#include "extract/table/surroundings.h"
#include "extract/table/table_joiner.h"

namespace crossfoot {
namespace {

constexpr size_t kTablesAtMost = 1000;  // on one page
constexpr float kBand = 24;             // points
constexpr float kEverywhere = 1e9F;
constexpr float kGoneOn = 0.7F;  // score of a few rows that go on from the page before

// Which parts of the page are taken, looked up by bands of its height.
class Occupied {
 public:
  void Add(const Box& box) {
    for (int band = BandOf(box.top); band <= BandOf(box.bottom); ++band) {
      bands_[band].push_back(box);
    }
  }
  [[nodiscard]] bool Holds(const Point& at) const {
    return Any(at.y, at.y, [&](const Box& box) { return box.Contains(at); });
  }
  // Whether something taken reaches further into the box than its rim.
  [[nodiscard]] bool Meets(const Box& box) const {
    const Box core{box.left + 2, box.top + 2, box.right - 2, box.bottom - 2};
    return Any(box.top, box.bottom, [&](const Box& other) { return other.Intersects(core); });
  }

 private:
  static int BandOf(float y) { return static_cast<int>(std::clamp(y, -1e6F, 1e6F) / kBand); }

  template <typename Test>
  [[nodiscard]] bool Any(float top, float bottom, Test test) const {
    for (auto band = bands_.lower_bound(BandOf(top));
         band != bands_.end() && band->first <= BandOf(bottom); ++band) {
      if (std::any_of(band->second.begin(), band->second.end(), test)) {
        return true;
      }
    }
    return false;
  }

  std::map<int, std::vector<Box>> bands_;
};

// Finds first what is drawn most clearly; later steps see only what earlier ones left.
class Finder {
 public:
  Finder(const PageContent& page, PageText text, const std::vector<float>& open_columns)
      : page_(page),
        open_columns_(open_columns),
        rulings_(GatherRulings(page)),
        text_(std::move(text)),
        axes_(FindAxes(rulings_)),
        proposer_(text_, rulings_, used_) {
    CutAtRulings(page, rulings_.vertical, &text_);
    used_.assign(text_.words.size(), false);
  }

  PageTables Find() {
    ReadLattices();
    ReadStacks();
    ReadShades();
    ReadRuns();
    std::sort(accepted_.begin(), accepted_.end(), [](const Proposal& a, const Proposal& b) {
      const Box x = a.grid.box();
      const Box y = b.grid.box();
      return std::pair(x.top, x.left) < std::pair(y.top, y.left);
    });
    found_.owner.assign(page_.glyphs.size(), 0);
    const std::vector<ChunkLine> free_lines = FreeLines(-kEverywhere, kEverywhere);
    for (const Proposal& proposal : accepted_) {
      Emit(proposal, free_lines);
    }
    if (lone_head_) {
      EmitLoneHead(*lone_head_, free_lines);
    }
    return std::move(found_);
  }

 private:
  void ReadLattices() {
    bool first = true;
    for (const Lattice& lattice : FindLattices(rulings_, &found_.over_limit)) {
      if (IsLoneHead(lattice)) {
        continue;
      }
      Proposal proposal = proposer_.FromLattice(lattice);
      if (first && !open_columns_.empty() && OpensPage(lattice.box)) {
        proposal = GoneOn(std::move(proposal), lattice);
      }
      first = false;
      if (IsEmptyForm(proposal)) {
        proposal.score = std::max(proposal.score, kGoneOn);
      }
      Accept(std::move(proposal));
    }
  }

  // A ruled row of words under a title or a unit note is the head of a table that has nothing to
  // show.
  bool IsEmptyForm(const Proposal& proposal) {
    constexpr int kFewestColumns = 3;
    constexpr int kLookedAtMost = 8;  // on one page
    if (proposal.grid.row_edges.size() != 2 || proposal.grid.columns() < kFewestColumns ||
        std::any_of(
            proposal.cells.begin(), proposal.cells.end(),
            [](const GridCell& cell) { return cell.empty() || cell.kind != InkKind::kText; }) ||
        ++forms_looked_at_ > kLookedAtMost) {
      return false;
    }
    PageTable table = MakeTable(proposal);
    ReadSurroundings(page_, text_, FreeLines(-kEverywhere, kEverywhere), used_,
                     RoomAround(table.box), &table);
    return !table.unit_note.empty() || table.caption.utf8().ends_with("表");
  }

  // Whether hardly more than a running head can stand above.
  [[nodiscard]] bool OpensPage(const Box& box) const {
    constexpr size_t kHeadLines = 2;
    return LinesBetween(text_, -kEverywhere, box.top).second <= kHeadLines;
  }

  // Whether it is a single row of words over columns, with no more than a page number
  // below; then it is kept, since only the next page tells what it is.
  bool IsLoneHead(const Lattice& lattice) {
    constexpr size_t kFootLines = 2;
    const auto [first, last] = LinesBetween(text_, lattice.box.bottom, kEverywhere);
    if (last - first > kFootLines || lattice.horizontal.size() > 4) {
      return false;
    }
    Grid grid = GrowGrid(lattice);
    if (grid.row_edges.size() != 2 || grid.columns() < 2) {
      return false;
    }
    Proposal row = proposer_.FromGrid(std::move(grid));
    const auto words = std::count_if(row.cells.begin(), row.cells.end(), [](const GridCell& cell) {
      return !cell.empty() && cell.kind == InkKind::kText;
    });
    const bool figures = std::any_of(row.cells.begin(), row.cells.end(), [](const GridCell& cell) {
      return !cell.empty() && cell.kind != InkKind::kText;
    });
    if (figures || words < 2 || 4 * static_cast<size_t>(words) < 3 * row.cells.size() ||
        occupied_.Meets(row.grid.box())) {
      return false;
    }
    for (const uint32_t w : row.words) {
      used_[w] = true;
    }
    occupied_.Add(row.grid.box());
    lone_head_ = std::move(row);
    return true;
  }

  // The end of a table that goes on from the page before may be a row or two whose cells span
  // columns (合计): too little to be a table by itself, or one of fewer columns. It has the columns
  // of what it belongs to, if its own are among them.
  [[nodiscard]] Proposal GoneOn(Proposal proposal, const Lattice& lattice) const {
    const Grid own = GrowGrid(lattice);
    if (own.row_edges.size() < 2 || own.columns() < 2) {
      return proposal;
    }
    const std::vector<float> columns = ColumnsAmong(own.column_edges, open_columns_);
    const bool sufficient = proposal.score > kAccept && own.rows() > 1;
    if (columns.empty() || (sufficient && columns.size() == own.column_edges.size())) {
      return proposal;
    }
    Grid grid(own.row_edges, columns);
    for (int r = 0; r < grid.rows(); ++r) {
      for (int c = 0; c < grid.columns(); ++c) {
        const int at = own.ColumnAt(
            (columns[static_cast<size_t>(c)] + columns[static_cast<size_t>(c) + 1]) / 2);
        const bool drawn =
            columns[static_cast<size_t>(c) + 1] == own.column_edges[static_cast<size_t>(at) + 1];
        grid.SetWallBelow(r, c, own.WallBelow(r, at));
        grid.SetWallRight(r, c, drawn && own.WallRight(r, at));
      }
    }
    Proposal whole = proposer_.FromGrid(std::move(grid));
    const int fewest = own.columns() > 2 && columns.size() == own.column_edges.size() ? 1 : 2;
    if (whole.evidence.cells < fewest || whole.evidence.crowded > 0) {
      return proposal;
    }
    whole.score = std::max(whole.score, kGoneOn);
    return whole;
  }

  void ReadStacks() {
    std::vector<Ruling> free_rulings;
    for (const Ruling& ruling : rulings_.horizontal) {
      if (!occupied_.Holds({(ruling.from + ruling.to) / 2, ruling.position})) {
        free_rulings.push_back(ruling);
      }
    }
    const std::vector<ChunkLine> lines = FreeLines(-kEverywhere, kEverywhere);
    for (const Box& box : FindStacks(lines, free_rulings, text_.size)) {
      Accept(WithHead(proposer_.FromText(box, TableMethod::kRules), lines));
    }
  }

  // Shading has other uses than to part cells: what it bounds must hold columns of figures. Where
  // every other row is shaded, it bounds but a part of what stands aligned.
  void ReadShades() {
    const Rulings edges = ShadeEdges(page_);
    bool over_limit = false;
    const Proposer proposer(text_, edges, used_);
    std::vector<Proposal> shaded;
    for (const Lattice& lattice : FindLattices(edges, &over_limit)) {
      Proposal proposal = proposer.FromLattice(lattice);
      if (proposal.score > kAccept && proposal.evidence.figure_columns > 0 &&
          proposal.evidence.rows >= 3) {
        proposal.method = TableMethod::kRules;
        shaded.push_back(std::move(proposal));
      }
    }
    const std::vector<Proposal> runs = shaded.empty() ? std::vector<Proposal>() : ProposeRuns();
    for (Proposal& proposal : shaded) {
      const bool part = std::any_of(runs.begin(), runs.end(), [&](const Proposal& run) {
        return run.evidence.rows > proposal.evidence.rows &&
               run.evidence.columns >= proposal.evidence.columns &&
               run.score > proposal.score - 0.1F &&
               run.grid.box().Contains(proposal.grid.box().center());
      });
      if (!part) {
        Accept(std::move(proposal));
      }
    }
  }

  void ReadRuns() {
    for (Proposal& proposal : ProposeRuns()) {
      Accept(std::move(proposal));
    }
  }

  [[nodiscard]] std::vector<Proposal> ProposeRuns() const {
    std::vector<Proposal> proposals;
    const float gutter = FindGutter(FreeLines(-kEverywhere, kEverywhere), text_.size);
    if (gutter > 0) {
      ProposeRunsBetween(-kEverywhere, gutter, &proposals);
      ProposeRunsBetween(gutter, kEverywhere, &proposals);
    } else {
      ProposeRunsBetween(-kEverywhere, kEverywhere, &proposals);
    }
    return proposals;
  }

  void ProposeRunsBetween(float left, float right, std::vector<Proposal>* proposals) const {
    const std::vector<ChunkLine> lines = FreeLines(left, right);
    for (const AlignedRun& run : FindRuns(lines, text_.size)) {
      const Box box{run.box.left - 2, run.box.top - 1, run.box.right + 2, run.box.bottom + 1};
      Proposal proposal = WithHead(proposer_.FromText(box, TableMethod::kAligned), lines);
      const TableEvidence& evidence = proposal.evidence;
      const bool columns_of_figures =
          evidence.figure_columns > 0 && evidence.rows >= (run.captioned ? 2 : 3);
      const bool columns_of_words =
          run.captioned && evidence.rows >= 3 && evidence.columns >= 3 && evidence.prose == 0;
      if (proposal.score > kAccept && (columns_of_figures || columns_of_words)) {
        proposals->push_back(std::move(proposal));
      }
    }
  }

  // Lines of the words that no accepted table has, between two x.
  [[nodiscard]] std::vector<ChunkLine> FreeLines(float left, float right) const {
    std::vector<uint32_t> free;
    for (uint32_t w = 0; w < text_.words.size(); ++w) {
      const float x = InkCenter(text_.words[w]).x;
      if (x >= left && x < right && !used_[w]) {
        free.push_back(w);
      }
    }
    return ChunkLines(text_, free, {});
  }

  // The same table with the head that stands above it, or the rest of its head.
  [[nodiscard]] Proposal WithHead(Proposal proposal, const std::vector<ChunkLine>& lines) const {
    if (proposal.score <= kAccept) {
      return proposal;
    }
    const bool headless =
        std::any_of(proposal.cells.begin(), proposal.cells.end(), [&](const GridCell& cell) {
          return cell.row == 0 && cell.column > 0 && cell.kind == InkKind::kFigure &&
                 !text_.words[cell.words.front()].year;
        });
    Box box = proposal.grid.box();
    const float top = headless ? FindHeadAbove(lines, box, proposal.grid.column_edges)
                               : FindUpperHeads(lines, box, proposal.grid.column_edges);
    if (top >= box.top) {
      return proposal;
    }
    box.top = top - 1;
    Proposal whole = proposer_.FromText(box, proposal.method);
    const bool as_good = whole.score > proposal.score - 0.1F;
    return as_good && whole.grid.columns() == proposal.grid.columns() ? whole : proposal;
  }

  // Whether a chart's axis lies in the box or at its border.
  [[nodiscard]] bool IsChart(const Box& box) const {
    const Box wide{box.left - 3, box.top - 3, box.right + 3, box.bottom + 3};
    return std::any_of(axes_.begin(), axes_.end(),
                       [&](const Box& axis) { return wide.Contains(axis.center()); });
  }

  // A table of contents: dots lead to page numbers that never fall.
  [[nodiscard]] bool IsContents(const Proposal& proposal) const {
    int led = 0;
    int rows = 0;
    int64_t last = 0;
    for (const GridCell& cell : proposal.cells) {
      if (cell.column != proposal.grid.columns() - 1 || cell.kind != InkKind::kFigure) {
        continue;
      }
      const Word& word = text_.words[cell.words.front()];
      int64_t number = 0;
      for (uint32_t i = word.begin; i < word.end; ++i) {
        const int digit = DigitValue(page_.glyphs[text_.order[i]].code);
        if (digit < 0 || number > 9999) {
          return false;
        }
        number = 10 * number + digit;
      }
      if (number < last) {
        return false;
      }
      last = number;
      led += word.after_leader ? 1 : 0;
      ++rows;
    }
    return led > 1 && led * 2 >= rows;
  }

  // A picture that was read on a page with text of its own is a chart or a photograph more often
  // than a table: only rules that cross say that it is one.
  [[nodiscard]] bool IsFromPicture(const Proposal& proposal) const {
    if (page_.by_ocr || proposal.method == TableMethod::kLattice) {
      return false;
    }
    const auto read = std::count_if(proposal.words.begin(), proposal.words.end(), [&](uint32_t w) {
      return page_.glyphs[text_.order[text_.words[w].begin]].confidence < 1;
    });
    return 2 * static_cast<size_t>(read) > proposal.words.size();
  }

  void Accept(Proposal proposal) {
    if (proposal.score <= kAccept || IsFromPicture(proposal) || IsChart(proposal.grid.box()) ||
        occupied_.Meets(proposal.grid.box()) ||
        (proposal.method != TableMethod::kLattice && IsContents(proposal))) {
      return;
    }
    if (accepted_.size() >= kTablesAtMost) {
      found_.over_limit = true;
      return;
    }
    for (const uint32_t w : proposal.words) {
      used_[w] = true;
    }
    occupied_.Add(proposal.grid.box());
    accepted_.push_back(std::move(proposal));
  }

  [[nodiscard]] Room RoomAround(const Box& box) const {
    constexpr float kAbove = 60;  // points over the table, where its title stands
    Room room{0, page_.info.height, page_.info.width};
    for (const Proposal& other : accepted_) {
      const Box o = other.grid.box();
      if (o.bottom <= box.top + 2) {
        room.ceiling = std::max(room.ceiling, o.bottom);
      } else if (o.top >= box.bottom - 2) {
        room.floor = std::min(room.floor, o.top);
      }
      if (o.left >= box.right - 2 && o.bottom > box.top - kAbove && o.top < box.bottom) {
        room.right = std::min(room.right, o.left);
      }
    }
    return room;
  }

  [[nodiscard]] PageTable MakeTable(const Proposal& proposal) const {
    PageTable table;
    table.page = page_.info.number;
    table.box = proposal.grid.box();
    table.method = proposal.method;
    table.row_edges = proposal.grid.row_edges;
    table.column_edges = proposal.grid.column_edges;
    table.confidence = proposal.score;
    table.cells.reserve(proposal.cells.size());
    for (const GridCell& from : proposal.cells) {
      Cell cell{from.row, from.column, from.row_span, from.column_span, {}, {}};
      cell.text = ComposeText(page_, text_, from.words);
      cell.place.page = page_.info.number;
      cell.place.box =
          Box{table.column_edges[static_cast<size_t>(from.column)],
              table.row_edges[static_cast<size_t>(from.row)],
              table.column_edges[static_cast<size_t>(from.column) +
                                 static_cast<size_t>(from.column_span)],
              table.row_edges[static_cast<size_t>(from.row) + static_cast<size_t>(from.row_span)]};
      table.cells.push_back(std::move(cell));
    }
    return table;
  }

  void Emit(const Proposal& proposal, const std::vector<ChunkLine>& free_lines) {
    PageTable table = MakeTable(proposal);
    const auto owner = static_cast<uint32_t>(found_.tables.size()) + 1;
    Own(proposal.words, owner);
    AddSideways(owner, &table);
    ReadHead(&table);
    const std::vector<uint32_t> around =
        ReadSurroundings(page_, text_, free_lines, used_, RoomAround(table.box), &table);
    Own(around, owner);
    found_.tables.push_back(std::move(table));
  }

  // Its words stay free for the case that nothing goes on with it.
  void EmitLoneHead(const Proposal& proposal, const std::vector<ChunkLine>& free_lines) {
    PageTable table = MakeTable(proposal);
    table.confidence = kGoneOn;
    table.lone_head = true;
    table.header_rows = 1;
    table.reach = table.box;
    for (const uint32_t w :
         ReadSurroundings(page_, text_, free_lines, used_, RoomAround(table.box), &table)) {
      table.reach = table.reach.Union(text_.words[w].box);
    }
    found_.tables.push_back(std::move(table));
  }

  void Own(const std::vector<uint32_t>& words, uint32_t owner) {
    for (const uint32_t w : words) {
      used_[w] = true;
      for (uint32_t i = text_.words[w].begin; i < text_.words[w].end; ++i) {
        found_.owner[text_.order[i]] = owner;
      }
    }
  }

  // Text set on its side goes into the cell it stands in, if that holds nothing else.
  void AddSideways(uint32_t owner, PageTable* table) {
    if (!Sideways()) {
      return;
    }
    for (Cell& cell : table->cells) {
      std::vector<uint32_t> glyphs;
      for (const uint32_t i : *sideways_) {
        if (found_.owner[i] == 0 && cell.place.box->Contains(page_.glyphs[i].box.center())) {
          glyphs.push_back(i);
        }
      }
      if (cell.text.empty() && !glyphs.empty()) {
        for (const uint32_t i : glyphs) {
          found_.owner[i] = owner;
        }
        cell.text = ComposeSideways(page_, std::move(glyphs));
      }
    }
  }

  // Whether the page has such text, but no more than heads need.
  bool Sideways() {
    constexpr size_t kAtMost = 2000;
    if (!sideways_) {
      sideways_.emplace();
      for (uint32_t i = 0; i < page_.glyphs.size(); ++i) {
        const Glyph& glyph = page_.glyphs[i];
        if ((glyph.direction == 90 || glyph.direction == 270) && !IsBlank(glyph.code)) {
          sideways_->push_back(i);
        }
      }
    }
    return !sideways_->empty() && sideways_->size() <= kAtMost;
  }

  const PageContent& page_;
  const std::vector<float>& open_columns_;
  Rulings rulings_;
  PageText text_;
  std::vector<Box> axes_;
  std::vector<bool> used_;  // words of accepted tables
  Proposer proposer_;
  std::vector<Proposal> accepted_;
  std::optional<Proposal> lone_head_;
  int forms_looked_at_ = 0;
  Occupied occupied_;
  std::optional<std::vector<uint32_t>> sideways_;
  PageTables found_;
};

}  // namespace

PageTables FindTables(const PageContent& page, PageText text,
                      const std::vector<float>& open_columns) {
  return Finder(page, std::move(text), open_columns).Find();
}

PageTables FindTables(const PageContent& page) { return FindTables(page, GatherLines(page), {}); }

}  // namespace crossfoot
