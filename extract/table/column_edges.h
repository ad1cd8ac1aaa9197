// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the columns of a part of the page end, by its text and its vertical rulings.
//
// The edge between two columns is put into their valley (columns.h), where the fewest heads stand
// out into it, or at the ruling that runs through it. Columns that are empty, or nearly, are told
// by their heads.
//
// Tested by tests/extract/table/text_grid_test.cpp.
#pragma once

#include <vector>

#include "base/geometry.h"
#include "extract/table/columns.h"
#include "extract/table/ruling.h"
#include "extract/table/text_line.h"

namespace crossfoot {

struct TextGridInput {
  const PageText* text = nullptr;
  Box box;
  std::vector<ChunkLine> lines;    // of the text inside, top to bottom
  std::vector<Ruling> horizontal;  // that pass through the box, by position
  std::vector<Ruling> vertical;
  float font_size = 10;
};

// × font size: one row may stand on baselines this far apart.
inline constexpr float kOffBaseline = 0.8F;

// Lines that stand off each other's baseline, and beside each other, as one: what the eye takes for
// a row when it looks for columns.
std::vector<ChunkLine> MergeOffsetLines(const std::vector<ChunkLine>& lines);

// The lines that show the columns best: those with figures, if there are enough. They point into
// `lines`.
std::vector<const ChunkLine*> BodyLines(const std::vector<ChunkLine>& lines);

// Whether the ruling parts columns of the text, and not only a few of its rows.
bool PartsColumns(const TextGridInput& in, const Ruling& ruling);

// The edges of the columns, of which `lines` are the merged lines: columns + 1, ascending; fewer
// than three where there are not even two columns.
std::vector<float> FindColumnEdges(const TextGridInput& in, const std::vector<ChunkLine>& lines);

}  // namespace crossfoot
