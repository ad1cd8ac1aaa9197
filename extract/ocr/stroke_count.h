// SPDX-License-Identifier: GPL-3.0-or-later
//
// 一, 二 and 三 are told by how many strokes their ink has.
//
// Readers take one for another, or for a dash and signs of mathematics, and the numbering of a
// report hangs on them. Their ink is nothing but flat strokes over each other, so it can be
// counted.
//
// Tested by tests/extract/ocr/stroke_count_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "extract/ocr/figure_ink.h"
#include "extract/ocr/raster.h"
#include "extract/ocr/tesseract_engine.h"

namespace crossfoot {

// `symbols`: of one group of ink of `grey`, left to right; `ink`: in what blobs, of a font of
// `size` pixels.
void CountStrokes(std::span<const InkBlob> ink, float size, const Raster& grey,
                  std::vector<ReadSymbol>* symbols);

}  // namespace crossfoot
