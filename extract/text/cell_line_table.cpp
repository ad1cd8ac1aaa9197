// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/cell_line_table.h"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "extract/text/cell_kind.h"
#include "extract/text/clean_text.h"
#include "extract/text/row_alignment.h"
#include "extract/text/table_draft.h"

namespace crossfoot {
namespace {

constexpr size_t kFewestCells = 6;
constexpr size_t kMostUnclosed = 6;  // lines in a row without a bar, within a table
constexpr size_t kLongestHeadWord = 12;

bool IsBarLine(std::string_view text) {
  return text.find_first_not_of("| ") == std::string_view::npos;
}

// `cell |`, with no bar before the last: a Markdown row has several.
bool IsClosedCell(std::string_view text) {
  return text.ends_with("|") && text.find('|') + 1 == text.size();
}

bool BelongsToTable(std::string_view text) { return IsBarLine(text) || IsClosedCell(text); }

struct StreamCell {
  DraftCell cell;
  CellKind kind = CellKind::kEmpty;
  std::string folded;
  bool after_bars = false;  // a line of bars stands before it
};

std::vector<StreamCell> ReadCells(std::span<const SourceLine> lines) {
  std::vector<StreamCell> cells;
  bool open = false;
  bool bars = false;
  for (size_t i = 0; i < lines.size(); ++i) {
    const SourceLine& line = lines[i];
    if (IsBarLine(line.text)) {
      bars = true;
      open = false;
      continue;
    }
    const bool closed = IsClosedCell(line.text);
    const std::string_view words =
        TrimBlanks(closed ? line.text.substr(0, line.text.size() - 1) : line.text);
    if (!open) {
      cells.emplace_back();
      cells.back().after_bars = bars;
      cells.back().cell.place = Place{0, line.number, line.column, {}};
    } else if (cells.back().cell.text.utf8() == words) {
      cells.emplace_back();  // the same again, not a continuation
      cells.back().cell.place = Place{0, line.number, line.column, {}};
    }
    AppendContinuation(words, line.number, line.column, &cells.back().cell.text);
    open = !closed;
    bars = false;
  }
  for (StreamCell& cell : cells) {
    cell.kind = KindOfCell(cell.cell.text.utf8());
    cell.folded = FoldLabel(cell.cell.text.utf8());
  }
  return cells;
}

bool IsHeadWord(const StreamCell& cell) {
  const std::string& text = cell.folded;
  return cell.kind == CellKind::kLabel && CountUtf8(text) <= kLongestHeadWord &&
         text.find_first_of("0123456789") == std::string::npos &&
         KindFromHead(text) != CellKind::kEmpty;
}

class Builder {
 public:
  explicit Builder(std::vector<StreamCell> cells) : cells_(std::move(cells)) {}

  Table Build() {
    const size_t body = CutHead();
    CutRows(body);
    ChooseHeadLayout();
    Lay();
    return MakeTable(std::move(draft_));
  }

 private:
  // The head's rows as indices of cells; returns where the body begins.
  size_t CutHead() {
    size_t i = 0;
    while (i < cells_.size() && IsHeadWord(cells_[i])) {
      if (i == 0 || cells_[i].after_bars) {
        head_.emplace_back();
      }
      head_.back().push_back(i);
      ++i;
    }
    return i;
  }

  void CutRows(size_t from) {
    std::vector<size_t> row;
    for (size_t i = from; i < cells_.size(); ++i) {
      row.push_back(i);
      const bool figure = cells_[i].kind == CellKind::kFigure;
      const bool next_figure = i + 1 < cells_.size() && cells_[i + 1].kind == CellKind::kFigure;
      if (figure && !next_figure) {
        rows_.push_back(std::move(row));
        row.clear();
      }
    }
    if (!row.empty()) {
      rows_.push_back(std::move(row));
    }
  }

  // One flat head, or a second row that parts one of the first row's cells: which one, the body
  // tells.
  void ChooseHeadLayout() {
    std::vector<size_t> first = head_.empty() ? std::vector<size_t>{} : head_[0];
    const std::vector<size_t> second = head_.size() > 1 ? head_[1] : std::vector<size_t>{};
    if (first.empty()) {
      size_t widest = 2;
      for (const std::vector<size_t>& row : rows_) {
        widest = std::max(widest, std::min<size_t>(row.size(), 16));
      }
      draft_.columns = static_cast<int>(widest);
      kinds_.assign(widest, CellKind::kEmpty);
      return;
    }
    float least = std::numeric_limits<float>::max();
    size_t parted = first.size();
    for (size_t k = 0; k < first.size(); ++k) {
      if (second.empty() && k > 0) {
        break;
      }
      const std::vector<CellKind> kinds = KindsWhenParted(first, second, k);
      const float cost = CostOfBody(kinds);
      if (cost < least) {
        least = cost;
        parted = k;
        kinds_ = kinds;
      }
    }
    EmitHead(first, second, parted);
  }

  [[nodiscard]] std::vector<CellKind> KindsWhenParted(const std::vector<size_t>& first,
                                                      const std::vector<size_t>& second,
                                                      size_t parted) const {
    std::vector<CellKind> kinds;
    for (size_t k = 0; k < first.size(); ++k) {
      if (k == parted && !second.empty()) {
        for (const size_t cell : second) {
          kinds.push_back(KindFromHead(cells_[cell].folded));
        }
      } else {
        kinds.push_back(KindFromHead(cells_[first[k]].folded));
      }
    }
    return kinds;
  }

  [[nodiscard]] static std::vector<ColumnProfile> ProfilesOf(const std::vector<CellKind>& kinds) {
    size_t leaf = 0;
    for (size_t c = 0; c < kinds.size(); ++c) {
      leaf = kinds[c] == CellKind::kLabel ? c : leaf;
    }
    std::vector<ColumnProfile> profiles;
    for (size_t c = 0; c < kinds.size(); ++c) {
      profiles.emplace_back(kinds[c], c == leaf, 4.0F);
    }
    return profiles;
  }

  [[nodiscard]] float CostOfBody(const std::vector<CellKind>& kinds) const {
    constexpr size_t kSample = 40;  // rows
    const std::vector<ColumnProfile> profiles = ProfilesOf(kinds);
    float cost = 0;
    for (size_t r = 0; r < std::min(rows_.size(), kSample); ++r) {
      const std::vector<size_t> row = WithoutRepeats(rows_[r], kinds.size());
      std::vector<CellKind> row_kinds;
      for (const size_t cell : row) {
        row_kinds.push_back(cells_[cell].kind);
      }
      std::vector<bool> filled(kinds.size(), false);
      const std::vector<int> columns = AlignRow(row_kinds, profiles);
      for (size_t k = 0; k < columns.size(); ++k) {
        if (columns[k] >= 0) {
          filled[static_cast<size_t>(columns[k])] = true;
          cost += profiles[static_cast<size_t>(columns[k])].Cost(row_kinds[k]);
        } else {
          cost += 5;
        }
      }
      for (size_t c = 0; c < filled.size(); ++c) {
        cost += filled[c] ? 0 : profiles[c].Cost(CellKind::kEmpty);
      }
    }
    return cost;
  }

  void EmitHead(const std::vector<size_t>& first, const std::vector<size_t>& second,
                size_t parted) {
    draft_.columns = static_cast<int>(kinds_.size());
    draft_.head.assign(second.empty() ? 1 : 2, DraftRow(kinds_.size()));
    size_t column = 0;
    for (size_t k = 0; k < first.size(); ++k) {
      draft_.head[0][column] = std::move(cells_[first[k]].cell);
      if (k != parted || second.empty()) {
        ++column;
        continue;
      }
      for (const size_t cell : second) {
        draft_.head[1][column] = std::move(cells_[cell].cell);
        ++column;
      }
    }
  }

  // While a row has more cells than there are columns, cells that the next one repeats go.
  [[nodiscard]] std::vector<size_t> WithoutRepeats(const std::vector<size_t>& row,
                                                   size_t columns) const {
    std::vector<size_t> kept;
    size_t surplus = row.size() > columns ? row.size() - columns : 0;
    for (size_t k = 0; k < row.size(); ++k) {
      const bool repeated =
          k + 1 < row.size() && cells_[row[k]].folded == cells_[row[k + 1]].folded;
      if (surplus > 0 && repeated) {
        --surplus;
        continue;
      }
      kept.push_back(row[k]);
    }
    return kept;
  }

  void Lay() {
    const std::vector<ColumnProfile> profiles = ProfilesOf(kinds_);
    for (const std::vector<size_t>& all : rows_) {
      const std::vector<size_t> row = WithoutRepeats(all, kinds_.size());
      std::vector<CellKind> row_kinds;
      for (const size_t cell : row) {
        row_kinds.push_back(cells_[cell].kind);
      }
      const std::vector<int> columns = ColumnsOf(row, row_kinds, profiles);
      DraftRow out(kinds_.size());
      for (DraftCell& cell : out) {
        cell.place = cells_[row.front()].cell.place;
      }
      for (size_t k = 0; k < row.size(); ++k) {
        if (columns[k] < 0) {
          continue;
        }
        DraftCell& target = out[static_cast<size_t>(columns[k])];
        if (target.text.empty()) {
          target = std::move(cells_[row[k]].cell);
        } else {
          target.text.Append(cells_[row[k]].cell.text);
        }
      }
      draft_.body.push_back(std::move(out));
    }
  }

  // A row that sums up (小计, 评价结果 …): its label stands at the row's beginning, what it says
  // last in the last column of figures.
  [[nodiscard]] std::vector<int> ColumnsOf(const std::vector<size_t>& row,
                                           const std::vector<CellKind>& row_kinds,
                                           const std::vector<ColumnProfile>& profiles) const {
    const bool figures =
        std::find(row_kinds.begin(), row_kinds.end(), CellKind::kFigure) != row_kinds.end();
    const bool sums_up = IsTotalLabel(cells_[row.front()].folded) || !figures;
    if (row.size() < 2 || !sums_up || row.size() > profiles.size()) {
      return AlignRow(row_kinds, profiles);
    }
    std::vector<int> columns;
    for (size_t k = 0; k < row.size(); ++k) {
      columns.push_back(static_cast<int>(k));
    }
    for (size_t c = profiles.size(); c-- > 0;) {
      if (kinds_[c] == CellKind::kFigure && static_cast<int>(c) > columns.back()) {
        columns.back() = static_cast<int>(c);
        break;
      }
    }
    return columns;
  }

  std::vector<StreamCell> cells_;
  std::vector<std::vector<size_t>> head_;
  std::vector<std::vector<size_t>> rows_;
  std::vector<CellKind> kinds_;  // that each column's head promises
  TableDraft draft_;
};

}  // namespace

std::vector<FoundTable> FindCellLineTables(std::span<const SourceLine> lines) {
  std::vector<FoundTable> tables;
  for (size_t i = 0; i < lines.size();) {
    if (!IsClosedCell(lines[i].text) || lines[i].tabbed) {
      ++i;
      continue;
    }
    size_t end = i + 1;
    size_t cells = 1;
    for (size_t k = end; k < lines.size() && k - end <= kMostUnclosed; ++k) {
      if (BelongsToTable(lines[k].text)) {
        cells += IsBarLine(lines[k].text) ? 0 : 1;
        end = k + 1;
      }
    }
    if (cells >= kFewestCells) {
      Table table = Builder(ReadCells(lines.subspan(i, end - i))).Build();
      tables.push_back({i, end - i, std::move(table)});
    }
    i = end;
  }
  return tables;
}

}  // namespace crossfoot
