// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tables that stand as HTML inside Markdown or text: <table>…</table>, which converters write where
// cells span.
//
// Tested by tests/extract/markdown/markup_table_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "extract/text/found_table.h"
#include "extract/text/source_line.h"

namespace crossfoot {

// In order, not overlapping. A table whose end is missing, or that is over a limit, is left as
// text. Lines are views into one source. O(bytes).
std::vector<FoundTable> FindMarkupTables(std::span<const SourceLine> lines);

}  // namespace crossfoot
