// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rulings of a picture: long thin straight ink, level or upright. They are found, remembered
// and erased, because Tesseract reads what is left of them as |, 1 or a minus.
//
// METHOD      Runs of ink along rows (and columns), small gaps forgiven, that are longer than any
//             stroke of a character; runs that touch from row to row are one ruling, which may
//             drift by a few pixels. Erasing takes a ruling's own thickness and its blurred edge,
//             except where a stroke crosses it; then what little ink is left touching the erased
//             band (stubs, corners, ticks) goes by its position, never by what it may be read as.
// LIMITS      Rulings slanted by more than half a degree break into pieces: deskew first.
//             Shorter ones than half an inch stay and are read as whatever they look like.
//
// Tested by tests/extract/ocr/ruling_ink_test.cpp.
#pragma once

#include <vector>

#include "extract/ocr/raster.h"

namespace crossfoot {

// In pixels.
struct InkRuling {
  bool horizontal = true;
  int from = 0;  // along it
  int to = 0;    // not part of it
  int low = 0;   // across it: its whole drift
  int high = 0;  // not part of it
  float position = 0;
  float thickness = 0;
};

// Finds the rulings of `grey` (one channel, paper white) and erases them from it. Linear in pixels.
std::vector<InkRuling> TakeRulings(Raster* grey);

}  // namespace crossfoot
