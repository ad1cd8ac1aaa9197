// SPDX-License-Identifier: GPL-3.0-or-later
//
// The head of a table that was read from text or markup, told by the same eyes as a page's table
// (table/head.h).
//
// Tested by tests/extract/table/table_head_test.cpp.
#pragma once

#include "model/table.h"

namespace crossfoot {

// Sets header_rows, label_columns, shape and blocks from the cells' text. Precondition: the cells
// cover every place of the grid.
void ReadTableHead(Table* table);

}  // namespace crossfoot
