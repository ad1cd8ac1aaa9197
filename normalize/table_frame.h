// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands over and beside each cell of a table (表头、行标): its column path and its row path.
//
// METHOD  the header rows come from the table; a row inside the body that only names columns (forms
//         stack several sheets) takes over from there on. A row's labels are those of its own block
//         of columns: in a two-sided table the right half has labels of its own. Where extraction
//         told neither header rows nor label columns, rows and columns without figures at the top
//         and left are taken for them.
// COST    linear in rows × columns.
//
// Tested by tests/normalize/table_frame_test.cpp.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "normalize/scanned_text.h"

namespace crossfoot::normalize {

class TableFrame {
 public:
  // `cells` are the table's, scanned, in the order of Table::cells.
  TableFrame(const Table& table, const std::vector<const ScannedText*>& cells,
             const Lexicon& lexicon);

  [[nodiscard]] const CellGrid& grid() const { return grid_; }
  [[nodiscard]] bool IsHeaderRow(int row) const {
    return header_of_.at(static_cast<size_t>(row)) == row;
  }
  [[nodiscard]] bool IsLabel(int row, int column) const;
  // Which block of columns and which band of headers a place belongs to: with the row, or the
  // column, all that a path depends on. Bands from 0; 0 as well where no header stands above.
  [[nodiscard]] int BlockOf(int column) const;
  [[nodiscard]] int BandOf(int row) const {
    return std::max(band_of_.at(static_cast<size_t>(row)), 0);
  }
  [[nodiscard]] int block_count() const { return static_cast<int>(blocks_.size()); }
  [[nodiscard]] int band_count() const { return std::max(static_cast<int>(bands_.size()), 1); }
  // Headers over a column as they hold for a row, outermost first; equal neighbours once.
  [[nodiscard]] std::vector<std::string> ColumnPath(int row, int column) const;
  // Labels of a row in the block of columns that holds `column`, left of it; weights, figures and
  // units of measure among them left out.
  [[nodiscard]] std::vector<std::string> RowPath(int row, int column) const;
  // The column of the row's block that says in what its figures are measured (度量单位), or -1.
  [[nodiscard]] int UnitColumn(int row, int column) const;

 private:
  struct HeaderBand {
    int first = 0;  // rows [first, last]
    int last = -1;
  };

  const Table& table_;
  CellGrid grid_;
  std::vector<HeaderBand> bands_;
  std::vector<int> band_of_;    // row → index in bands_, or -1
  std::vector<int> header_of_;  // row → itself if it is a header row, else -1
  std::vector<ColumnBlock> blocks_;
  std::vector<int> labels_;        // how many label columns each block has
  std::vector<int> unit_columns_;  // by band and block, as UnitColumn
};

}  // namespace crossfoot::normalize
