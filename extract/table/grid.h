// SPDX-License-Identifier: GPL-3.0-or-later
//
// A grid of places with walls between them, and the cells that the walls leave.
//
// Rulings and text both only ever say "here is a wall" or "here is none": a cell is a set of places
// that no wall parts, made rectangular. So one structure serves every kind of table.
//
// Tested by tests/extract/table/grid_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.h"
#include "extract/table/text_line.h"

namespace crossfoot {

struct GridCell {
  int row = 0;
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  std::vector<uint32_t> words;  // indices in PageText::words, in reading order
  InkKind kind = InkKind::kText;
  [[nodiscard]] bool empty() const { return words.empty(); }
};

class Grid {
 public:
  Grid() = default;
  // Edges ascending, at least two each. Every wall stands.
  Grid(std::vector<float> row_edges, std::vector<float> column_edges);

  [[nodiscard]] int rows() const { return static_cast<int>(row_edges.size()) - 1; }
  [[nodiscard]] int columns() const { return static_cast<int>(column_edges.size()) - 1; }
  [[nodiscard]] Box box() const {
    return {column_edges.front(), row_edges.front(), column_edges.back(), row_edges.back()};
  }
  // The walls below and right of a place; those on the outer side are never asked for.
  [[nodiscard]] bool WallBelow(int row, int column) const { return below_[At(row, column)] != 0; }
  [[nodiscard]] bool WallRight(int row, int column) const { return right_[At(row, column)] != 0; }
  void SetWallBelow(int row, int column, bool wall) { below_[At(row, column)] = wall ? 1 : 0; }
  void SetWallRight(int row, int column, bool wall) { right_[At(row, column)] = wall ? 1 : 0; }

  // Which row or column a coordinate falls in; the nearest one for those outside.
  [[nodiscard]] int RowAt(float y) const;
  [[nodiscard]] int ColumnAt(float x) const;

  // Takes the edge below `row` (right of `column`) away; the walls of the row (column) beyond it
  // hold for both.
  void DropRowEdge(int row);
  void DropColumnEdge(int column);

  // The rectangles the walls leave, by row, then column. Where they grow into each other without
  // end (work beyond a multiple of the places), one cell a place.
  [[nodiscard]] std::vector<GridCell> Cells() const;

  std::vector<float> row_edges;
  std::vector<float> column_edges;

 private:
  [[nodiscard]] std::vector<GridCell> UnitCells() const;
  [[nodiscard]] size_t At(int row, int column) const {
    return static_cast<size_t>(row) * static_cast<size_t>(columns()) + static_cast<size_t>(column);
  }

  std::vector<uint8_t> below_;
  std::vector<uint8_t> right_;
};

// The middle of a word's ink: what decides where it belongs.
Point InkCenter(const Word& word);

// The words of `text` whose middle lies in `box`, line after line.
std::vector<uint32_t> WordsIn(const PageText& text, const Box& box);

// The cells of `grid`, each with its words of `words` and what they are.
std::vector<GridCell> FillCells(const Grid& grid, const PageText& text,
                                const std::vector<uint32_t>& words);

// What a run of words holds together: figures and placeholders, or text.
InkKind KindOf(const PageText& text, const std::vector<uint32_t>& words);

}  // namespace crossfoot
