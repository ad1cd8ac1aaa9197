// SPDX-License-Identifier: GPL-3.0-or-later
//
// UNI101: 223.44元 where the same 223.44 is 万元 everywhere else.
#include <map>
#include <string>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule same_digits_in_another_unit;

namespace {

// Fewer digits repeat by chance.
constexpr size_t kLeastDigits = 4;

size_t DigitsOf(const std::string& text) {
  size_t digits = 0;
  for (const char c : text) {
    digits += c >= '0' && c <= '9' ? 1 : 0;
  }
  return digits;
}

void Check(const CheckContext& context, ClaimSink& sink) {
  std::map<std::string, std::vector<FactId>> by_digits;
  for (size_t i = 0; i < context.facts().facts.size(); ++i) {
    const Fact& fact = context.facts().facts[i];
    // A point is needed: 1000元 and 1000万元 are both plain amounts.
    if (fact.quantity.unit.dimension == Dimension::kMoney && fact.quantity.value.scale() > 0 &&
        !fact.InTable() && DigitsOf(fact.quantity.value.ToString()) >= kLeastDigits) {
      by_digits[fact.quantity.value.ToString()].push_back(static_cast<FactId>(i));
    }
  }
  for (const auto& [digits, ids] : by_digits) {
    std::map<std::string, std::vector<FactId>> by_unit;
    for (const FactId id : ids) {
      by_unit[context.At(id).quantity.unit.symbol].push_back(id);
    }
    if (by_unit.size() != 2) {
      continue;
    }
    const auto& first = by_unit.begin()->second;
    const auto& second = by_unit.rbegin()->second;
    const auto& common = first.size() >= second.size() ? first : second;
    const auto& rare = first.size() >= second.size() ? second : first;
    if (common.size() < 2 || common.size() < rare.size()) {
      continue;
    }
    for (const FactId id : rare) {
      Claim claim;
      claim.kind = RelationKind::kEquality;
      claim.operands = {Term::Of(common.front(), "other mention")};
      claim.stated = Term::Of(id, "figure");
      claim.reason = {"同一数字" + digits + "在他处均以“" +
                          context.At(common.front()).quantity.unit.symbol + "”为单位（" +
                          std::to_string(common.size()) + "处）",
                      "the same digits stand in another unit in " + std::to_string(common.size()) +
                          " other places"};
      claim.confidence = 0.95;
      sink.Propose(std::move(claim));
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年总收入223.44万元，总支出223.44万元。\n"
     "2023年财政拨款收入223.44元。\n",
     true, "the unit lost its 万"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年总收入223.44万元，总支出223.44万元。\n"
     "2023年人均培训费223.4元。\n",
     false, "other digits"},
};

}  // namespace

const Rule same_digits_in_another_unit = {
    .id = "UNI101",
    .name = "same-digits-in-another-unit",
    .severity = Severity::kError,
    .summary_zh = "同一数字在一处用了不同的金额单位。",
    .summary_en = "The same digits stand in another unit of money in one place.",
    .advice_zh = "请核对该处的金额单位（元、万元）。",
    .advice_en = "Check the unit of money in this place.",
    .documentation = R"(## What it checks
Amounts with a decimal point and at least four digits that are printed in one unit in most places and in another in a few.
## Why it matters
元 for 万元 is off by ten thousand and the commonest slip of units.
## When it stays silent
Whole numbers and short ones, which repeat by chance; figures in tables, whose unit stands in a note; when neither unit is the common one.
## Source
Observed in published reports.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
