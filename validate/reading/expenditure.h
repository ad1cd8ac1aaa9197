// SPDX-License-Identifier: GPL-3.0-or-later
//
// A body's money as a self-evaluation tells it: the total, basic expenditure (基本支出) and project
// expenditure (项目支出), each as opening budget, full-year budget and spending, wherever the text
// or the table of the budget's execution (预算执行情况表) gives them.
//
// LIMITS  words decide: figures of other slices (三公, 采购, 结转 …), of brackets, of lists
//         behind 其中 and under the heading of one fund (一般公共预算 …) are left out.
//
// Tested by tests/validate/expenditure_test.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "validate/check_context.h"

namespace crossfoot {

enum class ExpenditurePart { kNone, kWhole, kBasic, kProject };

struct ExpenditureScope {
  const char* words;
  const char* zh;
  const char* en;
};

// Opening budget, full-year budget, spending.
std::span<const ExpenditureScope> ExpenditureScopes();

struct ExpenditureTold {
  FactId fact = -1;
  ExpenditurePart part = ExpenditurePart::kNone;  // never kNone
  size_t scope = 0;                               // index in ExpenditureScopes()
  bool in_table = false;
};

// In reading order, the text before the tables.
std::vector<ExpenditureTold> ReadExpenditure(const CheckContext& context);

}  // namespace crossfoot
