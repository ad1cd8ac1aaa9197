// SPDX-License-Identifier: GPL-3.0-or-later
//
// Columns from text alone: chunks, and the valleys between them.
//
// A chunk is a run of words that one would read as one thing: within a line, up to a gap wider than
// a word space. Where hardly any line of a table has ink, and enough lines have ink on both sides,
// is a valley: columns part there.
//
// Tested by tests/extract/table/columns_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/table/ruling.h"
#include "extract/table/text_line.h"

namespace crossfoot {

struct Chunk {
  Box box;
  float baseline = 0;
  float size = 0;
  uint32_t begin = 0;  // words, consecutive in one line
  uint32_t end = 0;
  InkKind kind = InkKind::kText;
  bool bold = false;
};

struct ChunkLine {
  float baseline = 0;
  float top = 0;
  float bottom = 0;
  std::vector<Chunk> chunks;     // left to right
  LineCue cue = LineCue::kNone;  // of the first word
  [[nodiscard]] int Figures() const;
};

// The words (in PageText's order), line by line. A ruling between two words parts them.
std::vector<ChunkLine> ChunkLines(const PageText& text, const std::vector<uint32_t>& words,
                                  const std::vector<Ruling>& verticals);

struct Valley {
  float left = 0;
  float right = 0;
  int support = 0;  // lines with ink on both sides
  [[nodiscard]] float middle() const { return (left + right) / 2; }
};

// The valleys between the chunks of `lines`, left to right.
std::vector<Valley> FindValleys(const std::vector<const ChunkLine*>& lines, float font_size);

}  // namespace crossfoot
