// SPDX-License-Identifier: GPL-3.0-or-later
//
// A score sheet whose head names its columns (一级指标 … 分值, 得分), from the indicators that were
// read in it: which group a row belongs to is known, not guessed from the order of the cells.
//
// LIMITS      a figure in the columns of marks or scores that belongs to no indicator, total or
//             subtotal makes the sheet doubtful. Groups without a mark of their own below the
//             first level are left out: their indicators hang on the level above.
//
// Tested by tests/validate/score_sheet_test.cpp.
#pragma once

#include <vector>

#include "model/document.h"
#include "model/fact_set.h"
#include "validate/reading/score_sheet.h"
#include "validate/reading/sheet_cell.h"

namespace crossfoot {

// The indicators of one table that stand in its list (not in the line of the funds), in row order.
std::vector<const Indicator*> ListedIndicators(const FactSet& facts, int table);

// Whether marks and scores of `listed` are known well enough to make a sheet of.
bool MakeASheet(const std::vector<const Indicator*>& listed);

// Adds the rows of one table to the sheet, which may have begun in the table before. `cells` are
// all of the table's that hold anything, with their rows and columns.
void AppendHeadedRows(const std::vector<const Indicator*>& listed,
                      const std::vector<SheetCell>& cells, const FactSet& facts, ScoreSheet* sheet);

}  // namespace crossfoot
