// SPDX-License-Identifier: GPL-3.0-or-later
//
// Noise and the blocks of JPEG go, strokes stay: a light Gaussian blur, then a 3 by 3 median.
//
// Tested by tests/extract/ocr/preparation_test.cpp.
#pragma once

#include "extract/ocr/raster.h"

namespace crossfoot {

// `grey` has one channel. `sigma` in pixels, at most 4; 0 leaves the picture alone.
void Blur(float sigma, Raster* grey);
void Median3x3(Raster* grey);

// The share of pixels that are dark and stand alone on white: 0 for a clean picture, a thousandth
// and more for a noisy one.
float SpeckShare(const Raster& grey);

}  // namespace crossfoot
