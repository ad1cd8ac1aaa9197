// SPDX-License-Identifier: GPL-3.0-or-later
//
// Words of the page → Text as its author wrote it: wrapped lines joined, typesetting blanks gone,
// a number broken over two lines made whole, every character still leading to its box.
//
// Tested by tests/extract/table/cell_text_test.cpp.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/layout/page_content.h"
#include "extract/table/text_line.h"
#include "model/text.h"

namespace crossfoot {

// `words` in reading order, as indices in `text.words`.
Text ComposeText(const PageContent& page, const PageText& text, const std::vector<uint32_t>& words);

// Glyphs written downwards (direction 90) or upwards (270): a head set on its side.
Text ComposeSideways(const PageContent& page, std::vector<uint32_t> glyphs);

}  // namespace crossfoot
