// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/html/html_table.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "extract/html/html_text.h"
#include "extract/table/table_head.h"
#include "extract/text/cell_kind.h"
#include "extract/text/clean_text.h"
#include "extract/text/title_rows.h"

namespace crossfoot {
namespace {

constexpr int kWidestSpan = 1000;  // as HTML has it

bool IsCell(const MarkupNode& node) { return node.tag == "td" || node.tag == "th"; }

int SpanOf(const MarkupNode& cell, std::string_view name, int most) {
  const std::string_view value = cell.Attribute(name);
  int span = 1;
  std::from_chars(value.data(), value.data() + value.size(), span);
  return std::clamp(span, 1, most);
}

// Rows of the table itself, tables inside left aside.
std::vector<size_t> RowsOf(const MarkupTree& tree, size_t table) {
  std::vector<size_t> rows;
  for (size_t i = table + 1; i < tree[table].end;) {
    if (tree[i].tag == "tr") {
      rows.push_back(i);
    }
    const bool enter = tree[i].tag == "tbody" || tree[i].tag == "thead" || tree[i].tag == "tfoot";
    i = enter ? i + 1 : tree[i].end;
  }
  return rows;
}

std::vector<size_t> CellsOf(const MarkupTree& tree, size_t row) {
  std::vector<size_t> cells;
  for (size_t i = row + 1; i < tree[row].end; i = tree[i].end) {
    if (IsCell(tree[i])) {
      cells.push_back(i);
    }
  }
  return cells;
}

bool PartsWords(const MarkupNode& node) {
  for (const std::string_view tag : {"br", "p", "div", "li", "tr", "td", "th", "h1", "h2", "h3"}) {
    if (node.tag == tag) {
      return true;
    }
  }
  return false;
}

// Bytes of text in it, and in tables inside it.
struct TextShare {
  size_t all = 0;
  size_t inner = 0;
};

TextShare ShareOf(const MarkupTree& tree, size_t table) {
  TextShare share;
  size_t inner_until = 0;
  for (size_t i = table + 1; i < tree[table].end; ++i) {
    if (tree[i].tag == "table") {
      inner_until = std::max(inner_until, tree[i].end);
    }
    const size_t bytes = TrimBlanks(tree[i].text).size();
    share.all += bytes;
    share.inner += i < inner_until ? bytes : 0;
  }
  return share;
}

bool HoldsTable(const MarkupTree& tree, size_t table) {
  for (size_t i = table + 1; i < tree[table].end; ++i) {
    if (tree[i].tag == "table") {
      return true;
    }
  }
  return false;
}

bool HasLittleText(const MarkupTree& tree, size_t cell) {
  constexpr size_t kLittle = 240;  // bytes
  size_t bytes = 0;
  for (size_t i = cell + 1; i < tree[cell].end && bytes <= kLittle; ++i) {
    bytes += TrimBlanks(tree[i].text).size();
  }
  return bytes <= kLittle;
}

}  // namespace

bool IsLayoutTable(const MarkupTree& tree, size_t table) {
  size_t widest = 0;
  size_t wide_rows = 0;
  const std::vector<size_t> rows = RowsOf(tree, table);
  for (const size_t row : rows) {
    const size_t cells = CellsOf(tree, row).size();
    widest = std::max(widest, cells);
    wide_rows += cells > 1 ? 1 : 0;
  }
  if (widest < 2 || !HoldsTable(tree, table)) {
    return widest < 2;
  }
  // A form may hold a small table in a cell; a page laid out by a table holds others, or prose.
  const TextShare share = ShareOf(tree, table);
  const bool form = wide_rows > 1 && 2 * share.inner <= share.all &&
                    std::all_of(rows.begin(), rows.end(), [&](size_t row) {
                      const std::vector<size_t> cells = CellsOf(tree, row);
                      return std::all_of(cells.begin(), cells.end(),
                                         [&](size_t cell) { return HasLittleText(tree, cell); });
                    });
  return !form;
}

std::optional<Table> ReadHtmlTable(const MarkupTree& tree, size_t element,
                                   const PageContentFilter& filter,
                                   const SourcePositions& positions, const Limits& limits) {
  Table table;
  const std::vector<size_t> rows = RowsOf(tree, element);
  const auto row_count = static_cast<int>(rows.size());
  std::vector<int> taken_until;  // by column: the first row that is free again
  int64_t places = 0;
  for (int r = 0; r < row_count; ++r) {
    size_t column = 0;
    for (const size_t index : CellsOf(tree, rows[static_cast<size_t>(r)])) {
      while (column < taken_until.size() && taken_until[column] > r) {
        ++column;
      }
      Cell cell;
      cell.row = r;
      cell.column = static_cast<int>(column);
      cell.column_span = SpanOf(tree[index], "colspan", kWidestSpan);
      cell.row_span = SpanOf(tree[index], "rowspan", row_count - r);
      cell.place = positions.At(tree[index].offset);
      places += int64_t{cell.column_span} * cell.row_span;
      if (places > limits.cells_per_table) {
        return std::nullopt;
      }
      HtmlText text(positions);
      for (size_t i = index + 1; i < tree[index].end;) {
        if (tree[i].IsText()) {
          text.Append(tree[i], &cell.text);
          ++i;
          continue;
        }
        if (PartsWords(tree[i])) {
          text.Part();
        }
        i = filter.Of(i) == Visibility::kHidden ? tree[i].end : i + 1;
      }
      if (cell.text.utf8().find(' ') != std::string::npos &&
          KindOfCell(cell.text.utf8()) == CellKind::kLabel) {
        cell.text = WithoutWraps(cell.text);
      }
      const size_t end = column + static_cast<size_t>(cell.column_span);
      taken_until.resize(std::max(taken_until.size(), end), 0);
      // A span that runs into one from above stops there.
      for (size_t c = column; c < end; ++c) {
        if (c > column && taken_until[c] > r) {
          cell.column_span = static_cast<int>(c - column);
          break;
        }
        taken_until[c] = r + cell.row_span;
      }
      column += static_cast<size_t>(cell.column_span);
      table.cells.push_back(std::move(cell));
    }
  }
  table.rows = row_count;
  table.columns = static_cast<int>(taken_until.size());
  if (int64_t{table.rows} * table.columns > limits.cells_per_table) {
    return std::nullopt;
  }
  // Rows that end early are filled up, so that every place has a cell.
  const CellGrid grid(table);
  for (int r = 0; r < table.rows; ++r) {
    for (int c = 0; c < table.columns; ++c) {
      if (grid.At(r, c) < 0) {
        Cell filler;
        filler.row = r;
        filler.column = c;
        filler.place = positions.At(tree[rows[static_cast<size_t>(r)]].offset);
        table.cells.push_back(std::move(filler));
      }
    }
  }
  std::sort(table.cells.begin(), table.cells.end(), [](const Cell& a, const Cell& b) {
    return std::pair(a.row, a.column) < std::pair(b.row, b.column);
  });
  if (table.rows > 0 && table.columns > 0) {
    TakeTitleRows(&table);
    ReadTableHead(&table);
  }
  return table;
}

}  // namespace crossfoot
