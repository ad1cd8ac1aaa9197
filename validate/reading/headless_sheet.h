// SPDX-License-Identifier: GPL-3.0-or-later
//
// A score sheet from its cells in reading order alone, where no head names the columns: the same
// cells one a line, or a table cut off from its head.
//
// METHOD      Name (name cells with their full mark, "目标设定(5分)" or a number cell beside) →
// Nest
//             (names that follow one another at once are groups, the last before a description is
//             an indicator) → Score (number cells after it).
// LIMITS      three levels; a group whose cell stands in the middle of its rows is kept as
//             doubtful.
//
// Tested by tests/validate/score_sheet_test.cpp.
#pragma once

#include <vector>

#include "validate/reading/sheet_cell.h"

namespace crossfoot {

ScoreSheet ReadHeadlessSheet(const std::vector<SheetCell>& cells, const FactSet& facts);

}  // namespace crossfoot
