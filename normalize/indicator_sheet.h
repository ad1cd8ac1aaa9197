// SPDX-License-Identifier: GPL-3.0-or-later
//
// Indicator rows from self-evaluation sheets (绩效指标表、评分表), whatever their layout.
//
// METHOD  a row that names columns (一级指标, 三级指标, 指标名称, 分值, 得分 …) opens a sheet and
// gives each
//         column its role; a second header row (名称 | 参考分值) refines it. Each later row with a
//         level-3 name is an indicator; empty level-1 and level-2 cells continue the one above.
//         Weights come from their column or from brackets in the name: 职责明确(1分). The line of
//         the funds that is scored too (年度总资金 … 执行率, 得分) is the indicator 预算执行率.
// LIMITS  a sheet without a level-3 or name column gives none.
//
// Tested by tests/normalize/indicator_sheet_test.cpp.
#pragma once

#include <vector>

#include "normalize/scanned_text.h"
#include "normalize/table_frame.h"

namespace crossfoot::normalize {

// Appends the indicators of the table. `fact_of_cell` as from ReadTableFacts.
void ReadIndicatorSheet(const Table& table, int table_index, const CellGrid& grid,
                        const std::vector<const ScannedText*>& cells,
                        const std::vector<FactId>& fact_of_cell, FactSet* facts);

}  // namespace crossfoot::normalize
