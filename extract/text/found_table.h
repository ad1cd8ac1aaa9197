// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table and the lines of a text it was read from: what every finder of text tables gives.
//
// Tested by tests/extract/text/tab_table_test.cpp.
#pragma once

#include <cstddef>

#include "model/table.h"

namespace crossfoot {

struct FoundTable {
  size_t first = 0;  // index of the first line
  size_t count = 0;
  Table table;
};

}  // namespace crossfoot
