// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table as one page shows it: what FindTables gives and JoinTables takes.
//
// Boxes are in the page's coordinates; rows and columns count from 0, as the text reads (a table
// set on its side has its rows along the page's x). The cells cover the grid once: no two overlap,
// an empty place is an empty cell. Whatever text the table took (its cells, caption, unit note,
// notes) is named glyph by glyph, so that nobody prints it twice.
//
// Tested by tests/extract/table/table_finder_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "base/geometry.h"
#include "model/table.h"

namespace crossfoot {

// What the grid was read from.
enum class TableMethod : uint8_t {
  kLattice,  // rules that cross
  kRules,    // horizontal rules or bands of shading, columns from the text
  kAligned,  // text alone
};

struct PageTable {
  int page = 0;  // 1-based
  Box box;       // of the grid, without caption, unit note and notes
  TableMethod method = TableMethod::kAligned;
  std::vector<float> row_edges;     // rows + 1, ascending, as the text reads
  std::vector<float> column_edges;  // columns + 1, ascending
  std::vector<Cell> cells;          // by row, then column; place.box inside the page
  int header_rows = 0;
  int label_columns = 0;
  TableShape shape = TableShape::kPlain;
  std::vector<ColumnBlock> blocks;
  Text caption;
  Text unit_note;
  std::vector<Text> notes;
  float confidence = 1;  // that this is a table and these are its cells
  // Nothing but its caption and page furniture stands above it, or its notes and furniture below.
  // FindTables looks at tables only; whoever knows the furniture looks at the rest.
  bool opens_page = false;
  bool closes_page = false;
  // One ruled row of words at the page's foot: the head of a table that begins overleaf, or no
  // table. It and what belongs to it, all inside `reach`, own no text.
  bool lone_head = false;
  Box reach;

  [[nodiscard]] int rows() const { return static_cast<int>(row_edges.size()) - 1; }
  [[nodiscard]] int columns() const { return static_cast<int>(column_edges.size()) - 1; }
};

struct PageTables {
  std::vector<PageTable> tables;  // from top to bottom, then left to right
  // One a glyph of PageContent::glyphs: 0 for the text that is no table's, else 1 + the index in
  // `tables` of the one whose cell, caption, unit note or note it went into.
  std::vector<uint32_t> owner;
  bool over_limit = false;  // something table-like was left alone because of a limit
};

}  // namespace crossfoot
