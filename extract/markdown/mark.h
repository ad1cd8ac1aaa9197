// SPDX-License-Identifier: GPL-3.0-or-later
//
// Markdown's marks at the beginning of lines: what they say is kept, the marks themselves go.
//
// `## 收支情况` is a heading of level 2, `- ` and `> ` only begin something; rules (`---`) and code
// fences are no text. Marks inside a line (`**`) are clean_text.h's.
//
// Tested by tests/extract/markdown/mark_test.cpp.
#pragma once

#include <vector>

#include "extract/text/source_line.h"

namespace crossfoot {

// Sets markup_level and begins_item, and takes the marks off `text`. O(lines).
void ReadMarks(std::vector<SourceLine>* lines);

}  // namespace crossfoot
