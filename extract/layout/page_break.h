// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a page break tore from a table: its title and unit note, left at the foot of the page
// before; its head, a single ruled row, left alone there. Programs that do not keep lines together
// print either often.
//
// Tested by tests/extract/layout/page_break_test.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "extract/layout/flow_line.h"
#include "extract/layout/page_content.h"
#include "extract/table/page_table.h"

namespace crossfoot {

// A table of a page stands before line `line` of all pages' lines.
struct TableOnPage {
  size_t line = 0;
  PageTable table;
};

// Given all lines and tables of the pages, each in order, and for each line whether it is page
// furniture: says of each table what stands above and below it on its page, drops lone heads
// (PageTable::lone_head) that nothing goes on with, and gives the first table of a page the title
// at the foot of the page before. Returns for each line whether a table has it now.
std::vector<bool> MendPageBreaks(std::span<const FlowLine> lines,
                                 const std::vector<bool>& furniture,
                                 std::span<const PageInfo> pages, std::vector<TableOnPage>* tables);

}  // namespace crossfoot
