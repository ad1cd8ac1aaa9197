// SPDX-License-Identifier: GPL-3.0-or-later
//
// What kind of thing a table cell holds, and what kind a column's head promises.
//
// Where a text table lost its rulings, kinds are what is left to tell columns by: a score stands in
// the column of figures, a criterion in the column of prose.
//
// Tested by tests/extract/text/cell_kind_test.cpp.
#pragma once

#include <string_view>

namespace crossfoot {

enum class CellKind {
  kEmpty,
  kFigure,  // 392.92, 100%, ≥95%, 1年, — : what stands in a column of values
  kLabel,   // a few words: a name
  kProse,   // sentences: an explanation, a criterion
};

CellKind KindOfCell(std::string_view text);

// The kind that a head word promises (得分 → figures, 指标说明 → prose, 指标名称 → labels); kEmpty
// when it promises nothing.
CellKind KindFromHead(std::string_view head);

// 合计, 总计, 小计, 总得分 …: the row sums others up, and its label stands at the row's beginning.
bool IsTotalLabel(std::string_view text);

}  // namespace crossfoot
