// SPDX-License-Identifier: GPL-3.0-or-later
//
// Facts from tables (表中的事实): row path × column path × unit × caption.
//
// METHOD  a cell that holds one figure and nothing else is a fact of its row and column; a cell of
//         words is read like prose, its paths kept. The unit is looked for in the cell, the row's
//         labels, the column's headers, the unit note, the caption and the section's title, in that
//         order; none found leaves it bare. Notes and captions in money do not reach columns of
//         scores, rates, counts and codes.
//         Columns of codes give account codes, columns of numbers (序号, 行次) ordinals.
//
// Tested by tests/normalize/table_facts_test.cpp.
#pragma once

#include <vector>

#include "normalize/scanned_text.h"
#include "normalize/table_frame.h"

namespace crossfoot::normalize {

// What stands around a table.
struct TableSurroundings {
  std::string_view line_above;  // 单位：万元 may be a line of its own
  std::string_view section;     // the title of its section
};

// Appends the facts and mentions of all cells, in order. `fact_of_cell` gets the first fact of each
// cell, or -1.
void ReadTableFacts(const Table& table, const TableFrame& frame,
                    const std::vector<const ScannedText*>& cells, const TableSurroundings& around,
                    const Lexicon& lexicon, int report_year, FactSet* facts,
                    std::vector<FactId>* fact_of_cell);

}  // namespace crossfoot::normalize
