// SPDX-License-Identifier: GPL-3.0-or-later
//
// Page furniture (页眉、页脚、页码、水印): what the page says and its author did not.
//
// METHOD      Repeats: a line near the page's top or bottom edge that stands at the same height on
//             three pages or more, digits aside. Page numbers: a line of nothing but a number, the
//             outermost of its page. Watermarks: slanted text, and large pale text.
// LIMITS      A running head that changes from page to page is taken for text. The unit note of a
//             table (单位：万元) is never furniture, however often it repeats.
//
// Tested by tests/extract/layout/furniture_test.cpp.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "extract/layout/flow_line.h"
#include "model/document.h"

namespace crossfoot {

// Whether the text is a page number and nothing else: 3  - 3 -  第3页  3/25  第 3 页 共 25 页  iv
bool IsPageNumber(std::string_view text);

// By line: whether it is furniture. `lines` are of all pages, page after page; `pages` in order of
// their numbers from 1.
std::vector<bool> FindFurniture(std::span<const FlowLine> lines, std::span<const PageInfo> pages);

}  // namespace crossfoot
