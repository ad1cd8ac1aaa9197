// SPDX-License-Identifier: GPL-3.0-or-later
//
// EQU114: 全年预算数1434.71 in one place and 1344.71 in another: one figure, typed wrong once.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/expenditure.h"
#include "validate/rule.h"
#include "validate/slip.h"

namespace crossfoot::rules {

extern const Rule expenditure_told_with_two_values;

namespace {

constexpr size_t kMostTold = 40;
constexpr size_t kLeastDigits = 4;  // fewer may be alike by chance

// So alike that one is the other with a slip of the hand: a digit, two digits swapped, one too many
// or too few, the point.
bool IsSlipOf(const Fact& a, const Fact& b) {
  const Decimal in_unit =
      Decimal::Divide(b.quantity.BaseValue(), a.quantity.unit.factor, 6, Rounding::kHalfAway)
          .Normalized();
  const Decimal own = a.quantity.value.Normalized();
  if (!in_unit.valid() ||
      std::min(SignificantDigits(own), SignificantDigits(in_unit)) < kLeastDigits) {
    return false;
  }
  return SlipOfDigits(own, in_unit) != Slip::kAsked;
}

bool Agree(const Fact& a, const Fact& b) {
  return a.quantity.interval.Intersects(b.quantity.interval);
}

void Check(const CheckContext& context, ClaimSink& sink) {
  std::map<std::pair<ExpenditurePart, size_t>, std::vector<FactId>> groups;
  for (const ExpenditureTold& told : ReadExpenditure(context)) {
    groups[{told.part, told.scope}].push_back(told.fact);
  }
  for (const auto& [key, figures] : groups) {
    if (figures.size() > kMostTold) {
      continue;
    }
    const ExpenditureScope& scope = ExpenditureScopes()[key.second];
    const auto propose = [&](FactId first, FactId other) {
      Claim claim;
      claim.kind = RelationKind::kEquality;
      claim.operands = {Term::Of(first, "other mention")};
      claim.stated = Term::Of(other, "figure");
      claim.reason = {std::string("两处说的都是本年度的") + scope.zh,
                      std::string("both places tell this year's ") + scope.en};
      claim.confidence = 0.85;
      claim.idle = context.At(first).quantity.value.IsZero();
      sink.Propose(std::move(claim));
    };
    // One measure has one value, or two where one is a slip; more are more than one measure.
    std::vector<FactId> values;
    for (const FactId id : figures) {
      if (std::none_of(values.begin(), values.end(),
                       [&](FactId other) { return Agree(context.At(other), context.At(id)); })) {
        values.push_back(id);
      }
    }
    for (size_t i = 0; i < figures.size(); ++i) {
      const Fact& fact = context.At(figures[i]);
      // With the nearest before it that agrees; else with the first it is a slip of.
      const auto same = std::find_if(figures.begin(), figures.begin() + static_cast<long>(i),
                                     [&](FactId other) { return Agree(context.At(other), fact); });
      if (same != figures.begin() + static_cast<long>(i)) {
        propose(*same, figures[i]);
        continue;
      }
      const auto slip =
          std::find_if(figures.begin(), figures.begin() + static_cast<long>(i),
                       [&](FactId other) { return IsSlipOf(context.At(other), fact); });
      if (values.size() == 2 && slip != figures.begin() + static_cast<long>(i)) {
        propose(*slip, figures[i]);
      }
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年我单位全年预算数为1344.71万元，全年实际支出1141.46万元。\n"
     "部门整体支出情况表\n单位：万元\n"
     "项目\t年初预算数\t全年预算数\t全年执行数\n"
     "年度资金总额\t1398.51\t1434.71\t1141.46\n",
     true, "1344.71 and 1434.71: two digits changed places"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年我单位全年预算数为1434.71万元，全年实际支出1141.46万元。\n"
     "部门整体支出情况表\n单位：万元\n"
     "项目\t年初预算数\t全年预算数\t全年执行数\n"
     "年度资金总额\t1398.51\t1434.71\t1141.46\n",
     false, "told alike"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "护林道路全年预算数120.50万元，全年实际支出118.00万元。\n"
     "苗圃改造全年预算数86.20万元，全年实际支出85.00万元。\n",
     false, "two things, with nothing alike in their figures"},
};

}  // namespace

const Rule expenditure_told_with_two_values = {
    .id = "EQU114",
    .name = "expenditure-told-with-two-values",
    .severity = Severity::kError,
    .summary_zh = "同一口径的预算或支出两处只差一个笔误。",
    .summary_en = "Budget or spending of one scope is told twice, one of them with a slip.",
    .advice_zh = "请核对两处，改正写错的一处。",
    .advice_en = "Correct the place that is typed wrong.",
    .documentation = R"(## What it checks
The total, basic and project expenditure as opening budget, full-year budget and spending, wherever the text and the table of execution tell them. Two of one scope whose digits differ by one slip (a digit, two swapped, one too many or too few, the point) are one figure typed wrong once.
## Why it matters
Rates and sums are worked out from either.
## When it stays silent
When the two have nothing in common, or more than two values are told: they may be different things. Figures of less than four digits; accounts (类款项).
## Source
部门整体支出绩效自评: one measure, one value.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
