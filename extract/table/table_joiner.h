// SPDX-License-Identifier: GPL-3.0-or-later
//
// One table over several pages is one Table: pages go in one after another, in order.
//
// Tested by tests/extract/table/table_joiner_test.cpp.
#pragma once

#include <vector>

#include "extract/table/page_table.h"
#include "model/table.h"

namespace crossfoot {

class TableJoiner {
 public:
  // Adds the page's tables to `tables`: each becomes a new Table at the end, or goes on with the
  // last one of the page before. Gives for each page table its index in `tables`; a new table's
  // index is one that `tables` did not have before the call. Pages without tables must be added
  // too (they end what was open). Moves the cells out of `page`.
  // `tables` must be the same vector at each call; the joiner keeps nothing that grows with pages.
  std::vector<int> Add(PageTables&& page, std::vector<Table>* tables);

 private:
  // The last table, if the next page may go on with it.
  int open_ = -1;      // index in tables
  int last_page_ = 0;  // of the open table
  std::vector<float> column_edges_;
  bool open_bottom_ = false;
};

}  // namespace crossfoot
