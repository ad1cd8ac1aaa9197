// SPDX-License-Identifier: GPL-3.0-or-later
//
// A flat OpenDocument file (.fodt, .fods), which LibreOffice makes of any office file, becomes
// plain HTML: what a person would see printed, and nothing else.
//
// KEPT        paragraphs with the numbers that Word counts by itself (自动编号), headings, tables
//             with their spans, cells as they print (number formats applied), text boxes,
//             footnotes.
// GONE        running heads and page numbers, deleted text of tracked changes, hidden text, rows,
//             columns and sheets, comments, pictures, footnote marks (they would lengthen figures).
// ANCHORS     one paragraph or table row stands on one line, so that a line counts paragraphs and
//             rows of the file, whatever LibreOffice's version.
//
// Tested by tests/extract/office/flat_odf_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"

namespace crossfoot {

// Errors: those of ParseXml, kBrokenMarkup where it has neither text nor sheets, kLimitExceeded.
Result<std::string> FlatOdfToHtml(std::string_view xml, const Limits& limits);

}  // namespace crossfoot
