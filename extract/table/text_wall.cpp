// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/text_wall.h"

#include <algorithm>

namespace crossfoot {
namespace {

constexpr float kApart = 0.45F;  // × font size
constexpr float kOverhang =
    1.5F;  // points that a word may reach over an edge and still be beside it

// What stands in one place of the grid.
struct Ink {
  float left = 1e9F;
  float right = -1e9F;
  float size = 0;
  bool any = false;
  bool figures = true;  // nothing but figures
};

struct CellLine {
  uint32_t line = 0;
  int row = 0;
  float right = 0;
  float size = 0;
};

std::vector<CellLine> LinesOf(const PageText& text, const GridCell& cell, const Grid& grid) {
  std::vector<CellLine> lines;
  for (const uint32_t w : cell.words) {
    const Word& word = text.words[w];
    if (lines.empty() || lines.back().line != word.line) {
      lines.push_back({word.line, grid.RowAt(InkCenter(word).y), word.box.right, word.size});
    }
    lines.back().right = std::max(lines.back().right, word.box.right);
  }
  return lines;
}

}  // namespace

bool RaiseLineWalls(const PageText& text, const std::vector<GridCell>& cells, Grid* grid) {
  constexpr int kFewestRows = 3;
  constexpr float kShort = 1.5F;  // × font size: room left on a line that was not wrapped
  std::vector<uint8_t> rows_on(text.lines.size(), 0);  // by line: a figure of one row stands on it
  for (const GridCell& cell : cells) {
    if (cell.row_span == 1 && !cell.empty() && cell.kind != InkKind::kText) {
      rows_on[text.words[cell.words.front()].line] = 1;
    }
  }
  bool raised = false;
  for (const GridCell& cell : cells) {
    if (cell.row_span < kFewestRows || cell.column_span > 1) {
      continue;
    }
    const std::vector<CellLine> lines = LinesOf(text, cell, *grid);
    bool each_on_its_row = static_cast<int>(lines.size()) == cell.row_span;
    int short_lines = 0;
    const float right = grid->column_edges[static_cast<size_t>(cell.column) + 1];
    for (size_t k = 0; each_on_its_row && k < lines.size(); ++k) {
      each_on_its_row =
          lines[k].row == cell.row + static_cast<int>(k) && rows_on[lines[k].line] != 0;
      short_lines +=
          k + 1 < lines.size() && right - lines[k].right > kShort * lines[k].size ? 1 : 0;
    }
    if (!each_on_its_row || 2 * short_lines < cell.row_span - 1) {
      continue;
    }
    for (int row = cell.row; row + 1 < cell.row + cell.row_span; ++row) {
      grid->SetWallBelow(row, cell.column, true);
    }
    raised = true;
  }
  return raised;
}

void RaiseTextWalls(const PageText& text, const std::vector<uint32_t>& words, Grid* grid) {
  const int rows = grid->rows();
  const int columns = grid->columns();
  std::vector<Ink> places(static_cast<size_t>(rows) * static_cast<size_t>(columns));
  const auto place = [&](int row, int column) -> Ink& {
    return places[static_cast<size_t>(row) * static_cast<size_t>(columns) +
                  static_cast<size_t>(column)];
  };
  for (const uint32_t w : words) {
    const Word& word = text.words[w];
    const Point at = InkCenter(word);
    Ink& ink = place(grid->RowAt(at.y), grid->ColumnAt(at.x));
    ink.left = std::min(ink.left, word.box.left);
    ink.right = std::max(ink.right, word.box.right);
    ink.size = std::max(ink.size, word.size);
    ink.any = true;
    ink.figures = ink.figures && word.kind == InkKind::kFigure;
  }
  for (int r = 0; r < rows; ++r) {
    for (int c = 0; c < columns; ++c) {
      const Ink& here = place(r, c);
      if (!here.any || !here.figures) {
        continue;
      }
      if (c + 1 < columns) {
        const Ink& next = place(r, c + 1);
        const float edge = grid->column_edges[static_cast<size_t>(c) + 1];
        const bool beside = here.right < edge + kOverhang && next.left > edge - kOverhang;
        if (next.any && next.figures && beside && next.left - here.right > kApart * here.size) {
          grid->SetWallRight(r, c, true);
        }
      }
      if (r + 1 < rows && place(r + 1, c).any && place(r + 1, c).figures) {
        grid->SetWallBelow(r, c, true);
      }
    }
  }
}

}  // namespace crossfoot
