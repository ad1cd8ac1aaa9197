// SPDX-License-Identifier: GPL-3.0-or-later
//
// SUM102: 基本支出 + 项目支出 = 总额, told in different sections for each scope (opening budget,
// full-year budget, spent).
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/expenditure.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule components_differ_from_measure;

namespace {

constexpr size_t kMaxValues = 4;

struct Slot {
  std::array<std::vector<FactId>, 4>
      by_part;  // indexed by ExpenditurePart, one figure for each value
};

void AddFigure(const CheckContext& context, FactId id, ExpenditurePart part, Slot* slot) {
  std::vector<FactId>& list = slot->by_part[static_cast<size_t>(part)];
  const bool known = std::any_of(list.begin(), list.end(), [&](FactId other) {
    return context.At(other).quantity.BaseValue() == context.At(id).quantity.BaseValue();
  });
  if (!known && list.size() <= kMaxValues) {
    list.push_back(id);
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  const auto& kScopes = ExpenditureScopes();
  std::vector<Slot> slots(kScopes.size());
  for (const ExpenditureTold& told : ReadExpenditure(context)) {
    if (!told.in_table) {
      AddFigure(context, told.fact, told.part, &slots[told.scope]);
    }
  }
  for (size_t i = 0; i < kScopes.size(); ++i) {
    const auto& wholes = slots[i].by_part[static_cast<size_t>(ExpenditurePart::kWhole)];
    const auto& basics = slots[i].by_part[static_cast<size_t>(ExpenditurePart::kBasic)];
    const auto& projects = slots[i].by_part[static_cast<size_t>(ExpenditurePart::kProject)];
    std::vector<Claim> readings;
    const bool unambiguous = wholes.size() == 1 && basics.size() == 1 && projects.size() == 1;
    for (const FactId whole : wholes) {
      for (const FactId basic : basics) {
        for (const FactId project : projects) {
          Claim claim;
          claim.operands = {Term::Of(basic, "basic expenditure"),
                            Term::Of(project, "project expenditure")};
          claim.stated = Term::Of(whole, "total");
          claim.reason = {
              std::string(kScopes[i].zh) + "：总额由基本支出和项目支出构成",
              std::string(kScopes[i].en) + ": the total is basic plus project expenditure"};
          claim.confidence = 0.9;
          claim.only_if_held = !unambiguous;
          readings.push_back(std::move(claim));
        }
      }
    }
    if (!readings.empty()) {
      sink.Propose(std::move(readings));
    } else if (!wholes.empty() && (basics.empty() != projects.empty())) {
      sink.CannotTest({std::string(kScopes[i].zh) + "只列出基本支出或项目支出之一",
                       std::string(kScopes[i].en) + ": only one of basic and project is told"});
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年我单位年初预算数为392.00万元。\n"
     "基本支出年初预算375.00万元。\n"
     "项目支出年初预算11.00万元。\n",
     true, "375 + 11 is 386"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年我单位年初预算数为386.00万元。\n"
     "基本支出年初预算375.00万元。\n"
     "项目支出年初预算11.00万元。\n",
     false, "the two make up the whole"},
    {"青石县林业局2024年部门预算公开说明\n"
     "一、部门预算收支总体情况\n"
     "2024年年初预算支出5632.18万元，支出较去年增加412.60万元。\n"
     "二、一般公共预算拨款支出预算情况\n"
     "2024年一般公共预算拨款收入4210.45万元，具体安排情况如下：\n"
     "（一）基本支出：2024年年初预算数为3188.45万元，是指为保障单位机构正常运转而发生的各项支出。\n"
     "（二）项目支出：2024年年初预算数为1022.00万元，主要用于造林。\n",
     false, "the parts are those of one fund"},
};

}  // namespace

const Rule components_differ_from_measure = {
    .id = "SUM102",
    .name = "components-differ-from-measure",
    .severity = Severity::kError,
    .summary_zh = "基本支出与项目支出之和与总额不符。",
    .summary_en = "Basic and project expenditure do not add up to the total told elsewhere.",
    .advice_zh = "请核对三处的数字，并确认口径一致。",
    .advice_en = "Check the three figures and that they are of one scope.",
    .documentation = R"(## What it checks
The total, the basic and the project part of one scope (opening budget, full-year budget, spending), each told in its own section.
## Why it matters
The sections are typed by different hands; a gap between them is found by nobody who reads one section.
## When it stays silent
When any of the three is told with several values and some combination agrees, or no combination is sure to be meant; for other slices of the money.
## Source
部门预算 and 部门决算: 支出 = 基本支出 + 项目支出 (for bodies without business or subsidiary spending).)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
