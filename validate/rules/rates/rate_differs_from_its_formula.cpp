// SPDX-License-Identifier: GPL-3.0-or-later
//
// RAT110: 编制40人，实有在职人员38人，…在职人员控制率85%: a rate of the official frameworks, whose
// formula says which two figures it is of, wherever in the paragraph they stand.
#include <algorithm>
#include <string>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/evaluate.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule rate_differs_from_its_formula;

namespace {

constexpr size_t kReach = 16;

bool IsAmount(const Fact& fact) {
  return fact.quantity.unit.dimension == Dimension::kMoney ||
         fact.quantity.unit.dimension == Dimension::kCount;
}

bool IsTarget(const Fact& fact) {
  return Has(fact.qualifiers, Qualifier::kAtMost) || Has(fact.qualifiers, Qualifier::kAtLeast) ||
         fact.scope == Scope::kTarget || fact.scope == Scope::kWeight;
}

// The figures before figures[at] that `words` name, nearest first, one of each value.
std::vector<const Said*> Named(const CheckContext& context, const Passage& passage, size_t at,
                               std::string_view words, const RulePack::Formula& formula) {
  std::vector<const Said*> found;
  const Said& rate = passage.figures[at];
  for (size_t back = 1; back <= std::min(at, kReach); ++back) {
    const Said& said = passage.figures[at - back];
    if (rate.sentence - said.sentence > 1) {
      break;
    }
    const Fact& fact = context.At(said.fact);
    if (!IsAmount(fact) || said.depth > rate.depth || !ContainsAny(said.label, words) ||
        (!formula.unless.empty() && ContainsAny(said.label, formula.unless))) {
      continue;
    }
    const uint32_t opens = passage.sentences[static_cast<size_t>(said.sentence)].first;
    if (!formula.topic.empty() &&
        !ContainsAny(passage.text.substr(opens, said.begin - opens), formula.topic)) {
      continue;
    }
    if (std::none_of(found.begin(), found.end(), [&](const Said* other) {
          return context.At(other->fact).quantity.BaseValue() == fact.quantity.BaseValue();
        })) {
      found.push_back(&said);
    }
  }
  return found;
}

Claim RatioClaim(const Said& top, const Said& bottom, const Said& rate) {
  Claim claim;
  claim.kind = RelationKind::kRatio;
  claim.operands = {Term::Of(top.fact, "numerator"), Term::AsNumber(bottom.fact, "denominator")};
  claim.stated = Term::Of(rate.fact, "rate");
  return claim;
}

enum class Fit { kNone, kOfAnotherBase, kOfAChange };

// What else the rate may be of: another pair of amounts of its paragraph.
Fit OtherFit(const CheckContext& context, const Passage& passage, size_t at) {
  Fit fit = Fit::kNone;
  const Said& rate = passage.figures[at];
  const size_t first = at - std::min(at, kReach);
  const auto holds = [&](const Claim& claim) {
    const RelationStatus status = StatusOf(claim, context.facts());
    return status == RelationStatus::kHeld || status == RelationStatus::kRounding;
  };
  for (size_t a = first; a < at; ++a) {
    for (size_t b = first; b < at; ++b) {
      const Fact& top = context.At(passage.figures[a].fact);
      const Fact& bottom = context.At(passage.figures[b].fact);
      if (a == b || !IsAmount(top) || !Comparable(top, bottom)) {
        continue;
      }
      Claim claim = RatioClaim(passage.figures[a], passage.figures[b], rate);
      if (holds(claim)) {
        fit = std::max(fit, Fit::kOfAnotherBase);
      }
      if (!ContainsAny(passage.figures[b].label, "上年|去年|上一年")) {
        continue;
      }
      claim.kind = RelationKind::kGrowth;
      for (const int sign : {1, -1}) {
        claim.stated.coefficient = sign;
        if (holds(claim)) {
          return Fit::kOfAChange;
        }
      }
    }
  }
  return fit;
}

void CheckRate(const CheckContext& context, const Passage& passage, size_t at,
               const RulePack::Formula& formula, ClaimSink& sink) {
  const Said& rate = passage.figures[at];
  const std::vector<const Said*> tops = Named(context, passage, at, formula.top, formula);
  const std::vector<const Said*> bottoms = Named(context, passage, at, formula.bottom, formula);
  std::vector<Claim> readings;
  for (const Said* top : tops) {
    for (const Said* bottom : bottoms) {
      if (top == bottom || IsChange(context.At(bottom->fact)) ||
          !Comparable(context.At(top->fact), context.At(bottom->fact))) {
        continue;
      }
      Claim claim = RatioClaim(*top, *bottom, rate);
      claim.reason = {formula.zh, formula.en};
      claim.confidence = 0.9;
      readings.push_back(std::move(claim));
    }
  }
  if (readings.empty()) {
    return;
  }
  // Which of several figures is meant is not said, and a rate of change is another measure that
  // goes by this name in some reports.
  const bool unsure = readings.size() > 1;
  const bool broken = std::all_of(readings.begin(), readings.end(), [&](const Claim& claim) {
    return StatusOf(claim, context.facts()) == RelationStatus::kViolated;
  });
  const Fit fit = broken && !unsure ? OtherFit(context, passage, at) : Fit::kNone;
  for (Claim& claim : readings) {
    claim.only_if_held = unsure || fit == Fit::kOfAChange;
    if (fit == Fit::kOfAnotherBase) {
      claim.severity = Severity::kWarning;
    }
  }
  sink.Propose(std::move(readings));
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const Passage& passage : context.prose()) {
    if (passage.address.part == TextAddress::Part::kCell ||
        passage.text.find("率") == std::string_view::npos) {
      continue;
    }
    for (size_t at = 2; at < passage.figures.size(); ++at) {
      const Fact& fact = context.At(passage.figures[at].fact);
      if (fact.quantity.unit.dimension != Dimension::kRatio || IsChange(fact) || IsTarget(fact)) {
        continue;
      }
      for (const RulePack::Formula& formula : context.pack().formulas()) {
        if (ContainsAny(passage.figures[at].label, formula.rate)) {
          CheckRate(context, passage, at, formula, sink);
          break;
        }
      }
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "编制数40人，2023年末实有在职人员38人，包括管理人员8人、专业技术人员28人、工勤人员2人，"
     "在职人员控制率为85%。\n",
     true, "38 / 40 is 95%"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "年初批复预算数500.00万元，年中追加50.00万元，全年预算数550.00万元，预算调整率9.09%。\n",
     true, "the formula divides by the budget approved, not by the adjusted one"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "“三公”经费年初预算15.00万元，其中公务用车运行维护费10.00万元、公务接待费5.00万元；"
     "全年实际支出12.00万元，其中公务用车运行维护费9.00万元、公务接待费3.00万元，"
     "“三公”经费控制率80%。\n",
     false, "12 / 15 is 80%"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "“三公”经费上年决算数15.00万元，本年预算数14.00万元，决算数12.00万元，"
     "“三公”经费控制率-20%。\n",
     false, "the rate of the change goes by that name, too"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年全年预算500.00万元，实际支出480.00万元，“三公”经费控制率85%。\n",
     false, "neither figure is of 三公"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "行政编制20人，事业编制30人，在职人员45人，在职人员控制率90%。\n",
     false, "two kinds of posts: neither alone is the base"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "年初预算500.00万元，年中追加50.00万元，年中追减20.00万元，预算调整率14%。\n",
     false, "both adjustments count"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "编制40人，在职人员38人，在职人员控制率指标值≤100%，得5分。\n",
     false, "a target is no rate"},
};

}  // namespace

const Rule rate_differs_from_its_formula = {
    .id = "RAT110",
    .name = "rate-differs-from-its-formula",
    .severity = Severity::kError,
    .summary_zh = "共性指标的比率与其官方公式所用两数不符。",
    .summary_en =
        "A rate of the official frameworks is not that of the two figures its formula names.",
    .advice_zh = "请按公式核对比率及其分子、分母。",
    .advice_en = "Work the rate out after its formula; check both figures.",
    .documentation = R"(## What it checks
Rates with an official formula (在职人员控制率, “三公”经费控制率, 预算调整率, 固定资产利用率, 政府采购执行率 and those of packs) against the two figures that the formula names, told before the rate in its paragraph, however many parts stand between.
## Why it matters
These rates are scored; a digit or the wrong base changes the score.
## When it stays silent
When the words of an operand fit more than one figure, or none; when the rate is that of a change between two figures told there (some reports call 变动率 by this name); targets. A rate that fits another pair of figures of the paragraph is a warning.
## Source
财预〔2013〕53号 预算绩效评价共性指标体系框架.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
