// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table's own sums choose among the readings of a doubtful figure.
//
// METHOD      A row of totals (合计, 总计, 小计) whose columns add up, and a column of totals whose
// rows
//             do, are identities of the table: believed where at least two other columns (three
//             other rows), read without doubt, close exactly. Where such an identity does not
//             close and one figure of it is in doubt, the reading with which it closes is taken,
//             if it is the only one.
// GUARANTEES  Only readings that the reader itself named are tried: a figure read surely is never
//             touched, so that an author's slip stays one. A figure chosen this way stays in doubt
//             and says so (DoubtfulFigure::chosen): that its sums close proves nothing.
// LIMITS      Levels of totals beyond blocks of rows, differences and rates are not used.
//
// Tested by tests/extract/ocr/table_arithmetic_test.cpp.
#pragma once

#include "extract/layout/page_content.h"

namespace crossfoot {

// Changes glyphs of page->doubts and those doubts. Precondition: NoteDoubts has told them. Does
// nothing where no doubt names another reading; else costs as much as finding the page's tables.
void SettleByArithmetic(PageContent* page);

}  // namespace crossfoot
