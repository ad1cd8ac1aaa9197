// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where on the page a table may stand that no crossing rulings enclose.
//
//   Stacks  horizontal rulings of like extent above one another, with text in columns between them
//           (three-line tables, rules under every row)
//   Runs    lines that follow each other and each stand in pieces, with wide gaps, one above
//   another
//
// Both only propose; evidence.h decides.
//
// Tested by tests/extract/table/region_test.cpp.
#pragma once

#include <vector>

#include "base/geometry.h"
#include "extract/table/columns.h"
#include "extract/table/ruling.h"

namespace crossfoot {

// `lines`: the text that belongs to no table yet, top to bottom. `horizontal` by position.
std::vector<Box> FindStacks(const std::vector<ChunkLine>& lines,
                            const std::vector<Ruling>& horizontal, float font_size);

struct AlignedRun {
  Box box;
  bool captioned = false;  // a line that says it is a table stands above
};

std::vector<AlignedRun> FindRuns(const std::vector<ChunkLine>& lines, float font_size);

// The top of the lines right above `table` that can be its head: pieces over its columns, none of
// them as long as a sentence, no caption. `columns` are the table's column edges. The table's own
// top if there are none, or if they head less than half of its columns.
float FindHeadAbove(const std::vector<ChunkLine>& lines, const Box& table,
                    const std::vector<float>& columns);

// The top of further lines of a head that `table` begins with: heads over several columns, and the
// lines that stand beside the head's own, half a line higher. They are set like the table, closely
// above it, and are neither its title nor its unit note. The table's own top if there are none.
float FindUpperHeads(const std::vector<ChunkLine>& lines, const Box& table,
                     const std::vector<float>& columns);

// Where a page set in two columns of prose parts, as an x; 0 for a page that is not.
float FindGutter(const std::vector<ChunkLine>& lines, float font_size);

}  // namespace crossfoot
