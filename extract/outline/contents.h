// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tells the entries of a table of contents (目录) from the headings they repeat.
//
// An entry ends in a leader and a page number (一、概况 …… 3), or stands below 目录, before the
// first heading is printed again or the first sentence begins.
//
// Tested by tests/extract/outline/contents_test.cpp.
#pragma once

#include <vector>

#include "model/document.h"

namespace crossfoot {

// By block: whether it is the word 目录 itself or one of the entries under it. O(text).
std::vector<bool> FindContentsEntries(const Document& document);

}  // namespace crossfoot
