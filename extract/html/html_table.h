// SPDX-License-Identifier: GPL-3.0-or-later
//
// A <table> element becomes a grid: rowspan and colspan laid out as browsers do.
//
// Tested by tests/extract/html/html_table_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/limits.h"
#include "extract/html/content.h"
#include "extract/html/markup_tree.h"
#include "extract/html/source_position.h"
#include "model/table.h"

namespace crossfoot {

// A table that only lays out the page: one column, or another table in a cell of more than a few
// words.
bool IsLayoutTable(const MarkupTree& tree, size_t table);

// nullopt when the grid would have more cells than limits.cells_per_table.
std::optional<Table> ReadHtmlTable(const MarkupTree& tree, size_t element,
                                   const PageContentFilter& filter,
                                   const SourcePositions& positions, const Limits& limits);

}  // namespace crossfoot
