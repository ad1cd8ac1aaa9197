// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the symbols of a line really stand.
//
// A reader of whole lines knows the order of its symbols well and their places badly: a figure may
// be given the place of its neighbour, a point none at all. The ink knows places and no symbols.
// So the ink of the line is cut into groups where it leaves a wide gap or a ruling stands, the
// symbols are shared out over the groups in their order, and each group's width over its symbols.
//
// METHOD      Dynamic programming over cuts of the symbol sequence: a group should be as wide as
//             its symbols usually are, a symbol near the place the reader gave it, a cut where
//             the reader saw a blank. O(groups × symbols × the most symbols of a group).
//
// Tested by tests/extract/ocr/ink_groups_test.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "extract/ocr/tesseract_engine.h"

namespace crossfoot {

// Left and right, in pixels.
struct InkGroup {
  float left = 0;
  float right = 0;
};

// How wide a character usually is, in parts of the font size.
float UsualWidth(char32_t code);

// Which symbols each group shows, of a font of `size` pixels: group g has the symbols from cut g to
// cut g + 1. `groups`: left to right, apart. Symbols behind the last cut have no ink.
std::vector<size_t> CutIntoGroups(std::span<const ReadSymbol> symbols,
                                  std::span<const InkGroup> groups, float size);

// The group's width shared out over its symbols.
std::vector<InkGroup> SpreadOver(const InkGroup& group, std::span<const ReadSymbol> symbols);

}  // namespace crossfoot
