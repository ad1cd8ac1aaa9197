// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tables that come as one cell a line, each closed by a bar (一行一格): what is left of a web
// page's table when its tags are stripped.
//
// A line of bars alone stands for merged or empty cells, but how many cannot be trusted. Nor is a
// merged cell printed once: a page break prints it again.
//
// METHOD      Read: lines to a stream of cells; a line without its bar goes on, unless the next
// says the
//             same. Head: the cells before the first that no head would say; a bar line parts its
//             rows. Cut: a row ends after its last figure. Lay: row_alignment.h puts the cells
//             under the columns; of cells too many, those printed twice go.
// LIMITS      A row without any figure is joined with the next.
//
// Tested by tests/extract/text/cell_line_table_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "extract/text/found_table.h"
#include "extract/text/source_line.h"

namespace crossfoot {

// In order, not overlapping. O(bytes).
std::vector<FoundTable> FindCellLineTables(std::span<const SourceLine> lines);

}  // namespace crossfoot
