// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables of one page, however they are drawn: ruled, partly ruled, three-line, with horizontal
// rules only, shaded, or by alignment alone.
//
// METHOD   For each part of the page there are hypotheses (rulings; rules with text; shading; text
//          alone), each a grid of cells, and evidence chooses between them: fill, one figure a
//          cell, columns of one kind, no torn phrases (proposal.h, evidence.h). What is drawn most
//          clearly is read first; later steps see only the text that is left. The passes are named
//          in the README of this folder, each with its file.
// LIMITS   Charts are told by the ticks of their axes, tables of contents by their leaders; a chart
//          without ticks whose labels stand in rows and columns may be taken for a table. Two
//          tables without rules that follow each other closely, without a caption between, may
//          become one. Text that is neither upright nor at a right angle is no table's.
//
// Tested by tests/extract/table/table_finder_test.cpp.
#pragma once

#include <vector>

#include "extract/layout/page_content.h"
#include "extract/table/page_table.h"
#include "extract/table/text_line.h"

namespace crossfoot {

// Never fails: a page without tables gives none, and work beyond the limits sets `over_limit`.
// Near-linear in glyphs, rules and cells; about a tenth of a millisecond for an ordinary page.
// The page reads from left to right (layout/upright.h). `text`: its lines. `open_columns`: the
// column edges of the last table of the page before, or none; a row or two that go on with it need
// them.
PageTables FindTables(const PageContent& page, PageText text,
                      const std::vector<float>& open_columns);
PageTables FindTables(const PageContent& page);

}  // namespace crossfoot
