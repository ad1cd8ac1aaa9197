// SPDX-License-Identifier: GPL-3.0-or-later
//
// SUM103: 年初预算 ± 调整 = 全年预算; 原值 − 折旧 = 净值; 资产 − 负债 = 净资产; 收入 − 支出 = 结余;
// 完成率 − 100% = 偏差率; 本期 − 上年 = 增减额.
#include <algorithm>
#include <string_view>
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

// 全年预算1980.45万元，追加76.26万元: what was taken is told last.
const Said* RightAfter(const CheckContext& context, const Passage& passage, size_t at,
                       std::string_view words) {
  static const Pattern kOpens(
      "^[，,][ "
      "　]*(?:年中|执行中|当年)?(?:较年初预算|比年初预算|较年初|比年初)?[^，,。；;其]{0,6}$");
  if (at + 1 >= passage.figures.size()) {
    return nullptr;
  }
  const Said& next = passage.figures[at + 1];
  const bool fits = next.sentence == passage.figures[at].sentence && kOpens.Contains(next.before) &&
                    ContainsAny(next.label, words) &&
                    Comparable(context.At(next.fact), context.At(passage.figures[at].fact));
  return fits ? &next : nullptr;
}

// Money told between the first term and the result that is none of the terms and no part of one:
// 追加80万元，收回30万元.
bool OtherMoneyBetween(const CheckContext& context, const Passage& passage, const Said& from,
                       const Said& result, const Said* taken, const Said* added) {
  bool in_list = false;
  for (const Said& said : passage.figures) {
    if (said.begin <= from.begin || said.begin >= result.begin) {
      continue;
    }
    // A list of parts runs to the next ； or 。.
    const bool ends =
        said.before.find("；") != std::string_view::npos || said.sentence > from.sentence;
    in_list = ContainsAny(said.before, "其中|包括|含") || (in_list && !ends);
    if (&said != taken && &said != added && !in_list && said.depth <= from.depth &&
        context.At(said.fact).quantity.unit.dimension == Dimension::kMoney) {
      return true;
    }
  }
  return false;
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
  if (taken == nullptr) {
    taken = RightAfter(context, passage, at, identity.taken);
  }
  const Said* from = Before(context, passage, at, identity.from, fact);
  const Said* added =
      identity.added.empty() ? nullptr : Before(context, passage, at, identity.added, fact);
  if (taken == nullptr || from == nullptr || taken == from ||
      (added == nullptr && !identity.added.empty())) {
    return;
  }
  // The result was told already: 调整后全年预算数80万元。全年预算中基本支出50万元 is a slice of it.
  const Said* told = Before(context, passage, at, identity.result, fact);
  if (told != nullptr && told != taken && told != from && told->begin > taken->begin &&
      told->begin > from->begin) {
    return;
  }
  // Other money between the terms or beside them may explain a break.
  const bool whole = !OtherMoneyBetween(context, passage, *from, result, taken, added) &&
                     (identity.beside.empty() || ContainsAny(passage.text, identity.beside)) &&
                     (identity.unless.empty() || !ContainsAny(passage.text, identity.unless));
  std::vector<Claim> readings;
  // Of two signs that both fail the one that the words say is told (年中追加 adds, whatever the
  // identity's name), else the nearer one.
  const Decimal change = fact.quantity.BaseValue() - context.At(from->fact).quantity.BaseValue();
  const bool takes = ContainsAny(taken->label, "减|收回");
  const bool adds = !takes && (change.Sign() >= 0 || ContainsAny(taken->label, "追加|增加|调增"));
  const std::vector<int> both = adds ? std::vector<int>{1, -1} : std::vector<int>{-1, 1};
  for (const int sign : identity.either_sign ? both : std::vector<int>{-1}) {
    Claim claim;
    claim.kind = RelationKind::kDifference;
    claim.operands = {Term::Of(from->fact, "minuend"), Term::Of(taken->fact, "subtrahend", sign)};
    claim.stated = Term::Of(result.fact, "result");
    claim.reason = {identity.zh, identity.en};
    claim.confidence = 0.92;
    claim.only_if_held = !identity.demanded || !whole;
    if (added != nullptr) {
      claim.operands.push_back(Term::Of(added->fact, "added"));
    }
    if (identity.doubted) {
      claim.severity = Severity::kWarning;
    }
    claim.idle = context.At(from->fact).quantity.value.IsZero() &&
                 context.At(taken->fact).quantity.value.IsZero();
    readings.push_back(std::move(claim));
  }
  sink.Propose(std::move(readings));
}

// 支出决算11.01万元，… 与上年14.52万元相比减少3.51万元: current − base = change. Figure `at` is the
// change, the one before it the base.
void CheckChange(const CheckContext& context, const Passage& passage, size_t at, ClaimSink& sink) {
  static const Pattern kCompares("(?:上年|去年|上一年)[^，,。；;、]{0,10}$");
  static const Pattern kGoesOn(
      "^[ 　]*(?:相比|对比|相较)?[ 　]*[，,]?[ "
      "　]*(?:实际|总体|各|均|共|同比)?(?:增加|减少|增长|下降|上升|"
      "降低|提高)了?[ 　]*$");
  const Said& amount = passage.figures[at];
  const Fact& change = context.At(amount.fact);
  if (at < 2 || change.quantity.unit.dimension != Dimension::kMoney || !IsChange(change) ||
      !kGoesOn.Contains(amount.before)) {
    return;
  }
  const Said& base = passage.figures[at - 1];
  if (base.sentence != amount.sentence || !kCompares.Contains(base.label) ||
      IsChange(context.At(base.fact)) || !Comparable(context.At(base.fact), change) ||
      ContainsAny(base.label, "同口径|可比")) {
    return;
  }
  // What changed: nearest first; sure where it is the only figure of this year that is no part.
  std::vector<const Said*> near;
  int wholes = 0;
  for (size_t back = 2; back <= std::min(at, kReach); ++back) {
    const Said& said = passage.figures[at - back];
    if (amount.sentence - said.sentence > 1) {
      break;
    }
    const Fact& fact = context.At(said.fact);
    const bool planned =
        ContainsAny(said.label, "预算") || StandingOf(context, said) == Standing::kPlanned;
    if (!Comparable(fact, change) || IsChange(fact) || said.depth > 0 ||
        ContainsAny(said.label, "上年|去年") || planned != ContainsAny(base.label, "预算")) {
      continue;
    }
    near.push_back(&said);
    const uint32_t begin = passage.sentences[static_cast<size_t>(said.sentence)].first;
    wholes += passage.text.substr(begin, said.begin - begin).find("其中") == std::string_view::npos
                  ? 1
                  : 0;
  }
  std::vector<Claim> readings;
  for (const Said* current : near) {
    const uint32_t begin = passage.sentences[static_cast<size_t>(current->sentence)].first;
    const bool part =
        passage.text.substr(begin, current->begin - begin).find("其中") != std::string_view::npos;
    Claim claim;
    claim.kind = RelationKind::kDifference;
    claim.operands = {Term::Of(current->fact, "this year"), Term::Of(base.fact, "last year", -1)};
    claim.stated = Term::Of(amount.fact, "change", DirectionOf(change));
    claim.reason = {"本期数 − 所列上年数 = 增减额",
                    "this year's figure - the earlier figure named = the change"};
    claim.confidence = 0.88;
    claim.only_if_held = part || wholes != 1;
    readings.push_back(std::move(claim));
  }
  // The sure reading is the one to tell.
  std::stable_sort(readings.begin(), readings.end(), [](const Claim& a, const Claim& b) {
    return !a.only_if_held && b.only_if_held;
  });
  if (!readings.empty()) {
    sink.Propose(std::move(readings));
  }
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
      CheckChange(context, passage, at, sink);
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年支出决算120.50万元，完成预算130.00万元的92.69%，比上年110.00万元增加12.50万元。\n",
     true, "120.50 less 110 is 10.50"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年收入120.50万元，支出119.00万元，比上年110.00万元增加10.50万元。\n",
     false, "which of the two changed is not said, and one fits"},
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
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "年初结转和结余24.90万元，本年收入747.24万元，本年支出63.82万元，年末结转和结余8.32万元。\n",
     true, "24.90 + 747.24 - 763.82 is 8.32"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "年初结转和结余24.90万元，本年收入747.24万元，本年支出743.82万元，结余分配20.00万元，"
     "年末结转和结余8.32万元。\n",
     false, "part of the balance was given out"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年部门预算批复总额205.69万元（基本支出87.64万元，项目支出118.05万元），执行中追加预算"
     "10.10万元，调整预算数为215.82万元。\n",
     true, "205.69 and 10.10 are 215.79"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "年初预算数205.69万元，年中追加15.10万元，追减4.97万元，调整预算数为215.82万元。\n",
     false, "what was changed is told in two pieces"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年年初预算500.00万元，年中追加80.00万元，收回30.00万元，调整预算数为550.00万元。\n",
     false, "other money stands between the terms"},
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
Differences that everyday terms define: 年初预算 ± 调整 = 调整后预算, 原值 − 折旧 = 净值, 资产 − 负债 = 净资产, 收入 − 支出 = 结余, 年初结转 + 本年收入 − 本年支出 = 年末结转, 完成率 − 100% = 偏差率, 本期 − 上年 = 增减额 (上年 printed right before the change), with all terms near one another in the text.
## Why it matters
The result is what readers quote; when it does not follow from its terms one of three figures is wrong.
## When it stays silent
Differences by rounding; an adjustment printed without a sign, or told in pieces; a balance beside which 结余分配, 使用非财政拨款结余 or money paid back is told; a balance that other money may explain (it is only confirmed, never disputed).
## Source
政府会计准则; definitions of the measures.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
