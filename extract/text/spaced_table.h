// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tables whose cells are parted by blanks only, with words wrapped over lines (空格分隔表格), as
// copying from a page leaves them: a label on one line, the rest of it on the next, then the row's
// figures.
//
// METHOD      Anchor: a row is known by the run of bare figures at a line's end; rows with as many
//             figures, with nothing but short pieces between, are one block. Head: the longest run
//             of pieces before the block's first row that read as head words, wrapped ones put
//             together. Rows: the pieces before each row's figures; a piece that fills its column
//             goes on in the next. Lay: row_alignment.h puts them under the columns.
// LIMITS      A block has two rows at least, and as many figures in each. Where a column of figures
// has
//             gaps, its rows make blocks of their own or stay text.
//
// Tested by tests/extract/text/spaced_table_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "extract/text/found_table.h"
#include "extract/text/source_line.h"

namespace crossfoot {

// In order, not overlapping. O(bytes).
std::vector<FoundTable> FindSpacedTables(std::span<const SourceLine> lines);

}  // namespace crossfoot
