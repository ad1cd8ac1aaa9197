// SPDX-License-Identifier: GPL-3.0-or-later
//
// The lines of a text source, each with its number and what stood between it and the line before.
//
// Line ends may be LF, CR LF, CR, NEL or U+2028, mixed; a form feed ends a line and a page, but is
// not counted as a line of its own, so that numbers agree with an editor's. Views point into the
// text.
//
// Tested by tests/extract/text/source_line_test.cpp.
#pragma once

#include <string_view>
#include <vector>

namespace crossfoot {

struct SourceLine {
  std::string_view text;  // without blanks at either end; never empty
  int number = 0;         // 1-based
  int column = 1;         // of text's first character, 1-based, in characters
  int indent = 0;         // width of the blanks before it, in terminal columns
  int width = 0;          // of text as printed, in half characters: a Chinese character counts two
  int blanks_before = 0;  // blank lines since the line before
  bool page_break_before = false;  // a form feed stands between
  bool tabbed = false;             // a tab stands in the untrimmed line
  int markup_level = 0;            // of a marked heading (## …); see markdown/mark.h
  bool begins_item = false;        // a list mark stood before it
  std::string_view raw;            // the whole line: leading tabs are empty cells
};

// Blank lines are left out. O(bytes).
std::vector<SourceLine> SplitLines(std::string_view utf8);

}  // namespace crossfoot
