// SPDX-License-Identifier: GPL-3.0-or-later
//
// RAT106: a total and its parts each with a growth rate imply what each was before; the parts'
// earlier values cannot be more than the total's.
#include <string>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/evaluate.h"
#include "validate/reading/measure_words.h"
#include "validate/reading/partition.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule implied_bases_disagree;

namespace {

constexpr size_t kReach = 10;  // pairs a total looks ahead for its parts

struct Pair {
  const Said* amount;
  const Said* rate;
};

bool IsRateOfChange(const CheckContext& context, const Said& said) {
  const Fact& fact = context.At(said.fact);
  return fact.quantity.unit.dimension == Dimension::kRatio &&
         (IsChange(fact) || ContainsAny(said.label, "差异率|变动率|增长率"));
}

void CheckParagraph(const CheckContext& context, const Passage& passage, ClaimSink& sink) {
  std::vector<Pair> pairs;
  for (size_t i = 1; i < passage.figures.size(); ++i) {
    const Said& amount = passage.figures[i - 1];
    const Said& rate = passage.figures[i];
    const Fact& fact = context.At(amount.fact);
    if (amount.sentence == rate.sentence && fact.quantity.unit.dimension == Dimension::kMoney &&
        !IsChange(fact) && IsRateOfChange(context, rate)) {
      pairs.push_back({&amount, &rate});
    }
  }
  for (size_t whole = 0; whole < pairs.size(); ++whole) {
    for (size_t first = whole + 1; first < pairs.size() && first <= whole + kReach; ++first) {
      Claim parts;
      Claim earlier;
      parts.stated = Term::Of(pairs[whole].amount->fact, "total");
      earlier.stated = Term::Before(pairs[whole].amount->fact, pairs[whole].rate->fact, "total");
      std::vector<std::string_view> labels;
      for (size_t last = first; last < pairs.size() && last <= whole + kReach; ++last) {
        parts.operands.push_back(Term::Of(pairs[last].amount->fact, "part"));
        earlier.operands.push_back(
            Term::Before(pairs[last].amount->fact, pairs[last].rate->fact, "part"));
        labels.push_back(pairs[last].amount->label);
        if (last == first || StatusOf(parts, context.facts()) != RelationStatus::kHeld) {
          continue;
        }
        const Relation relation = Evaluate(earlier, context.facts());
        const auto gap = Decimal::Parse(relation.difference_text);
        // A part that is gone this year explains a shortfall, never an excess; 基本 and 项目 do not
        // go.
        const Partition* partition = CompletePartition(labels);
        const bool lasting = partition != nullptr && partition->needed == 2;
        earlier.only_if_held = !gap || (gap->Sign() < 0 && !lasting);
        earlier.confidence = lasting ? 0.85 : 0.8;
        if (lasting && gap && gap->Sign() < 0) {
          earlier.severity = Severity::kWarning;
        }
        earlier.reason = {"由本期数和增减率推算的各部分基数之和，不应超过总数的基数",
                          "what the parts were before, told by their rates, cannot exceed what the "
                          "total was"};
        const std::string whole_name(pairs[whole].amount->label);
        earlier.message = {
            "由增减率推算，" + (whole_name.empty() ? "总数" : whole_name) + "各部分的基数之和为" +
                relation.computed_text + "，而总数的基数为" + relation.stated_text,
            "told by their rates, the parts of “" + whole_name + "” were " +
                relation.computed_text + " before, the whole was " + relation.stated_text};
        sink.Propose(earlier);
        break;
      }
    }
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const Passage& passage : context.prose()) {
    if (passage.address.part != TextAddress::Part::kCell) {
      CheckParagraph(context, passage, sink);
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门决算说明\n"
     "2023年支出200.00万元，比上年增加10.00%，其中基本支出150.00万元，比上年增加2.00%，"
     "项目支出50.00万元，比上年减少20.00%。\n",
     true, "147 + 62.5 is more than 182"},
    {"2023年度青石县林业局部门决算说明\n"
     "2023年支出200.00万元，比上年增加10.00%，其中基本支出150.00万元，比上年增加7.14%，"
     "项目支出50.00万元，比上年增加19.53%。\n",
     false, "140.00 + 41.83 is 181.83, last year's total within rounding"},
};

}  // namespace

const Rule implied_bases_disagree = {
    .id = "RAT106",
    .name = "implied-bases-disagree",
    .severity = Severity::kError,
    .summary_zh = "由增减率推算的各部分基数与总数的基数矛盾。",
    .summary_en = "The bases implied by the parts' growth rates contradict the total's.",
    .advice_zh = "请核对各项的上年数（或预算数）和增减率、增减方向。",
    .advice_en = "Check the earlier figures and the rates and directions of change.",
    .documentation = R"(## What it checks
A total with its rate of change and parts that make it up, each with its own: figure / (1 + rate) gives what each was before. The parts' sum is set against the total's, over the intervals of all printed figures.
## Why it matters
One wrong rate among many is seen by nobody unless it is set against the others; this is the only check of growth that is told without an amount.
## When it stays silent
When parts fall short of the total (a part may have ended), unless they are 基本支出 and 项目支出; when the parts of this year do not make up the total exactly.
## Source
Arithmetic.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
