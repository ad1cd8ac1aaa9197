// SPDX-License-Identifier: GPL-3.0-or-later
//
// One table over several pages is one Table: pages go in one after another, in order.
//
// A table goes on overleaf when it is the last thing on its page, the next page's first thing is a
// table with the same columns (or columns of like proportions), and that one has no caption of its
// own. A repeated head is dropped. A row that the page break cut (its text fills its cell to the
// edge and goes on where only words are, no figures) is made whole, on the page where it began, a
// head's row too. A merged cell that the page break cut spans its rows on both pages. Every other
// cell keeps its own page and box. Which rows are heads is asked again of the whole table, by the
// caller (table_head.h).
//
// Tested by tests/extract/table/table_joiner_test.cpp.
#pragma once

#include <vector>

#include "extract/table/page_table.h"
#include "model/table.h"

namespace crossfoot {

// The column edges `all` of a table, moved to where a further part of it stands whose own edges
// `some` are among them; empty where they are not. Both ascending.
std::vector<float> ColumnsAmong(const std::vector<float>& some, const std::vector<float>& all);

// Whether `next`, the first table of its page, may be the rest of `head`, the lone head that ends
// the page before.
bool MayGoOn(const PageTable& head, const PageTable& next);

// Gives the table finer columns. Precondition: its own edges are among `columns`.
void TakeColumns(const std::vector<float>& columns, PageTable* table);

class TableJoiner {
 public:
  // Adds the page's tables to `tables`: each becomes a new Table at the end, or goes on with the
  // last one of the page before. Gives for each page table its index in `tables`; a new table's
  // index is one that `tables` did not have before the call. Pages without tables must be added
  // too (they end what was open). Moves the cells out of `page`.
  // `tables` must be the same vector at each call; the joiner keeps nothing that grows with pages.
  std::vector<int> Add(PageTables&& page, std::vector<Table>* tables);

 private:
  [[nodiscard]] bool GoesOn(const PageTable& next, const Table& table) const;
  void Append(PageTable&& next, Table* table) const;

  int open_ = -1;  // index in tables of the one that the next page may go on with
  int last_page_ = 0;
  std::vector<float> column_edges_;  // of its last part
};

}  // namespace crossfoot
