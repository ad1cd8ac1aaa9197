// SPDX-License-Identifier: GPL-3.0-or-later
//
// SUM103: 年初预算 ± 调整 = 全年预算; 原值 − 折旧 = 净值; 资产 − 负债 = 净资产; 收入 − 支出 = 结余;
// 完成率 − 100% = 偏差率.
#include <algorithm>
#include <vector>

#include "base/pattern.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule result_differs_from_terms;

namespace {

constexpr size_t kReach = 10;

bool Is(const CheckContext& context, const Said& said, std::string_view words) {
  return ContainsAny(said.label, words) || ContainsAny(context.At(said.fact).subject, words);
}

// The nearest figure before `at` whose words are `words`.
const Said* Before(const CheckContext& context, const Passage& passage, size_t at,
                   std::string_view words, const Fact& like) {
  for (size_t back = 1; back <= std::min(at, kReach); ++back) {
    const Said& said = passage.figures[at - back];
    if (passage.figures[at].sentence - said.sentence > 1) {
      return nullptr;
    }
    if (Is(context, said, words) && Comparable(context.At(said.fact), like)) {
      return &said;
    }
  }
  return nullptr;
}

void CheckIdentity(const CheckContext& context, const Passage& passage, size_t at,
                   const RulePack::Identity& identity, ClaimSink& sink) {
  const Said& result = passage.figures[at];
  const Fact& fact = context.At(result.fact);
  if (!Is(context, result, identity.result) || fact.quantity.unit.dimension != Dimension::kMoney) {
    return;
  }
  // 净值40.00万元，其中房屋净值25.00万元: a slice of the result that was told before it.
  if (result.before.find("其中") != std::string_view::npos) {
    return;
  }
  const Said* taken = Before(context, passage, at, identity.taken, fact);
  const Said* from = Before(context, passage, at, identity.from, fact);
  if (taken == nullptr || from == nullptr || taken == from) {
    return;
  }
  // The result was told already: 调整后全年预算数80万元。全年预算中基本支出50万元 is a slice of it.
  const Said* told = Before(context, passage, at, identity.result, fact);
  if (told != nullptr && told != taken && told != from && told->begin > taken->begin &&
      told->begin > from->begin) {
    return;
  }
  std::vector<Claim> readings;
  for (const int sign : identity.either_sign ? std::vector<int>{-1, 1} : std::vector<int>{-1}) {
    Claim claim;
    claim.kind = RelationKind::kDifference;
    claim.operands = {Term::Of(from->fact, "minuend"), Term::Of(taken->fact, "subtrahend", sign)};
    claim.stated = Term::Of(result.fact, "result");
    claim.reason = {identity.zh, identity.en};
    claim.confidence = 0.92;
    claim.only_if_held = !identity.demanded;
    claim.idle = context.At(from->fact).quantity.value.IsZero() &&
                 context.At(taken->fact).quantity.value.IsZero();
    readings.push_back(std::move(claim));
  }
  sink.Propose(std::move(readings));
}

// 指标完成率170% … 偏差率70%.
void CheckDeviation(const CheckContext& context, const Passage& passage, size_t at,
                    ClaimSink& sink) {
  const Said& deviation = passage.figures[at];
  const Fact& fact = context.At(deviation.fact);
  if (fact.quantity.unit.dimension != Dimension::kRatio || !Is(context, deviation, "偏差率")) {
    return;
  }
  for (size_t back = 1; back <= std::min(at, kReach); ++back) {
    const Said& rate = passage.figures[at - back];
    if (!Is(context, rate, "完成率") ||
        context.At(rate.fact).quantity.unit.dimension != Dimension::kRatio) {
      continue;
    }
    std::vector<Claim> readings;
    for (const int sign : {1, -1}) {  // a shortfall is printed without a sign as often as with one
      Claim claim;
      claim.kind = RelationKind::kDifference;
      claim.operands = {Term::Of(rate.fact, "rate", sign),
                        Term::Constant(-sign, sign > 0 ? "100%" : "-100%", "target")};
      if (sign < 0) {
        claim.operands = {Term::Constant(1, "100%", "target"), Term::Of(rate.fact, "rate", -1)};
      } else {
        claim.operands[1] = Term::Constant(1, "100%", "target");
        claim.operands[1].coefficient = -1;
      }
      claim.stated = Term::Of(deviation.fact, "deviation");
      claim.reason = {"偏差率 = 完成率 − 100%", "deviation = completion rate - 100%"};
      claim.confidence = 0.85;
      claim.severity = Severity::kWarning;
      claim.only_if_held = sign < 0;
      readings.push_back(std::move(claim));
    }
    sink.Propose(std::move(readings));
    return;
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const Passage& passage : context.prose()) {
    for (size_t at = 1; at < passage.figures.size(); ++at) {
      for (const RulePack::Identity& identity : context.pack().identities()) {
        CheckIdentity(context, passage, at, identity, sink);
      }
      CheckDeviation(context, passage, at, sink);
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年末固定资产原值134.00万元，累计折旧120.00万元，固定资产净值24.00万元。\n",
     true, "134 less 120 is 14"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "年初批复预算数100.00万元，年中调整数20.00万元，调整后全年预算数80.00万元。\n",
     false, "an adjustment downwards is often printed without a sign"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "年初预算数100.00万元，年中调整数20.00万元，调整后全年预算数120."
     "00万元。按支出性质分，全年预算中基本支出"
     "90.00万元、项目支出30.00万元。\n",
     false, "the result is told; what follows parts it"},
};

}  // namespace

const Rule result_differs_from_terms = {
    .id = "SUM103",
    .name = "result-differs-from-terms",
    .severity = Severity::kError,
    .summary_zh = "差额、结余、净值等与其各项计算结果不符。",
    .summary_en = "A difference, balance or net value does not follow from its terms.",
    .advice_zh = "请核对各项数字。",
    .advice_en = "Check the terms and the result.",
    .documentation = R"(## What it checks
Differences that everyday terms define: 年初预算 ± 调整 = 调整后预算, 原值 − 折旧 = 净值, 资产 − 负债 = 净资产, 收入 − 支出 = 结余, 完成率 − 100% = 偏差率, with all terms near one another in the text.
## Why it matters
The result is what readers quote; when it does not follow from its terms one of three figures is wrong.
## When it stays silent
Differences by rounding; an adjustment printed without a sign; a balance that other money may explain (it is only confirmed, never disputed).
## Source
政府会计准则; definitions of the measures.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
