// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws over a page what was seen on it, to be looked at while extraction is tuned by eye.
//
// One SVG in page points: pictures hatched, shades and rules in their colours, characters where
// they stand, cells of tables in red (header cells tinted, spans as one cell), lines of running
// text in blue, numbered and joined in reading order. Each kind is a group with an id, to be
// switched off.
//
// Tested by tests/extract/layout/page_svg_test.cpp.
#pragma once

#include <span>
#include <string>

#include "extract/layout/flow_line.h"
#include "extract/layout/page_content.h"
#include "extract/table/page_table.h"

namespace crossfoot {

std::string PageSvg(const PageContent& page, const PageTables& tables,
                    std::span<const FlowLine> lines);

}  // namespace crossfoot
