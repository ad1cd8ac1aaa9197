// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/table_joiner.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "extract/outline/numbering.h"

namespace crossfoot {
namespace {

constexpr size_t kLongestLabel = 30;  // characters
constexpr float kLikeEdge = 0.02F;    // of the table's width

constexpr int kTaken = -1;  // the row of a cell whose text went to the page before

// The cells of the first `rows` rows, as text that can be compared.
std::vector<std::string> HeadOf(const std::vector<Cell>& cells, int rows) {
  std::vector<std::string> head;
  for (const Cell& cell : cells) {
    if (cell.row < rows && !cell.text.empty()) {
      head.push_back(FoldLabel(cell.text.utf8()));
    }
  }
  return head;
}

bool LikeColumns(const std::vector<float>& a, const std::vector<float>& b) {
  if (a.size() != b.size() || a.size() < 2) {
    return false;
  }
  const float width_a = a.back() - a.front();
  const float width_b = b.back() - b.front();
  if (width_a <= 0 || width_b <= 0) {
    return false;
  }
  float worst = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    worst = std::max(worst, std::abs((a[i] - a.front()) / width_a - (b[i] - b.front()) / width_b));
  }
  const bool like_width = width_a < 1.15F * width_b && width_b < 1.15F * width_a;
  return like_width && worst < 2.5F * kLikeEdge;
}

bool IsFigure(const Text& text) {
  bool digit = false;
  for (size_t at = 0; at < text.utf8().size();) {
    const Utf8Step step = DecodeUtf8(text.utf8(), at);
    at += step.length;
    digit = digit || DigitValue(step.code) >= 0;
    const char32_t code = FoldWidth(step.code);
    if (DigitValue(code) < 0 && code != U'.' && code != U',' && code != U'-' && code != U'%') {
      return false;
    }
  }
  return digit;
}

// Whether the cell's last line runs up to its right side, as a line does that had to be broken, or
// stands in its middle with as little room.
bool FillsItsLine(const Cell& cell) {
  if (cell.text.empty() || !cell.place.box) {
    return false;
  }
  const Place& last = cell.text.segments().back().place;
  if (!last.box) {
    return false;
  }
  const float size = last.box->height();
  const float left = last.box->left - cell.place.box->left;
  const float right = cell.place.box->right - last.box->right;
  return right < 1.6F * size ||
         (std::abs(left - right) < 0.5F * size && left + right < 2.4F * size);
}

// By column, the cell that reaches into `row`; nothing where it spans columns.
std::vector<Cell*> CellsOfRow(std::vector<Cell>* cells, int row, int columns) {
  std::vector<Cell*> found(static_cast<size_t>(columns), nullptr);
  for (Cell& cell : *cells) {
    if (cell.row <= row && row < cell.row + cell.row_span && cell.column_span == 1 &&
        cell.column < columns) {
      found[static_cast<size_t>(cell.column)] = &cell;
    }
  }
  return found;
}

bool EndsSentence(const Text& text) {
  const char32_t last = FoldWidth(DecodeUtf8Before(text.utf8(), text.utf8().size()).code);
  return std::u32string_view(U"。;!?").find(last) != std::u32string_view::npos;
}

bool HasSeveralLines(const Text& text) {
  const Place& first = text.segments().front().place;
  const Place& last = text.segments().back().place;
  return first.box && last.box && last.box->center().y > first.box->bottom;
}

// 合计, or 十五、 under a line or a label: no rest of what stands above.
bool BeginsRow(const Text& text, const Text& above, bool several) {
  const std::string folded = FoldLabel(text.utf8());
  if (folded == "合计" || folded == "总计" || folded == "小计") {
    return true;
  }
  const auto number = ParseNumbering(text.utf8());
  const auto before = ParseNumbering(above.utf8());
  const bool label = before && above.utf8().size() <= 3 * kLongestLabel;
  return number && (!several || (label && number->style == before->style &&
                                 number->value == before->value + 1));
}

// Whether one of the two holds figures only, and none where the other has something: a row whose
// figures came to stand in its other part.
bool MakeOneRow(const std::vector<Cell*>& a, const std::vector<Cell*>& b) {
  size_t figures[2] = {0, 0};
  size_t words[2] = {0, 0};
  for (size_t c = 0; c < a.size(); ++c) {
    if (!a[c]->text.empty() && !b[c]->text.empty()) {
      return false;
    }
    for (const size_t part : {0U, 1U}) {
      const Cell& cell = *(part == 0 ? a : b)[c];
      const bool from_above = part == 0 && cell.row_span > 1;
      if (!cell.text.empty() && !from_above) {
        ++(IsFigure(cell.text) ? figures : words)[part];
      }
    }
  }
  const auto parted = [&](size_t one, size_t other) {
    return figures[one] > 0 && words[one] == 0 && words[other] > 0 &&
           words[other] + figures[other] > 1;
  };
  return parted(0, 1) || parted(1, 0);
}

// Whether row `b` (first overleaf) is the rest of row `a`. What stands in the middle of its cell,
// as figures do, may have come to stand in either part. One word under a lone head is a row.
bool IsRestOf(const std::vector<Cell*>& a, const std::vector<Cell*>& b, bool heads) {
  const auto spans = [](const Cell* cell) { return cell == nullptr; };
  if (std::any_of(a.begin(), a.end(), spans) || std::any_of(b.begin(), b.end(), spans)) {
    return false;
  }
  const auto filled =
      std::count_if(b.begin(), b.end(), [](const Cell* cell) { return !cell->text.empty(); });
  size_t going_on = 0;
  bool tall = false;
  bool mid_sentence = false;
  bool moved = false;
  for (size_t c = 0; c < a.size(); ++c) {
    if (b[c]->text.empty()) {
      continue;
    }
    if (a[c]->text.empty()) {
      moved = true;
      continue;
    }
    const bool several = HasSeveralLines(a[c]->text);
    const bool open = several && !EndsSentence(a[c]->text);
    const bool broken = FillsItsLine(*a[c]) || (open && filled == 1);
    if (IsFigure(b[c]->text) || BeginsRow(b[c]->text, a[c]->text, several) || !broken) {
      return false;
    }
    ++going_on;
    tall = tall || several;
    mid_sentence = mid_sentence || open;
  }
  const bool goes_on = going_on > 1 || (going_on == 1 && (tall || !heads));
  return (goes_on && (!moved || mid_sentence)) || (!heads && MakeOneRow(a, b));
}

// Whether the row holds nothing, and nothing reaches into it.
bool IsEmptyRow(const std::vector<Cell>& cells, int row) {
  return std::none_of(cells.begin(), cells.end(), [&](const Cell& cell) {
    const bool touches = cell.row <= row && row < cell.row + cell.row_span;
    return touches && (!cell.text.empty() || cell.row_span > 1);
  });
}

void AppendJoined(const Text& more, Text* text) {
  const Utf8Step last = DecodeUtf8Before(text->utf8(), text->utf8().size());
  const Utf8Step next = DecodeUtf8(more.utf8(), 0);
  if (!IsCjk(last.code) && !IsCjk(next.code)) {
    text->Append(" ", text->segments().back().place);
  }
  text->Append(more);
}

// A merged cell of a label column goes on overleaf as an empty one beside the labels inside it.
void ExtendLabels(const std::vector<Cell*>& upper, const std::vector<Cell*>& lower, int labels) {
  const auto count = std::min(static_cast<size_t>(labels), upper.size());
  size_t inner = count;
  while (inner > 0 && (lower[inner - 1] == nullptr || lower[inner - 1]->text.empty())) {
    --inner;
  }
  for (size_t c = 0; c + 1 < inner; ++c) {
    if (lower[c] == nullptr || upper[c] == nullptr || !lower[c]->text.empty() ||
        upper[c]->text.empty() || upper[c]->row == 0) {
      return;
    }
    upper[c]->row_span += lower[c]->row_span;
    lower[c]->row = kTaken;
  }
}

// A head cell that spans rows goes on overleaf, empty or with the rest of its words, beside the
// further rows of heads.
void ExtendHeads(const std::vector<Cell*>& upper, const std::vector<Cell*>& lower, int heads) {
  for (size_t c = 0; c < upper.size(); ++c) {
    if (upper[c] == nullptr || lower[c] == nullptr || upper[c]->text.empty() ||
        lower[c]->row + lower[c]->row_span > heads) {
      continue;
    }
    const bool cut = lower[c]->row_span > 1 && FillsItsLine(*upper[c]);
    if (lower[c]->text.empty() || cut) {
      if (cut) {
        AppendJoined(lower[c]->text, &upper[c]->text);
      }
      upper[c]->row_span += lower[c]->row_span;
      lower[c]->row = kTaken;
    }
  }
}

bool IsContinuationWord(const Text& caption) {
  const std::string folded = FoldLabel(caption.utf8());
  return folded.starts_with("续表") || folded.find("(续") != std::string::npos ||
         folded.find("(continued") != std::string::npos ||
         folded.find("(cont") != std::string::npos;
}

Table NewTable(PageTable&& from) {
  Table table;
  table.rows = from.rows();
  table.columns = from.columns();
  table.header_rows = from.header_rows;
  table.label_columns = from.label_columns;
  table.shape = from.shape;
  table.blocks = std::move(from.blocks);
  table.cells = std::move(from.cells);
  table.caption = std::move(from.caption);
  table.unit_note = std::move(from.unit_note);
  table.notes = std::move(from.notes);
  table.pages = {from.page};
  table.confidence = from.confidence;
  return table;
}

}  // namespace

std::vector<float> ColumnsAmong(const std::vector<float>& some, const std::vector<float>& all) {
  constexpr float kNear = 0.01F;  // of the width
  if (some.size() < 2 || all.size() < some.size()) {
    return {};
  }
  const float width = all.back() - all.front();
  const float own_width = some.back() - some.front();
  if (!(width > 0) || std::abs(own_width - width) > kLikeEdge * width) {
    return {};
  }
  std::vector<float> columns;
  size_t next = 0;  // in `some`
  for (const float edge : all) {
    const float at = some.front() + (edge - all.front()) * own_width / width;
    if (next < some.size() && std::abs(some[next] - at) <= kNear * width) {
      columns.push_back(some[next++]);
    } else {
      columns.push_back(at);
    }
  }
  const bool ascending =
      std::adjacent_find(columns.begin(), columns.end(), std::greater_equal<>()) == columns.end();
  return next == some.size() && ascending ? columns : std::vector<float>();
}

bool MayGoOn(const PageTable& head, const PageTable& next) {
  return next.page == head.page + 1 && next.opens_page && next.caption.empty() &&
         next.unit_note.empty() &&
         (LikeColumns(head.column_edges, next.column_edges) ||
          !ColumnsAmong(head.column_edges, next.column_edges).empty());
}

void TakeColumns(const std::vector<float>& columns, PageTable* table) {
  std::vector<int> at;  // by edge of `table`
  for (const float edge : table->column_edges) {
    at.push_back(
        static_cast<int>(std::find(columns.begin(), columns.end(), edge) - columns.begin()));
  }
  for (Cell& cell : table->cells) {
    const int left = at[static_cast<size_t>(cell.column)];
    cell.column_span =
        at[static_cast<size_t>(cell.column) + static_cast<size_t>(cell.column_span)] - left;
    cell.column = left;
  }
  table->column_edges = columns;
}

bool TableJoiner::GoesOn(const PageTable& next, const Table& table) const {
  if (next.page != last_page_ + 1 || !next.opens_page ||
      !LikeColumns(column_edges_, next.column_edges)) {
    return false;
  }
  const bool same_head =
      next.header_rows > 0 && next.header_rows == table.header_rows &&
      HeadOf(next.cells, next.header_rows) == HeadOf(table.cells, table.header_rows);
  if (!next.caption.empty()) {
    // The title may be repeated without the number it has on the first page (表十二).
    return IsContinuationWord(next.caption) ||
           (same_head && FoldLabel(table.caption.utf8()).ends_with(FoldLabel(next.caption.utf8())));
  }
  return next.unit_note.empty() || same_head;
}

void TableJoiner::Append(PageTable&& next, Table* table) const {
  const bool same_head =
      next.header_rows > 0 && next.header_rows == table->header_rows &&
      HeadOf(next.cells, next.header_rows) == HeadOf(table->cells, table->header_rows);
  int first = same_head ? next.header_rows : 0;
  if (first < next.rows()) {
    const std::vector<Cell*> upper = CellsOfRow(&table->cells, table->rows - 1, table->columns);
    const std::vector<Cell*> lower = CellsOfRow(&next.cells, first, table->columns);
    // Under heads that stand alone, words in label columns only are the first row's label.
    const size_t from = table->rows > table->header_rows
                            ? 0
                            : std::min(static_cast<size_t>(next.label_columns), lower.size());
    const bool under_heads =
        std::all_of(lower.begin() + static_cast<std::ptrdiff_t>(from), lower.end(),
                    [](const Cell* cell) { return cell == nullptr || cell->text.empty(); });
    if (!under_heads && IsRestOf(upper, lower, table->rows <= table->header_rows)) {
      for (size_t c = 0; c < upper.size(); ++c) {
        if (upper[c]->text.empty()) {
          upper[c]->text = std::move(lower[c]->text);
        } else if (!lower[c]->text.empty()) {
          AppendJoined(lower[c]->text, &upper[c]->text);
        }
        // What spans further rows overleaf goes on there as part of the cell above.
        upper[c]->row_span += lower[c]->row_span - 1;
        lower[c]->row = kTaken;
      }
      ++first;
    } else {
      ExtendLabels(upper, lower, table->label_columns);
      if (table->rows <= table->header_rows) {
        ExtendHeads(upper, lower, next.header_rows);
      }
    }
  }
  // An empty strip at the page break is the rest of a row that needed no second page.
  if (table->rows > table->header_rows && IsEmptyRow(table->cells, table->rows - 1)) {
    std::erase_if(table->cells, [&](const Cell& cell) { return cell.row == table->rows - 1; });
    --table->rows;
  } else if (first < next.rows() - 1 && IsEmptyRow(next.cells, first)) {
    ++first;
  }
  const int shift = table->rows - first;
  for (Cell& cell : next.cells) {
    if (cell.row != kTaken && cell.row >= first) {
      cell.row += shift;
      table->cells.push_back(std::move(cell));
    }
  }
  table->rows += next.rows() - first;
  table->pages.push_back(next.page);
  table->confidence = std::min(table->confidence, next.confidence);
  for (Text& note : next.notes) {
    const bool known = std::any_of(table->notes.begin(), table->notes.end(),
                                   [&](const Text& text) { return text.utf8() == note.utf8(); });
    if (!known) {
      table->notes.push_back(std::move(note));
    }
  }
}

std::vector<int> TableJoiner::Add(PageTables&& page, std::vector<Table>* tables) {
  std::vector<int> index;
  int open = -1;
  for (size_t i = 0; i < page.tables.size(); ++i) {
    PageTable& next = page.tables[i];
    const bool may_go_on = next.closes_page;
    const int number = next.page;
    const std::vector<float> edges = next.column_edges;
    if (i == 0 && open_ >= 0 && GoesOn(next, (*tables)[static_cast<size_t>(open_)])) {
      Append(std::move(next), &(*tables)[static_cast<size_t>(open_)]);
      index.push_back(open_);
    } else {
      index.push_back(static_cast<int>(tables->size()));
      tables->push_back(NewTable(std::move(next)));
    }
    if (may_go_on) {
      open = index.back();
      last_page_ = number;
      column_edges_ = edges;
    }
  }
  open_ = open;
  return index;
}

}  // namespace crossfoot
