// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which rows of a grid are its head (表头), which columns name the rows, and whether the columns
// form one table, two sides (收入 | 支出) or blocks abreast.
//
// A head row holds no figures, but words above columns of figures; years (2023), and the counting
// row of Chinese forms (栏次 1 2 3) are words here. Head cells that span rows or columns draw in
// the rows they need. A label column (行标题) stands before the first column of values: words, or
// codes (类 款 项, 序号).
//
// Tested by tests/extract/table/head_test.cpp.
#pragma once

#include "extract/table/page_table.h"

namespace crossfoot {

// Sets header_rows, label_columns, shape and blocks from the cells' text.
void ReadHead(PageTable* table);

}  // namespace crossfoot
