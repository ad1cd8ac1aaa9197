// SPDX-License-Identifier: GPL-3.0-or-later
//
// The upright text of a page as words in lines: the ink that tables are read from.
//
// A line shares one baseline over the whole width of the page (text columns and table cells are
// told apart later, by whoever knows them). A word ends at a blank or at a gap of a fifth of the
// font size. Runs of dots that lead the eye from a label to its figure (leaders) are no words.
//
// One sort of the glyphs; nothing here looks at more than its neighbours.
//
// Tested by tests/extract/table/text_line_test.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/layout/page_content.h"
#include "extract/table/ruling.h"

namespace crossfoot {

// What a word or a cell holds, as far as the shape of a table is concerned.
enum class InkKind : uint8_t {
  kText,
  kFigure,       // a number with its signs: 1,234.5  -3  (12%)  ￥5
  kPlaceholder,  // what stands for no number: - — … n.a. * :
};

// What a word says about the line that it opens.
enum class LineCue : uint8_t {
  kNone,
  kGoesOn,   // a small letter or an opening bracket: more of the line above
  kCaption,  // Table, 表, 附表
  kNote,     // Note, Source, 注, *
};

InkKind ClassifyInk(std::span<const char32_t> text);

struct Word {
  Box box;  // cut to the font's height around the baseline: rows do not touch
  float baseline = 0;
  float size = 0;      // font size
  uint32_t begin = 0;  // in PageText::order
  uint32_t end = 0;
  uint32_t line = 0;  // index in PageText::lines
  InkKind kind = InkKind::kText;
  LineCue cue = LineCue::kNone;
  bool bold = false;
  bool year = false;          // 1900 to 2099
  bool han = false;           // begins with a Chinese character
  bool after_leader = false;  // dots led the eye to it
};

struct TextLine {
  Box box;
  float baseline = 0;
  uint32_t begin = 0;  // in PageText::words
  uint32_t end = 0;
};

struct PageText {
  std::vector<uint32_t> order;  // indices of PageContent::glyphs, word after word
  std::vector<Word> words;      // line after line, left to right
  std::vector<TextLine> lines;  // top to bottom
  float size = 10;              // the commonest font size

  [[nodiscard]] std::span<const Word> WordsOf(const TextLine& line) const {
    return {words.data() + line.begin, words.data() + line.end};
  }
};

PageText GatherLines(const PageContent& page);

// Words that run over a vertical ruling are cut there, between two glyphs: they are two cells'
// text. A figure is cut only where its glyphs leave a gap, since a long one may hang over its
// cell's edge.
void CutAtRulings(const PageContent& page, const std::vector<Ruling>& verticals, PageText* text);

// Indices [first, last) of the lines whose baseline lies in [top, bottom). O(log lines).
std::pair<size_t, size_t> LinesBetween(const PageText& text, float top, float bottom);

}  // namespace crossfoot
