// SPDX-License-Identifier: GPL-3.0-or-later
//
// EQU103: 住房公积金（项）350.35万元 … 2024年预算安排352.67万元: one item of a list opens with its
// amount and tells it again.
#include <algorithm>
#include <string>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule item_told_with_two_amounts;

namespace {

constexpr size_t kReach = 6;

void Check(const CheckContext& context, ClaimSink& sink) {
  const std::string year = std::to_string(context.year()) + "年";
  for (const Passage& passage : context.prose()) {
    if (passage.figures.size() < 2 || context.year() == 0) {
      continue;
    }
    const Said& head = passage.figures.front();
    const Fact& amount = context.At(head.fact);
    const bool item = ContainsAny(head.before, "（项）|项）|项)");
    if (!item || amount.quantity.unit.dimension != Dimension::kMoney || IsChange(amount) ||
        ContainsAny(head.before, "预算为|决算为|预算数")) {
      continue;
    }
    for (size_t i = 1; i < std::min(passage.figures.size(), kReach); ++i) {
      const Said& again = passage.figures[i];
      if (again.label.find(year) == std::string_view::npos ||
          !ContainsAny(again.label, "预算安排|预算数|安排预算") ||
          !Comparable(context.At(again.fact), amount) || ContainsAny(again.label, "比|较")) {
        continue;
      }
      Claim claim;
      claim.kind = RelationKind::kEquality;
      claim.operands = {Term::Of(head.fact, "amount at the head of the item")};
      claim.stated = Term::Of(again.fact, "amount told again");
      claim.reason = {"同一条开头的金额与其后“预算安排”是同一数",
                      "an item opens with its budget and tells it again"};
      claim.confidence = 0.93;
      sink.Propose(std::move(claim));
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2024年部门预算\n"
     "2024年部门预算编制说明\n"
     "1.“住房保障支出（类）住房改革支出（款）住房公积金（项）”350.35万元，主要用于住房公积金。"
     "2023年预算执行数为348.52万元，2024年预算安排352.67万元，比2023年预算执行数增加1.19%。\n",
     true, "350.35 and 352.67"},
    {"青石县林业局2024年部门预算\n"
     "2024年部门预算编制说明\n"
     "1.“住房保障支出（类）住房改革支出（款）住房公积金（项）”352.67万元，主要用于住房公积金。"
     "2023年预算执行数为348.52万元，2024年预算安排352.67万元，比2023年预算执行数增加1.19%。\n",
     false, "told twice alike"},
};

}  // namespace

const Rule item_told_with_two_amounts = {
    .id = "EQU103",
    .name = "item-told-with-two-amounts",
    .severity = Severity::kError,
    .summary_zh = "同一条项目的金额前后不一致。",
    .summary_en = "One item of a list tells its amount twice, differently.",
    .advice_zh = "请以预算批复（表中同一科目）为准改正。",
    .advice_en = "Correct it after the approved budget (the same account in the table).",
    .documentation = R"(## What it checks
List items of a budget text that open with the amount of an account and tell this year's budget again further on.
## Why it matters
One of the two comes from an older draft, and the growth rate fits only one.
## When it stays silent
Other years' amounts; rounding.
## Source
部门预算公开文本: one account, one budget.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
