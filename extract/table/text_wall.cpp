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

}  // namespace

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
