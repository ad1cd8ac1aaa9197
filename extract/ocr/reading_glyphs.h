// SPDX-License-Identifier: GPL-3.0-or-later
//
// What was read from a picture becomes glyphs as a born-digital page has them, so that layout and
// tables need not know the difference.
//
// METHOD      The font size of a line follows from how high the ink of most of its Chinese
//             characters (or figures) is, sizes within a tenth of each other being one; a line has
//             one baseline; where along it each symbol stands is ink_groups.h's to say. Figures
//             and Latin letters end up half-width. What has no ink near it was invented and goes.
//
// Tested by tests/extract/ocr/reading_glyphs_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "extract/layout/page_content.h"
#include "extract/ocr/raster.h"
#include "extract/ocr/ruling_ink.h"
#include "extract/ocr/second_reading.h"
#include "extract/ocr/tesseract_engine.h"

namespace crossfoot {

// Appends the lines' symbols to page->glyphs and their other readings to page->others. `grey` is
// the picture they were read from, its dpi known; `rulings` are those erased from it. A figure
// whose reading and ink disagree, or of which the reader has a second thought, is read again.
void AppendGlyphs(const std::vector<ReadLine>& lines, const Raster& grey,
                  std::span<const InkRuling> rulings, const ReadAgain& read_again,
                  PageContent* page);

}  // namespace crossfoot
