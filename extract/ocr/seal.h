// SPDX-License-Identifier: GPL-3.0-or-later
//
// A colour picture becomes grey, and red seals (公章) become paper: the text beneath them stays.
//
// METHOD      Red ink is told by its colour. Red patches about as wide as high and of a seal's size
//             (15 to 65 mm) are seals; anything else that is red (a red letterhead 红头, a red
//             figure) is text and is kept. Inside a seal a pixel counts by its red light, measured
//             against the brightest red light near it: ink that only a seal leaves is as bright
//             there as the seal itself, black print is not.
// LIMITS      Seals in other colours stay. A seal over a red letterhead takes the letters with it
//             where they touch it.
//
// Tested by tests/extract/ocr/preparation_test.cpp.
#pragma once

#include <vector>

#include "extract/ocr/raster.h"
#include "extract/ocr/tesseract_engine.h"

namespace crossfoot {

struct GreyPage {
  Raster grey;
  std::vector<PixelBox> seals;
};

// `picture` has one or three channels; its dpi must be known. One channel is returned as it is.
GreyPage ToGreyWithoutSeals(Raster picture);

}  // namespace crossfoot
