// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pages whose text stands on its side: a landscape table printed on an upright page. The page is
// turned so that its text reads from left to right, and what was found is turned back.
//
// Tested by tests/extract/table/turned_page_test.cpp.
#pragma once

#include "base/geometry.h"
#include "extract/layout/page_content.h"
#include "extract/table/page_table.h"

namespace crossfoot {

// The direction (0, 90, 180 or 270) that most of the page's characters are written in.
int MainDirection(const PageContent& page);

// The page turned so that writing in `direction` becomes upright. Precondition: 90 or 270.
PageContent TurnPage(const PageContent& page, int direction);

// A box of the turned page, in the coordinates of the page as it was; `info` is the original's.
Box TurnBack(const Box& box, const PageInfo& info, int direction);

// All that was found on the turned page. Row and column edges stay as the text reads.
void TurnBack(const PageInfo& info, int direction, PageTables* found);

}  // namespace crossfoot
