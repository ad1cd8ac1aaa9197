// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table (表) as its author meant it: a grid of cells with spans, header rows and label columns
// told from the body, one table however many pages it runs over.
//
// Tested by tests/model/table_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "model/text.h"

namespace crossfoot {

// How the columns belong together.
enum class TableShape {
  kPlain,
  kTwoSided,       // 收入 | 支出: two tables side by side that share their rows only on paper
  kBlocksAbreast,  // one list of rows printed in two or three column groups
};

struct Cell {
  int row = 0;  // from 0, header rows included
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  Text text;    // empty for an empty cell
  Place place;  // of the cell itself; a cell of a joined table keeps its own page
};

// A run of columns that forms one table of its own: [first, last].
struct ColumnBlock {
  int first = 0;
  int last = 0;
};

struct Table {
  int rows = 0;
  int columns = 0;
  int header_rows = 0;    // the first ones
  int label_columns = 0;  // the first ones of each block: what a row is about, not its figures
  TableShape shape = TableShape::kPlain;
  std::vector<ColumnBlock> blocks;  // one that covers all columns, for kPlain
  std::vector<Cell> cells;          // by row, then column; a spanned place holds no cell of its own
  Text caption;                     // 表题; empty if none
  Text unit_note;                   // 单位：万元
  std::vector<Text> notes;          // 注：… under the table
  std::vector<int> pages;           // in order; empty for text sources
  float confidence = 1;             // that this is a table and these are its cells

  // The index in `cells` of the cell that covers (row, column), or -1. O(log cells) for unspanned
  // cells; spanned places are looked for within `cells` once.
  [[nodiscard]] int CellAt(int row, int column) const;
};

// For a table with many look-ups: row × column → index in cells or -1, spans filled in.
class CellGrid {
 public:
  explicit CellGrid(const Table& table);
  [[nodiscard]] int At(int row, int column) const;

 private:
  int rows_ = 0;
  int columns_ = 0;
  std::vector<int> index_;
};

}  // namespace crossfoot
