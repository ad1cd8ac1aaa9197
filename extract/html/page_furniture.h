// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lines that belong to the page a report was published on, not to the report: where you are, share
// this, print, close, next article, page numbers, registration numbers of the site.
//
// Tested by tests/extract/html/page_furniture_test.cpp.
#pragma once

#include <string_view>

namespace crossfoot {

// Short lines only; a sentence of the report that mentions such words stays. O(1).
bool IsPageFurniture(std::string_view line);

}  // namespace crossfoot
