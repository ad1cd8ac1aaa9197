// SPDX-License-Identifier: GPL-3.0-or-later
//
// Joins printed lines to the paragraphs their author wrote (重排).
//
// Text copied from a page has a line end wherever the page was full, blank lines after every line
// or at page breaks only, and words and figures cut in two. What tells a wrapped line from a
// paragraph's end is taken from the text's own statistics, never from constants of one source:
//
// METHOD      Measure: is there a width that many lines reach and hardly any pass? Then the text is
//             wrapped, and that is its full width. Do blank lines part lines or paragraphs? Does a
//             first line stand in by two characters, or lack them?
//             Join: two lines belong together when the first cannot be an end (an open bracket, a
//             comma, an unfinished sentence) or was full and the second does not begin something
//             new (a number, an indent, a first line's shorter measure).
// LIMITS      A paragraph that ends exactly at the full width and is followed by one that is not
//             wrapped itself is joined with it.
//
// Tested by tests/extract/text/reflow_test.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "extract/text/source_line.h"
#include "model/text.h"

namespace crossfoot {

struct LineMeasure {
  int full_width = 0;                 // of a wrapped text's full lines; 0: lines are not wrapped
  bool blank_ends_paragraph = false;  // single blank lines part paragraphs, not lines
  bool indent_begins_paragraph = false;
};

struct PrintedParagraph {
  Text text;
  size_t first = 0;      // index of its first line
  size_t count = 1;      // of lines
  int markup_level = 0;  // of a marked heading
};

LineMeasure Measure(std::span<const SourceLine> lines);

std::vector<PrintedParagraph> Reflow(std::span<const SourceLine> lines, const LineMeasure& measure);

}  // namespace crossfoot
