// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/forge/writer.h"

#include <algorithm>

namespace crossfoot::forge {

namespace {

// A row of a grid with every column present: a cell that a span hides is a null pointer.
using FullRow = std::vector<const GridCell*>;

std::vector<FullRow> FullRows(const Grid& grid) {
  std::vector<FullRow> rows(grid.rows.size());
  std::vector<std::vector<bool>> taken(grid.rows.size());
  for (size_t r = 0; r < grid.rows.size(); ++r) {
    size_t column = 0;
    for (const GridCell& cell : grid.rows[r]) {
      while (column < taken[r].size() && taken[r][column]) {
        ++column;
      }
      for (size_t down = 0; down < static_cast<size_t>(cell.rowspan); ++down) {
        if (r + down >= rows.size()) {
          break;
        }
        const size_t width = column + static_cast<size_t>(cell.colspan);
        taken[r + down].resize(std::max(taken[r + down].size(), width), false);
        rows[r + down].resize(std::max(rows[r + down].size(), width), nullptr);
        for (size_t across = column; across < width; ++across) {
          taken[r + down][across] = true;
        }
      }
      rows[r][column] = &cell;
      column += static_cast<size_t>(cell.colspan);
    }
  }
  size_t width = 0;
  for (const FullRow& row : rows) {
    width = std::max(width, row.size());
  }
  for (FullRow& row : rows) {
    row.resize(width, nullptr);
  }
  return rows;
}

std::string Escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : std::string(1, c);
  }
  return out;
}

class Pen {
 public:
  Pen(size_t marks, bool html) : html_(html) { written_.spots.resize(marks); }

  void Put(const std::string& text) {
    for (const char c : text) {
      written_.bytes += c;
      if (c == '\n') {
        ++line_;
        column_ = 1;
      } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
        ++column_;
      }
    }
  }
  void Put(const Pieces& pieces) {
    for (const Piece& piece : pieces) {
      Spot spot{line_, column_, column_};
      Put(html_ ? Escaped(piece.text) : piece.text);
      spot.end = column_;
      if (piece.mark >= 0) {
        written_.spots[static_cast<size_t>(piece.mark)] = spot;
      }
    }
  }
  Written Take() { return std::move(written_); }

 private:
  Written written_;
  bool html_;
  int line_ = 1;
  int column_ = 1;
};

void PutSeparatedRows(const Grid& grid, Medium medium, Pen* pen) {
  const std::vector<FullRow> rows = FullRows(grid);
  for (size_t r = 0; r < rows.size(); ++r) {
    const bool bars = medium != Medium::kTabbed;
    pen->Put(bars ? "|" : "");
    for (size_t c = 0; c < rows[r].size(); ++c) {
      pen->Put(bars ? " " : c > 0 ? "\t" : "");
      if (rows[r][c] != nullptr) {
        pen->Put(rows[r][c]->pieces);
      }
      pen->Put(bars ? " |" : "");
    }
    pen->Put("\n");
    if (medium == Medium::kMarkdown && r + 1 == static_cast<size_t>(grid.header_rows)) {
      pen->Put("|");
      for (size_t c = 0; c < rows[r].size(); ++c) {
        pen->Put(" --- |");
      }
      pen->Put("\n");
    }
  }
}

void PutGridAsText(const Grid& grid, Medium medium, Pen* pen) {
  if (!grid.caption.empty()) {
    pen->Put((medium == Medium::kMarkdown ? "**" + grid.caption + "**" : grid.caption) + "\n\n");
  }
  if (!grid.unit_note.empty()) {
    pen->Put(grid.left_note.empty() ? "" : grid.left_note + "    ");
    pen->Put(grid.unit_note);
    pen->Put("\n\n");
  }
  PutSeparatedRows(grid, medium, pen);
  pen->Put(grid.note.empty() ? "\n" : "\n" + grid.note + "\n\n");
}

void PutGridAsHtml(const Grid& grid, Pen* pen) {
  pen->Put(grid.caption.empty() ? "" : "<p class=\"caption\">" + Escaped(grid.caption) + "</p>\n");
  if (!grid.unit_note.empty()) {
    pen->Put("<p class=\"unit\">" +
             (grid.left_note.empty() ? "" : Escaped(grid.left_note) + "　　"));
    pen->Put(grid.unit_note);
    pen->Put("</p>\n");
  }
  pen->Put("<table border=\"1\">\n");
  for (size_t r = 0; r < grid.rows.size(); ++r) {
    const bool head = r < static_cast<size_t>(grid.header_rows);
    pen->Put("<tr>");
    for (const GridCell& cell : grid.rows[r]) {
      std::string open = head ? "<th" : "<td";
      if (cell.colspan > 1) {
        open += " colspan=\"" + std::to_string(cell.colspan) + "\"";
      }
      if (cell.rowspan > 1) {
        open += " rowspan=\"" + std::to_string(cell.rowspan) + "\"";
      }
      const bool number =
          !head && cell.pieces.size() == 1 && cell.pieces[0].mark >= 0 &&
          !cell.pieces[0].text.empty() &&
          std::string("-0123456789").find(cell.pieces[0].text[0]) != std::string::npos;
      pen->Put(open + (number ? " class=\"n\">" : ">"));
      pen->Put(cell.pieces);
      pen->Put(head ? "</th>" : "</td>");
    }
    pen->Put("</tr>\n");
  }
  pen->Put("</table>\n");
  pen->Put(grid.note.empty() ? "" : "<p>" + Escaped(grid.note) + "</p>\n");
}

constexpr const char* kHtmlHead =
    "<!DOCTYPE html>\n<html lang=\"zh\"><head><meta charset=\"utf-8\">\n<style>\n"
    "@page { size: A4; margin: 22mm 20mm }\n"
    "body { font-family: \"Noto Sans CJK SC\", \"WenQuanYi Micro Hei\", sans-serif; font-size: "
    "12pt; "
    "line-height: 1.7 }\n"
    "h1 { font-size: 18pt; text-align: center }\n"
    "h2 { font-size: 14pt } h3, h4 { font-size: 12pt }\n"
    "p { text-indent: 2em; margin: 0.3em 0 }\n"
    "p.caption { text-align: center; font-weight: bold; text-indent: 0 }\n"
    "p.unit { text-align: right; text-indent: 0; font-size: 10pt }\n"
    "table { border-collapse: collapse; width: 100%; font-size: 9pt; margin-bottom: 1em }\n"
    "td, th { border: 0.5pt solid black; padding: 1pt 3pt; line-height: 1.3 }\n"
    "td.n { text-align: right } tr { page-break-inside: avoid }\n"
    "</style></head><body>\n";

Written WriteHtml(const Manuscript& manuscript) {
  Pen pen(manuscript.marks.size(), true);
  pen.Put(kHtmlHead);
  for (const ManuscriptBlock& block : manuscript.blocks) {
    if (block.form == BlockForm::kGrid) {
      PutGridAsHtml(block.grid, &pen);
      continue;
    }
    const std::string tag = block.form == BlockForm::kTitle ? "h1"
                            : block.form == BlockForm::kHeading
                                ? "h" + std::to_string(block.level + 1)
                                : "p";
    pen.Put("<" + tag + ">");
    pen.Put(block.pieces);
    pen.Put("</" + tag + ">\n");
  }
  pen.Put("</body></html>\n");
  return pen.Take();
}

}  // namespace

Written Write(const Manuscript& manuscript, Medium medium) {
  if (medium == Medium::kHtml) {
    return WriteHtml(manuscript);
  }
  Pen pen(manuscript.marks.size(), false);
  for (const ManuscriptBlock& block : manuscript.blocks) {
    if (block.form == BlockForm::kGrid) {
      PutGridAsText(block.grid, medium, &pen);
      continue;
    }
    if (medium == Medium::kMarkdown && block.form != BlockForm::kParagraph) {
      const int level = block.form == BlockForm::kTitle ? 1 : block.level + 1;
      pen.Put(std::string(static_cast<size_t>(level), '#') + " ");
    }
    pen.Put(block.pieces);
    pen.Put("\n\n");
  }
  return pen.Take();
}

}  // namespace crossfoot::forge
