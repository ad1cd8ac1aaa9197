// SPDX-License-Identifier: GPL-3.0-or-later
//
// Characters of a source line become the author's text: typesetting blanks and markup residue go,
// and every character that stays remembers its line and column.
//
// GONE        a blank between Chinese and digits or letters (2020 年), beside Chinese punctuation,
// and
//             between letterspaced characters (克 拉 玛); `**`; `<p>`, `<br>` and other inline
//             tags; zero-width and control characters; the backslash of Markdown's escapes (\\*).
// CHANGED     a radical's code becomes the character's (radical.h).
// KEPT        one blank for any other run of blanks.
//
// Tested by tests/extract/text/clean_text_test.cpp.
#pragma once

#include <string_view>

#include "model/text.h"

namespace crossfoot {

// Appends `raw`, whose first character stands at (line, column). O(bytes).
void AppendClean(std::string_view raw, int line, int column, Text* out);

// Appends a wrapped line's continuation: as AppendClean, with one blank between where two Latin
// words or a Latin word and a figure would otherwise run together. A figure cut by the wrap stays
// whole.
void AppendContinuation(std::string_view raw, int line, int column, Text* out);

// A cell's label whose words a narrow column wrapped (数量指 标): no blanks between Chinese
// characters.
Text WithoutWraps(const Text& label);

}  // namespace crossfoot
