// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables of one page.
//
// Tested by tests/extract/table/table_finder_test.cpp.
#pragma once

#include "extract/layout/page_content.h"
#include "extract/table/page_table.h"

namespace crossfoot {

// Never fails: a page without tables gives none. Near-linear in glyphs, rules and cells.
PageTables FindTables(const PageContent& page);

}  // namespace crossfoot
