// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the ink of a figure says against its reading.
//
// A reader of lines loses decimal points where print is small, and takes a minus for a quotation
// mark. Both are plain in the ink: a point is a small blob on the baseline, a comma hangs below it,
// a minus is flat and stands at half height, alone or run into the first digit. Where a figure has
// such a blob at a place where no symbol was read, or another sign was, the ink is believed, as
// long as a number comes out: thin print breaks, and a piece of a 4 may look like a point. A sign
// that no number has and no ink shows goes. Digits are never touched.
// Where a figure shows more ink than was read, or was read to have more digits than its ink has
// room for, the whole figure is in doubt.
//
// Tested by tests/extract/ocr/figure_ink_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "extract/ocr/tesseract_engine.h"

namespace crossfoot {

// Ink between two white columns of a line, in pixels.
struct InkBlob {
  int left = 0;
  int right = 0;
  int top = 0;
  int bottom = 0;
  // Its first columns, as long as all their ink together is flat beside its height: a minus that
  // blur has run into its digit. Empty where it begins as high as it goes on.
  int lead = 0;  // columns
  int lead_top = 0;
  int lead_bottom = 0;
  [[nodiscard]] int width() const { return right - left; }
  [[nodiscard]] int height() const { return bottom - top; }
};

// The lead of ink is at most this part of its height.
inline constexpr float kFlatLead = 0.3F;

// How sure a sign is that the ink gave, and how sure a figure with unread ink can be.
inline constexpr float kFromInk = 0.85F;
inline constexpr float kInkUnread = 0.6F;

enum class InkVerdict {
  kMatches,    // sign for sign and stroke for stroke
  kPlausible,  // strokes touch: there is nothing against the reading
  kDiffers,    // the ink and the reading cannot be brought together; the figure is in doubt
};

// `symbols`: of one group of ink, left to right, `ink`: in what blobs. Does nothing to groups that
// are no figures.
InkVerdict MendFigures(std::span<const InkBlob> ink, float size, float baseline,
                       std::vector<ReadSymbol>* symbols);

// Gives the point back to the number of an item ("2.…") at the head of a group, where the ink shows
// one between figure and words.
void MendItemNumber(std::span<const InkBlob> ink, float size, float baseline,
                    std::vector<ReadSymbol>* symbols);

// Whether the ink has room for the digits that were read.
bool HasRoomFor(const std::vector<ReadSymbol>& symbols, std::span<const InkBlob> ink, float size,
                float baseline);

}  // namespace crossfoot
