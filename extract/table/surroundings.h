// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands around a table and belongs to it: caption (表题), unit note (单位：万元), the line
// that names who made it (编制部门：…), notes below (注：…); and whether anything else shares its
// page.
//
// Tested by tests/extract/table/surroundings_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/layout/page_content.h"
#include "extract/table/columns.h"
#include "extract/table/page_table.h"
#include "extract/table/text_line.h"

namespace crossfoot {

// How far the surroundings of a table reach: to the next tables around it, or the page's ends.
struct Room {
  float ceiling = 0;
  float floor = 0;
  float right = 0;
};

// Reads the free lines (those no table's grid has) around `table`. `used` has one flag a word:
// those that another table took are left alone. Returns the words that were taken now.
std::vector<uint32_t> ReadSurroundings(const PageContent& page, const PageText& text,
                                       const std::vector<ChunkLine>& free_lines,
                                       const std::vector<bool>& used, const Room& room,
                                       PageTable* table);

// Whether a line is a unit note: 单位：元, 金额单位：万元, (Unit: EUR million), not 编制单位：某局.
bool IsUnitNote(const std::string& text);

}  // namespace crossfoot
