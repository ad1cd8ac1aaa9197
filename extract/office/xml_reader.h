// SPDX-License-Identifier: GPL-3.0-or-later
//
// Parses XML strictly, with Expat; the one file that includes it.
//
// The tree is that of HTML (markup_tree.h); names keep their prefixes as written
// (table:table-cell), comments and processing instructions are gone. A document type with entities
// of its own is refused: what we read has none, and they are how small XML becomes large.
//
// Tested by tests/extract/office/xml_reader_test.cpp.
#pragma once

#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "extract/html/markup_tree.h"

namespace crossfoot {

// `raw` and `offset` of nodes are not set; base64 of pictures (office:binary-data) is left out.
// Errors: kLimitExceeded, kBrokenMarkup (with its line). O(bytes).
Result<MarkupTree> ParseXml(std::string_view xml, const Limits& limits);

}  // namespace crossfoot
