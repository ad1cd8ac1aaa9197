// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands around a table in running text and belongs to it: the caption (表题) and unit note
// (单位：万元) above, notes (注：…) below.
//
// Works on blocks, for sources without pages; tables that have a caption keep it.
//
// Tested by tests/extract/outline/surroundings_test.cpp.
#pragma once

#include <vector>

#include "extract/outline/outline.h"
#include "model/document.h"

namespace crossfoot {

// Moves those blocks into their tables. `hints` stays parallel to document->blocks. Call before
// BuildOutline. O(blocks).
void AttachSurroundings(std::vector<HeadingHints>* hints, Document* document);

}  // namespace crossfoot
