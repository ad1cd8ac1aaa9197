// SPDX-License-Identifier: GPL-3.0-or-later
//
// Markdown's pipe tables: `| 项目 | 金额 |`, the head parted from the body by `|---|---|`.
//
// Tested by tests/extract/markdown/pipe_table_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "extract/text/found_table.h"
#include "extract/text/source_line.h"

namespace crossfoot {

// In order, not overlapping; also tables whose separator row is lost, if every row begins and ends
// with a bar. O(bytes).
std::vector<FoundTable> FindPipeTables(std::span<const SourceLine> lines);

}  // namespace crossfoot
