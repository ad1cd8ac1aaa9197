// SPDX-License-Identifier: GPL-3.0-or-later
//
// What spreadsheets and pasted tables print inside their grid though it stands around the table:
// title (表题), unit note (单位：万元), who made it (编制单位：…) in the first rows, notes (注：…)
// in the last.
//
// Tested by tests/extract/text/title_rows_test.cpp.
#pragma once

#include "model/table.h"

namespace crossfoot {

// Moves such rows out of the grid, into caption, unit_note and notes; rows below move up. At least
// two rows stay. A numbered first row (一、基本情况) is a part of the form, no title. Call before
// the head is read. O(cells).
void TakeTitleRows(Table* table);

}  // namespace crossfoot
