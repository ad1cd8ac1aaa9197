// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tables whose cells are parted by tabs (制表符表格), as they are copied from spreadsheets and
// converters.
//
// A table that ran over pages comes as several fragments, each with its head again, sometimes with
// a column less, sometimes shifted; it becomes one table. Columns are those of the first fragment's
// head; rows that do not fit under them are put right by row_alignment.h. A row that only goes on
// with the long text of the row before the page break is joined with it.
//
// Tested by tests/extract/text/tab_table_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "extract/text/found_table.h"
#include "extract/text/source_line.h"

namespace crossfoot {

// In order, not overlapping. O(bytes).
std::vector<FoundTable> FindTabTables(std::span<const SourceLine> lines);

}  // namespace crossfoot
