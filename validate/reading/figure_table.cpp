// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/figure_table.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/pattern.h"
#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr float kSureTable = 0.6F;
constexpr size_t kMostHeadRows = 3;

bool IsCode(std::string_view text) {
  return text.size() >= 2 && text.size() <= 7 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool IsFigureLike(std::string_view text) {
  static const Pattern kFigure("^[-−△(（]?[\\d,，.．]+%?[)）]?$|^[—–-]+$");
  return kFigure.FullMatch(text);
}

// 302 | 01 in two columns are one code.
bool CodeGoesOn(std::string_view code, int column, int next) {
  return !code.empty() && column + 1 == next;
}

std::string TitleOf(std::string_view caption) {
  static const Pattern kYear("20\\d\\d年(?:度)?");
  std::string folded = FoldLabel(caption);
  Pattern::Match match;
  if (kYear.Find(folded, 0, &match)) {
    folded.erase(0, match.end);
  }
  return folded;
}

// The caption, or the line right above a table without one.
std::string CaptionOf(const Document& document, int block, const Table& table) {
  if (!table.caption.empty()) {
    return TitleOf(table.caption.utf8());
  }
  for (int b = block - 1; b >= 0 && b >= block - 3; --b) {
    const Block& above = document.blocks[static_cast<size_t>(b)];
    const std::string folded = FoldLabel(above.text.utf8());
    if (above.kind == BlockKind::kTable) {
      break;
    }
    if (folded.ends_with("表") || folded.ends_with("表)")) {
      return TitleOf(folded);
    }
  }
  return "";
}

}  // namespace

FactId FigureRow::At(int column) const {
  for (const RowSegment& segment : segments) {
    for (const auto& [at, fact] : segment.figures) {
      if (at == column) {
        return fact;
      }
    }
  }
  return -1;
}

std::string_view FigureRow::Label() const {
  return segments.empty() ? std::string_view() : std::string_view(segments.front().label);
}

namespace {

// "编制部门：某局 | | | 单位：元" between a title and its table was read as a table of its own: the
// title belongs to the table that follows at once and has none.
void HandTitlesOn(std::vector<FigureTable>* tables) {
  for (size_t i = 0; i + 1 < tables->size(); ++i) {
    FigureTable& head = (*tables)[i];
    FigureTable& body = (*tables)[i + 1];
    if (head.figures == 0 && head.rows.size() <= kMostHeadRows && body.figures > 0 &&
        body.block == head.block + 1 && body.title.empty()) {
      body.title = std::exchange(head.title, "");
    }
  }
}

}  // namespace

std::vector<FigureTable> ReadFigureTables(const Document& document, const FactSet& facts) {
  std::map<TextAddress, FactId> by_cell;
  for (size_t i = 0; i < facts.facts.size(); ++i) {
    if (facts.facts[i].InTable()) {
      by_cell.emplace(facts.facts[i].anchor.address, static_cast<FactId>(i));
    }
  }
  std::vector<FigureTable> out;
  for (size_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    if (block.kind != BlockKind::kTable || block.table < 0) {
      continue;
    }
    const Table& table = document.tables[static_cast<size_t>(block.table)];
    FigureTable result;
    result.table = block.table;
    result.block = static_cast<int>(b);
    result.title = CaptionOf(document, static_cast<int>(b), table);
    result.sure = table.confidence >= kSureTable;
    result.headers.resize(static_cast<size_t>(std::max(0, table.columns)));
    result.body_rows = std::max(0, table.rows - table.header_rows);
    std::map<int, FigureRow> rows;
    std::string code;      // of the code cells just read in this row
    int code_column = -1;  // where the last of them stood
    int code_row = -1;
    std::set<int> columns;
    for (size_t c = 0; c < table.cells.size(); ++c) {
      const Cell& cell = table.cells[c];
      const std::string text = FoldLabel(cell.text.utf8());
      if (cell.row < table.header_rows) {
        for (int k = cell.column; k < cell.column + cell.column_span && k < table.columns; ++k) {
          result.headers[static_cast<size_t>(k)] += text;
        }
        continue;
      }
      if (text.empty()) {
        continue;
      }
      FigureRow& row = rows[cell.row];
      row.row = cell.row;
      if (code_row != cell.row) {
        code.clear();
        code_row = cell.row;
      }
      const TextAddress address{TextAddress::Part::kCell, static_cast<int>(b), static_cast<int>(c)};
      const auto fact = by_cell.find(address);
      const bool leading = row.segments.empty();
      if (leading && IsCode(text)) {
        row.code += text;
        code += text;
      } else if (!leading && fact == by_cell.end() && IsCode(text)) {
        code = CodeGoesOn(code, code_column, cell.column) ? code + text : text;
        code_column = cell.column;
      } else if (fact != by_cell.end() && IsFigureLike(text)) {
        if (row.segments.empty()) {
          row.segments.push_back({"", "", -1, {}});
        }
        row.segments.back().figures.emplace_back(cell.column, fact->second);
        columns.insert(cell.column);
        ++result.figures;
      } else if (!IsFigureLike(text)) {
        if (!row.segments.empty() && row.segments.back().figures.empty()) {
          // A second label cell beside the first: a code split off, or a blank between two sides.
          const bool other_side = cell.column > row.segments.back().label_column + 1;
          if (!other_side) {
            row.segments.back().label += text;
            continue;
          }
        }
        row.segments.push_back({text, std::exchange(code, ""), cell.column, {}});
      }
    }
    for (auto& [index, row] : rows) {
      result.rows.push_back(std::move(row));
    }
    result.columns.assign(columns.begin(), columns.end());
    out.push_back(std::move(result));
  }
  HandTitlesOn(&out);
  return out;
}

}  // namespace crossfoot
