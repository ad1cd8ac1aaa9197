// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a page read from a picture says of itself: that it was read, how surely, and which figures
// stay in doubt (kOcrRead, kDoubtfulReading).
//
// Tested by tests/extract/ocr/doubt_test.cpp.
#pragma once

#include "extract/layout/page_content.h"

namespace crossfoot {

// A digit below this is in doubt.
inline constexpr float kDoubtful = 0.80F;

// Appends to page->notes.
void NoteReading(PageContent* page);

}  // namespace crossfoot
