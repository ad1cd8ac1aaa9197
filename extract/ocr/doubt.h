// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a page read from a picture says of itself: that it was read, how surely, and which figures
// stay in doubt.
//
// Tested by tests/extract/ocr/doubt_test.cpp.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/layout/page_content.h"

namespace crossfoot {

// A digit below this is in doubt.
inline constexpr float kDoubtful = 0.80F;
// And one whose next choice is at least this sure.
inline constexpr float kSecondThought = 0.4F;

// Glyphs [begin, end) of a page: one figure, as they follow each other on a line.
struct FigureRun {
  size_t begin = 0;
  size_t end = 0;
};
std::vector<FigureRun> FigureRuns(const PageContent& page);

// Appends to page->notes that the page was read (kOcrRead).
void NoteReading(PageContent* page);

// Appends the figures in doubt to page->doubts.
void NoteDoubts(PageContent* page);

}  // namespace crossfoot
