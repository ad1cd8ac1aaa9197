// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table as rows of labelled figures: what a row is called, its account code, and its figures by
// column; a two-sided row (收入 | 支出) is two segments.
//
// Tested by tests/validate/figure_table_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.h"
#include "model/fact_set.h"

namespace crossfoot {

// A label with the figures to its right, up to the next label.
struct RowSegment {
  std::string label;  // folded
  std::string code;   // the digits of the code cells right before the label; empty for none
  int label_column = -1;
  std::vector<std::pair<int, FactId>> figures;  // (column, figure), left to right
};

struct FigureRow {
  int row = 0;
  std::string code;  // "2040601": the digits of its leading code cells; empty for none
  std::vector<RowSegment> segments;

  // The figure in that column, or -1.
  [[nodiscard]] FactId At(int column) const;
  [[nodiscard]] std::string_view Label() const;  // of its first segment
};

struct FigureTable {
  int table = -1;                    // in Document::tables
  int block = -1;                    // in Document::blocks
  std::string title;                 // folded caption, without a year
  std::vector<FigureRow> rows;       // those with a label or a figure, header rows left out
  std::vector<int> columns;          // those that hold figures
  std::vector<std::string> headers;  // by column of the table; folded, outer to inner
  bool sure = true;                  // read with confidence: its figures may dispute others
  int figures = 0;
  int body_rows = 0;  // rows under the header, blank ones too
};

std::vector<FigureTable> ReadFigureTables(const Document& document, const FactSet& facts);

}  // namespace crossfoot
