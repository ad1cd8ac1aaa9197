// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cells of a score sheet (评分表), told apart by what they hold: a number, a name with its full
// mark (目标设定(5分)), a bare name, or words that describe or value. What both readings of a
// sheet, by its head and without one, know of a cell.
//
// Tested by tests/validate/score_sheet_test.cpp.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/fact_set.h"
#include "validate/reading/score_sheet.h"

namespace crossfoot {

inline constexpr size_t kLongestSheetName = 90;  // bytes

enum class CellRole { kBlank, kNumber, kNamed, kName, kText };

struct SheetCell {
  SheetText where;
  std::string_view text;
  CellRole role = CellRole::kBlank;
  FactId number = -1;  // kNumber: the figure; kNamed: the full mark in its brackets
  std::string name;    // kNamed, kName
  int row = -1;
  int column = -1;
  bool row_starts = false;
};

using FactsByText = std::map<TextAddress, std::vector<FactId>>;

// The cell that bytes [begin, end) of a text are. `text` must outlive it.
SheetCell ClassifySheetCell(const TextAddress& address, std::string_view text, size_t begin,
                            size_t end, const FactsByText& by_text, const FactSet& facts);

// Columns of targets and of what was done: 达成预期指标 there is a value, whatever it sounds like.
std::set<int> ValueColumns(const Table& table);

bool IsTotalRow(std::string_view name);     // 合计, 总分
bool IsSubtotalRow(std::string_view name);  // 产出指标小计
bool IsHeaderWord(std::string_view name);   // 三级指标, 得分

}  // namespace crossfoot
