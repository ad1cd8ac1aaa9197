// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/document_print.h"

#include <algorithm>

#include "base/decimal.h"
#include "base/utf8.h"

namespace crossfoot {
namespace {

std::string EscapeMarkdown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>|#").find(c) != std::string_view::npos) {
      out.push_back('\\');
    }
    out.push_back(c == '\n' ? ' ' : c);
  }
  return out;
}

std::string EscapeHtml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '&':
        out += "&amp;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "<br>";
        break;
      default:
        out.push_back(c);
    }
  }
  return out;
}

bool HasSpans(const Table& table) {
  return std::any_of(table.cells.begin(), table.cells.end(),
                     [](const Cell& cell) { return cell.row_span > 1 || cell.column_span > 1; });
}

// Calls `cell(text, row, column)` for every place of the grid, "" where nothing starts, and
// `end_row`.
template <typename CellFn, typename RowFn>
void EachPlace(const Table& table, CellFn cell, RowFn end_row) {
  size_t next = 0;
  for (int row = 0; row < table.rows; ++row) {
    for (int column = 0; column < table.columns; ++column) {
      const bool starts = next < table.cells.size() && table.cells[next].row == row &&
                          table.cells[next].column == column;
      cell(starts ? std::string_view(table.cells[next].text.utf8()) : std::string_view(), row,
           column);
      next += starts ? 1 : 0;
    }
    end_row(row);
  }
}

void PrintPipeTable(const Table& table, std::string* out) {
  EachPlace(
      table, [&](std::string_view text, int, int) { *out += "| " + EscapeMarkdown(text) + " "; },
      [&](int row) {
        *out += "|\n";
        if (row == 0) {
          for (int column = 0; column < table.columns; ++column) {
            *out += "| --- ";
          }
          *out += "|\n";
        }
      });
}

void PrintHtmlTable(const Table& table, std::string* out) {
  *out += "<table>\n";
  size_t next = 0;
  for (int row = 0; row < table.rows; ++row) {
    *out += "<tr>";
    for (; next < table.cells.size() && table.cells[next].row <= row; ++next) {
      const Cell& cell = table.cells[next];
      const std::string tag = row < table.header_rows ? "th" : "td";
      *out += "<" + tag;
      if (cell.row_span > 1) {
        *out += " rowspan=\"" + std::to_string(cell.row_span) + "\"";
      }
      if (cell.column_span > 1) {
        *out += " colspan=\"" + std::to_string(cell.column_span) + "\"";
      }
      *out += ">" + EscapeHtml(cell.text.utf8()) + "</" + tag + ">";
    }
    *out += "</tr>\n";
  }
  *out += "</table>\n";
}

std::string CsvField(std::string_view text) {
  std::string out(text);
  const std::string_view trimmed = TrimBlanks(text);
  if (!trimmed.empty() &&
      std::string_view("=+-@").find(trimmed.front()) != std::string_view::npos &&
      !Decimal::Parse(trimmed)) {
    out.insert(out.begin(), '\'');
  }
  if (out.find_first_of(",\"\r\n") == std::string::npos) {
    return out;
  }
  for (size_t at = 0; (at = out.find('"', at)) != std::string::npos; at += 2) {
    out.insert(at, 1, '"');
  }
  return "\"" + out + "\"";
}

std::string OneLine(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  return out;
}

int LevelOf(const Document& document, int block) {
  const int section = document.blocks[static_cast<size_t>(block)].section;
  return section >= 0 ? document.outline.at(static_cast<size_t>(section)).level : 1;
}

}  // namespace

std::string PrintMarkdown(const Document& document) {
  std::string out;
  for (size_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    switch (block.kind) {
      case BlockKind::kHeading:
        out += std::string(
                   static_cast<size_t>(std::clamp(LevelOf(document, static_cast<int>(b)), 1, 6)),
                   '#') +
               " " + EscapeMarkdown(block.text.utf8()) + "\n\n";
        break;
      case BlockKind::kParagraph:
      case BlockKind::kFootnote:
        out += EscapeMarkdown(block.text.utf8()) + "\n\n";
        break;
      case BlockKind::kListItem:
        out += "- " + EscapeMarkdown(block.text.utf8()) + "\n";
        break;
      case BlockKind::kTable: {
        const Table& table = document.tables.at(static_cast<size_t>(block.table));
        if (!table.caption.empty()) {
          out += "**" + EscapeMarkdown(table.caption.utf8()) + "**\n\n";
        }
        if (!table.unit_note.empty()) {
          out += EscapeMarkdown(table.unit_note.utf8()) + "\n\n";
        }
        if (HasSpans(table)) {
          PrintHtmlTable(table, &out);
        } else {
          PrintPipeTable(table, &out);
        }
        for (const Text& note : table.notes) {
          out += "\n" + EscapeMarkdown(note.utf8()) + "\n";
        }
        out += "\n";
        break;
      }
    }
  }
  return out;
}

std::string PrintPlainText(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::kTable) {
      out += block.text.utf8() + "\n";
      continue;
    }
    const Table& table = document.tables.at(static_cast<size_t>(block.table));
    for (const Text* text : {&table.caption, &table.unit_note}) {
      if (!text->empty()) {
        out += text->utf8() + "\n";
      }
    }
    EachPlace(
        table,
        [&](std::string_view text, int, int column) {
          out += (column > 0 ? "\t" : "") + OneLine(text);
        },
        [&](int) { out += "\n"; });
    for (const Text& note : table.notes) {
      out += note.utf8() + "\n";
    }
  }
  return out;
}

std::string PrintCsv(const Document& document) {
  std::string out;
  for (size_t t = 0; t < document.tables.size(); ++t) {
    const Table& table = document.tables[t];
    out += "# table " + std::to_string(t + 1);
    if (!table.pages.empty()) {
      out += " page " + std::to_string(table.pages.front());
    }
    out += ": " + OneLine(table.caption.utf8()) + " | " + OneLine(table.unit_note.utf8()) + "\r\n";
    EachPlace(
        table,
        [&](std::string_view text, int, int column) {
          out += (column > 0 ? "," : "") + CsvField(text);
        },
        [&](int) { out += "\r\n"; });
    out += "\r\n";
  }
  return out;
}

}  // namespace crossfoot
