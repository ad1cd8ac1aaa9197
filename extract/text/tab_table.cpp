// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/tab_table.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "extract/text/clean_text.h"
#include "extract/text/row_alignment.h"
#include "extract/text/table_draft.h"

namespace crossfoot {
namespace {

constexpr size_t kWidestAligned = 64;  // columns

struct Fragment {
  size_t first = 0;  // line
  size_t count = 0;
  std::vector<DraftRow> rows;
  size_t widest = 0;
};

DraftRow SplitRow(const SourceLine& line) {
  DraftRow row;
  int character = 1;
  for (size_t at = 0; at <= line.raw.size();) {
    const size_t end = std::min(line.raw.find('\t', at), line.raw.size());
    const std::string_view cell = line.raw.substr(at, end - at);
    DraftCell draft;
    draft.place = Place{0, line.number, character, {}};
    AppendClean(cell, line.number, character, &draft.text);
    if (draft.text.utf8().find(' ') != std::string::npos &&
        KindOfCell(draft.text.utf8()) == CellKind::kLabel) {
      draft.text = WithoutWraps(draft.text);
    }
    character += static_cast<int>(CountUtf8(cell)) + 1;
    row.push_back(std::move(draft));
    at = end + 1;
  }
  return row;
}

size_t CountFilled(const DraftRow& row) {
  return static_cast<size_t>(
      std::count_if(row.begin(), row.end(), [](const DraftCell& c) { return !c.text.empty(); }));
}

// A tab that only indents a line of prose makes no table row.
bool IsRow(const SourceLine& line) {
  if (!line.tabbed) {
    return false;
  }
  const size_t inner = line.text.find('\t');
  const auto tabs = std::count(line.raw.begin(), line.raw.end(), '\t');
  return inner != std::string_view::npos || tabs >= 2;
}

std::vector<Fragment> FindFragments(std::span<const SourceLine> lines) {
  std::vector<Fragment> fragments;
  for (size_t i = 0; i < lines.size();) {
    if (!IsRow(lines[i])) {
      ++i;
      continue;
    }
    Fragment fragment;
    fragment.first = i;
    size_t filled = 0;
    do {
      fragment.rows.push_back(SplitRow(lines[i]));
      fragment.widest = std::max(fragment.widest, fragment.rows.back().size());
      filled = std::max(filled, CountFilled(fragment.rows.back()));
      ++i;
    } while (i < lines.size() && IsRow(lines[i]) && lines[i].blanks_before == 0);
    fragment.count = i - fragment.first;
    if (filled >= 2) {
      fragments.push_back(std::move(fragment));
    }
  }
  return fragments;
}

// The words of a row in order, empty cells left out.
std::vector<std::string> WordsOf(const DraftRow& row) {
  std::vector<std::string> words;
  for (const DraftCell& cell : row) {
    if (!cell.text.empty()) {
      words.push_back(FoldLabel(cell.text.utf8()));
    }
  }
  return words;
}

// Whether `row` says again what head row `head` says; a cell may have been lost.
bool Repeats(const DraftRow& head, const DraftRow& row) {
  const std::vector<std::string> all = WordsOf(head);
  const std::vector<std::string> some = WordsOf(row);
  size_t at = 0;
  for (const std::string& word : some) {
    while (at < all.size() && all[at] != word) {
      ++at;
    }
    if (at == all.size()) {
      return false;
    }
    ++at;
  }
  return !some.empty() && some.size() * 4 >= all.size() * 3;
}

size_t CountRepeated(const Fragment& a, const Fragment& b) {
  size_t rows = 0;
  while (rows < std::min({a.rows.size(), b.rows.size(), kMostHeadRows}) &&
         Repeats(a.rows[rows], b.rows[rows])) {
    ++rows;
  }
  return rows;
}

// One logical table in the making.
class TableBuilder {
 public:
  // `parts` are the fragments of one table; `head_rows` those that fragments repeat, 0 if unknown.
  TableBuilder(std::vector<Fragment> parts, size_t head_rows)
      : parts_(std::move(parts)), head_rows_(head_rows) {}

  Table Build() {
    TakeHead();
    TakeBody();
    if (static_cast<size_t>(draft_.columns) <= kWidestAligned && HeadNamesColumns()) {
      Align();
    }
    for (size_t i = 0; i < body_.size(); ++i) {
      PlaceRow(i);
    }
    return MakeTable(std::move(draft_));
  }

 private:
  void TakeHead() {
    std::vector<DraftRow>& rows = parts_.front().rows;
    if (rows.size() > 1 && CountFilled(rows[0]) == 1 && !rows[0].empty() &&
        LooksLikeHead(rows[1])) {
      for (DraftCell& cell : rows[0]) {
        if (!cell.text.empty()) {
          draft_.caption = std::move(cell.text);
        }
      }
      rows.erase(rows.begin());
    }
    if (head_rows_ == 0) {
      head_rows_ = CountHeadRows(rows);
    }
    size_t columns = 0;
    for (const Fragment& part : parts_) {
      columns = std::max(columns, part.widest);
    }
    draft_.columns = static_cast<int>(columns);
    for (size_t r = 0; r < head_rows_; ++r) {
      rows[r].resize(columns);
      draft_.head.push_back(std::move(rows[r]));
    }
  }

  void TakeBody() {
    for (size_t p = 0; p < parts_.size(); ++p) {
      std::vector<DraftRow>& rows = parts_[p].rows;
      size_t from = p == 0 ? head_rows_ : 0;
      while (p > 0 && from < std::min(head_rows_, rows.size()) &&
             Repeats(draft_.head[from], rows[from])) {
        ++from;
      }
      for (size_t r = from; r < rows.size(); ++r) {
        body_.push_back(std::move(rows[r]));
        kinds_.emplace_back();
        kinds_.back().reserve(body_.back().size());
        for (const DraftCell& cell : body_.back()) {
          kinds_.back().push_back(KindOfCell(cell.text.utf8()));
        }
        opens_page_.push_back(p > 0 && r == from);
      }
    }
  }

  // A form (项目名称 | 某项目, then blocks with heads of their own) opens with a row that names few
  // columns: it says nothing of what stands further below, and rows stay as they were typed.
  [[nodiscard]] bool HeadNamesColumns() const {
    const auto columns = static_cast<size_t>(draft_.columns);
    size_t named = 0;
    for (size_t c = 0; c < columns; ++c) {
      named += std::any_of(draft_.head.begin(), draft_.head.end(),
                           [&](const DraftRow& row) { return !row[c].text.empty(); })
                   ? 1
                   : 0;
    }
    return draft_.head.empty() || named * 2 >= columns;
  }

  void Align() {
    const std::vector<std::string> words = HeadWords(draft_.head, draft_.columns);
    std::vector<CellKind> promised;
    size_t leaf = 0;
    for (size_t c = 0; c < words.size(); ++c) {
      promised.push_back(KindFromHead(words[c]));
      leaf = promised.back() == CellKind::kLabel ? c : leaf;
    }
    const auto weight = static_cast<float>(std::max<size_t>(4, body_.size()));
    std::vector<ColumnProfile> first_guess;
    for (size_t c = 0; c < words.size(); ++c) {
      first_guess.emplace_back(promised[c], c == leaf, weight);
    }
    leaf_ = leaf;
    std::vector<ColumnProfile> learned = first_guess;
    AlignRows(first_guess);
    for (size_t i = 0; i < body_.size(); ++i) {
      std::vector<CellKind> held(words.size(), CellKind::kEmpty);
      for (size_t k = 0; k < body_[i].size(); ++k) {
        if (column_of_[i][k] >= 0) {
          held[static_cast<size_t>(column_of_[i][k])] = kinds_[i][k];
        }
      }
      for (size_t c = 0; c < held.size(); ++c) {
        learned[c].Count(held[c]);
      }
    }
    for (ColumnProfile& profile : learned) {
      profile.Settle();
    }
    AlignRows(learned);
  }

  void AlignRows(std::span<const ColumnProfile> columns) {
    column_of_.clear();
    for (size_t i = 0; i < body_.size(); ++i) {
      const DraftRow& row = body_[i];
      const std::vector<CellKind>& kinds = kinds_[i];
      // A total row leaves its labels' places to itself: only its values are put right.
      const bool total = IsTotalLabel(row[0].text.utf8());
      const size_t skip = total ? std::min({leaf_ + 1, row.size(), columns.size()}) : 0;
      const std::vector<int> rest = AlignRow(std::span(kinds).subspan(skip), columns.subspan(skip));
      std::vector<int> column_of;
      for (size_t k = 0; k < skip; ++k) {
        column_of.push_back(static_cast<int>(k));
      }
      for (const int column : rest) {
        column_of.push_back(column < 0 ? -1 : column + static_cast<int>(skip));
      }
      column_of_.push_back(std::move(column_of));
    }
  }

  // A row that only goes on with the text of the row before the page break.
  [[nodiscard]] bool ContinuesAbove(size_t i) const {
    if (!opens_page_[i] || draft_.body.empty()) {
      return false;
    }
    size_t prose = 0;
    for (const CellKind kind : kinds_[i]) {
      if (kind == CellKind::kFigure || kind == CellKind::kLabel) {
        return false;
      }
      prose += kind == CellKind::kProse ? 1 : 0;
    }
    return prose == 1;
  }

  void PlaceRow(size_t i) {
    if (ContinuesAbove(i)) {
      DraftCell* target = nullptr;
      for (DraftCell& cell : draft_.body.back()) {
        target = KindOfCell(cell.text.utf8()) == CellKind::kProse ? &cell : target;
      }
      if (target != nullptr) {
        for (const DraftCell& cell : body_[i]) {
          target->text.Append(cell.text);
        }
        return;
      }
    }
    DraftRow row(static_cast<size_t>(draft_.columns));
    for (DraftCell& cell : row) {
      cell.place = body_[i].empty() ? Place{} : body_[i].front().place;
    }
    for (size_t k = 0; k < body_[i].size(); ++k) {
      const int column = column_of_.empty() ? static_cast<int>(k) : column_of_[i][k];
      if (column >= 0 && column < draft_.columns) {
        row[static_cast<size_t>(column)] = std::move(body_[i][k]);
      }
    }
    draft_.body.push_back(std::move(row));
  }

  std::vector<Fragment> parts_;
  size_t head_rows_;
  TableDraft draft_;
  std::vector<DraftRow> body_;
  std::vector<std::vector<CellKind>> kinds_;  // of body_'s cells
  std::vector<bool> opens_page_;
  std::vector<std::vector<int>> column_of_;
  size_t leaf_ = 0;
};

}  // namespace

std::vector<FoundTable> FindTabTables(std::span<const SourceLine> lines) {
  std::vector<Fragment> fragments = FindFragments(lines);
  std::vector<FoundTable> tables;
  for (size_t i = 0; i < fragments.size();) {
    std::vector<Fragment> parts;
    size_t head_rows = 0;
    const size_t first = fragments[i].first;
    size_t end = 0;
    do {
      end = fragments[i].first + fragments[i].count;
      parts.push_back(std::move(fragments[i]));
      ++i;
      if (i == fragments.size() || fragments[i].first != end) {
        break;
      }
      const size_t repeated = CountRepeated(parts.front(), fragments[i]);
      head_rows = std::max(head_rows, repeated);
      const bool goes_on = repeated > 0 || (!LooksLikeHead(fragments[i].rows[0]) &&
                                            fragments[i].widest <= parts.front().widest);
      if (!goes_on) {
        break;
      }
    } while (true);
    tables.push_back({first, end - first, TableBuilder(std::move(parts), head_rows).Build()});
  }
  return tables;
}

}  // namespace crossfoot
