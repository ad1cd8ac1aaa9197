// SPDX-License-Identifier: GPL-3.0-or-later
//
// The lines of a page's running text, in reading order: what is left when the tables have taken
// theirs, columns (分栏) read one after another.
//
// METHOD      Rows are lines of one baseline (text_line.h), cut into pieces at wide gaps. Columns
//             are looked for in runs of rows: a strip that stays free from row to row, with prose
//             on both sides. A row that crosses the strip ends the run. What stands on one side of
//             it is read whole before the other side, columns in columns too.
//             Footnotes are what stands below a short rule in smaller type, down to the page's end.
// LIMITS      Text set sideways comes after the upright text of its page.
//
// Tested by tests/extract/layout/flow_line_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/layout/page_content.h"
#include "extract/table/text_line.h"
#include "model/text.h"

namespace crossfoot {

struct FlowLine {
  Text text;
  int page = 0;
  Box box;
  float baseline = 0;
  float font_size = 0;      // of most of its characters
  float first_piece = 0;    // width of what could not have been parted at its beginning
  Box column_box;           // around all lines of its column
  int column = 0;           // counts the columns and the stretches of plain lines of a page
  bool in_columns = false;  // other columns stand beside it
  float page_width = 0;
  uint32_t color = 0;
  bool bold = false;
  bool footnote = false;
  bool parted = false;  // holds a gap that parts fields, or leads to a page number
  int16_t direction = 0;
};

// `owner`: by glyph, 0 for running text (PageTables::owner); empty when there are no tables.
std::vector<FlowLine> FindFlowLines(const PageContent& page, const PageText& text,
                                    const std::vector<uint32_t>& owner);

}  // namespace crossfoot
