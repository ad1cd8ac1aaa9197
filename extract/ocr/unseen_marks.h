// SPDX-License-Identifier: GPL-3.0-or-later
//
// Marks that were read at an end of a group of ink and that the ink does not show.
//
// A reader of lines puts a quotation mark, or a comma, where white space parts a label from what
// stands before it. A real quotation mark is small and hangs at the top, apart from its neighbour,
// and commas are small: where the outermost ink of the group stands as high as a character, there
// is none, and the mark goes.
//
// Tested by tests/extract/ocr/unseen_marks_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "extract/ocr/figure_ink.h"
#include "extract/ocr/tesseract_engine.h"

namespace crossfoot {

// Whether a group's ends are a line's or a cell's: elsewhere a mark may belong to the group beside.
struct FreeEnds {
  bool left = false;
  bool right = false;
};

// `symbols`: of one group of ink, left to right; `ink`: in what blobs, of a font of `size` pixels
// on `baseline`.
void DropUnseenMarks(std::span<const InkBlob> ink, float size, float baseline, const FreeEnds& free,
                     std::vector<ReadSymbol>* symbols);

}  // namespace crossfoot
