// SPDX-License-Identifier: GPL-3.0-or-later
//
// A published web page, whole, saved by a browser or a fragment, becomes a Document.
//
// Headings, paragraphs and tables in reading order; what is hidden or the site's own furniture is
// left out (content.h). A table that only lays out the page is walked through; any other becomes a
// grid with its spans. Anchors are line and column of the HTML source.
//
// LIMITS      A table inside a cell makes the outer one a layout. Text that scripts would write is
// not
//             there.
//
// Tested by tests/extract/html/html_reader_test.cpp.
#pragma once

#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "model/document.h"

namespace crossfoot {

// `utf8` is valid. Errors: kLimitExceeded, kBrokenMarkup, kNoText.
Result<Document> ReadHtml(std::string_view utf8, const Limits& limits);

}  // namespace crossfoot
