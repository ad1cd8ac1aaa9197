// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table as a reader of text found it, and the model's Table made of it.
//
// Readers (tab_table, cell_line_table, spaced_table, pipe_table) find rows and put each cell under
// its column; what is common to all is here: empty places become spans, the label columns are told.
//
// SPANS       In the head, a place left empty belongs to the cell above it, or else to the one at
// its
//             left. In the body, a label column's empty place belongs to the label above it (a
//             merged cell, printed once), but never across a total row; a total row's label spans
//             the label columns it leaves empty.
//
// Tested by tests/extract/text/table_draft_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "model/table.h"

namespace crossfoot {

struct DraftCell {
  Text text;
  Place place;  // of an empty cell: its row's line
};

using DraftRow = std::vector<DraftCell>;

struct TableDraft {
  int columns = 0;
  std::vector<DraftRow> head;  // each row has `columns` cells
  std::vector<DraftRow> body;
  int label_columns = -1;  // -1: told from the body
  Text caption;
};

// Columns that are empty throughout are left out. O(cells).
Table MakeTable(TableDraft draft);

// Whether a row may be one of the head: words, no figures but years, no prose.
bool LooksLikeHead(const DraftRow& row);

constexpr size_t kMostHeadRows = 4;

// The rows at the top of `rows` that make the head; a further one stands under merged cells only.
size_t CountHeadRows(const std::vector<DraftRow>& rows);

// The words above a column, head rows from top to bottom, spans followed.
std::vector<std::string> HeadWords(const std::vector<DraftRow>& head, int columns);

}  // namespace crossfoot
