// SPDX-License-Identifier: GPL-3.0-or-later
//
// RAT102: X，比上年增加A，增长R%; 年初预算B，决算C，差异率R%.
#include <algorithm>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/reading/subject.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule growth_differs_from_amount;

namespace {

constexpr size_t kReach = 8;

Claim GrowthClaim(const CheckContext& context, FactId current, FactId amount, FactId rate) {
  Claim claim;
  claim.kind = RelationKind::kGrowth;
  claim.operands = {Term::Of(current, "current"),
                    Term::Of(amount, "change", DirectionOf(context.At(amount)))};
  claim.stated = Term::Of(rate, "rate", DirectionOf(context.At(rate)));
  claim.reason = {"增减额与增减率说的是同一变动：增减率 = 增减额 ÷（本期 − 增减额）",
                  "amount and rate tell one change: rate = amount / (current - amount)"};
  return claim;
}

bool IsAmount(const Fact& fact) {
  const Dimension d = fact.quantity.unit.dimension;
  return d == Dimension::kMoney || d == Dimension::kCount;
}

// The figure is of the year before: 上年…, 2022年… in a report of 2023.
bool IsEarlier(const CheckContext& context, const Said& said) {
  const Fact& fact = context.At(said.fact);
  // What a comparison or a bracket opens with belongs to the words before it.
  std::string_view label = said.label;
  for (const std::string_view mark : {"相比", "（", "("}) {
    const size_t at = label.rfind(mark);
    label = at == std::string_view::npos ? label : label.substr(at + mark.size());
  }
  const std::string last = std::to_string(context.year() - 1) + "年";
  return ContainsAny(label, "上年|去年") ||
         (context.year() != 0 && label.find(last) != std::string_view::npos &&
          !ContainsAny(label, "比|较")) ||
         (fact.period.stated && context.year() != 0 && fact.period.year == context.year() - 1);
}

// 比上年28.36万元减少2.66万元: the figure before the amount is its base, in so many words.
bool NamesItsBase(const CheckContext& context, const Passage& passage, size_t amount) {
  static const Pattern kGoesOn(
      "^[ 　]*(?:相比|对比|相较)?[ 　]*[，,]?[ 　]*(?:实际|总体|各|均|共|同比)?"
      "(?:增加|减少|增长|下降|上升|降低|提高)了?[ 　]*$");
  if (amount == 0 || !kGoesOn.Contains(passage.figures[amount].before)) {
    return false;
  }
  const Said& base = passage.figures[amount - 1];
  return base.sentence == passage.figures[amount].sentence && IsEarlier(context, base) &&
         ContainsAny(base.label, "比|较|与") && !ContainsAny(base.label, "同口径|可比") &&
         !IsChange(context.At(base.fact)) &&
         Comparable(context.At(base.fact), context.At(passage.figures[amount].fact));
}

// What changed is not said, or is the figure told before: 比上年增加,
// 与上年相比，一般公共预算支出增加.
bool ChangeIsOf(const Passage& passage, const Said& amount, const Said& current) {
  static const Pattern kCompares(
      "(?:比|较|与|同)(?:上年|去年|上一年|20\\d\\d年)(?:度|同期|决算数?|决算)?(?:相比|相较|对比)?|"
      "同比");
  static const Pattern kTail(
      "(?:各|均|共|总体|实际|总计|合计|支出|决算|数|为|同比)*"
      "(?:(?:增加|减少|增长|下降|上升|降低|提高)了?)?$");
  const auto subject = [](std::string words) {
    Pattern::Match match;
    if (kTail.Find(words, 0, &match)) {
      words.erase(match.begin);
    }
    return SubjectKey(words);
  };
  std::string words(amount.label);
  Pattern::Match match;
  while (kCompares.Find(words, 0, &match)) {
    words.erase(0, match.end);
  }
  const std::string key = subject(words);
  const uint32_t opens = passage.sentences[static_cast<size_t>(current.sentence)].first;
  return key.empty() || subject(std::string(current.label)).ends_with(key) ||
         // “三公”经费支出预算为A，支出决算为B: named once for both.
         SubjectKey(passage.text.substr(opens, current.begin - opens)).find(key) !=
             std::string::npos;
}

// The one figure of this year that the change may be of: in its sentence, or else in the one before
// where the comparison opens a sentence of its own. Budgets, parts and brackets are left out.
// nullptr: none, or more than one.
const Said* TheOneThatChanged(const CheckContext& context, const Passage& passage, size_t first) {
  const Said& amount = passage.figures[first];
  if (ContainsAny(amount.label, "口径|可比")) {
    return nullptr;
  }
  const Said* one = nullptr;
  for (size_t back = 1; back <= std::min(first, kReach); ++back) {
    const Said& said = passage.figures[first - back];
    const Fact& fact = context.At(said.fact);
    if (amount.sentence - said.sentence > 1 || (one != nullptr && said.sentence != one->sentence)) {
      break;
    }
    if (IsChange(fact) || !Comparable(fact, context.At(amount.fact)) || IsEarlier(context, said) ||
        said.depth > amount.depth || StandingOf(context, said) == Standing::kPlanned ||
        IsNamedBase(said)) {
      continue;
    }
    const uint32_t opens = passage.sentences[static_cast<size_t>(said.sentence)].first;
    if (one != nullptr ||
        ContainsAny(passage.text.substr(opens, said.begin - opens), "其中|包括|分别|、")) {
      return nullptr;
    }
    one = &said;
  }
  return one != nullptr && ChangeIsOf(passage, amount, *one) ? one : nullptr;
}

// "增加A，增长R%" or "增长R%，增收A" with the figure that changed before both.
void CheckAmountAndRate(const CheckContext& context, const Passage& passage, size_t amount,
                        size_t rate, ClaimSink& sink) {
  const Fact& change = context.At(passage.figures[amount].fact);
  const Said& stated = passage.figures[rate];
  std::vector<Claim> readings;
  const size_t first = std::min(amount, rate);
  if (amount < rate && NamesItsBase(context, passage, amount)) {
    Claim claim;
    claim.kind = RelationKind::kRatio;
    claim.operands = {Term::Of(passage.figures[amount].fact, "change", DirectionOf(change)),
                      Term::Of(passage.figures[amount - 1].fact, "base")};
    claim.stated = Term::Of(stated.fact, "rate", DirectionOf(context.At(stated.fact)));
    claim.reason = {"增减率 = 增减额 ÷ 所列上年数", "rate = amount / the earlier figure named"};
    claim.confidence = 0.92;
    sink.Propose(std::move(claim));
    return;
  }
  if (const Said* one = TheOneThatChanged(context, passage, first); one != nullptr) {
    Claim claim = GrowthClaim(context, one->fact, passage.figures[amount].fact, stated.fact);
    claim.confidence = 0.9;
    sink.Propose(std::move(claim));
    return;
  }
  for (size_t back = 1; back <= std::min(first, kReach); ++back) {
    const Said& said = passage.figures[first - back];
    const Fact& current = context.At(said.fact);
    if (stated.sentence - said.sentence > 1) {
      break;
    }
    if (IsChange(current) || !Comparable(current, change)) {
      continue;
    }
    if (IsEarlier(context, said)) {
      // The base itself is named: the rate is the amount's share of it.
      Claim claim;
      claim.kind = RelationKind::kRatio;
      claim.operands = {Term::Of(passage.figures[amount].fact, "change", DirectionOf(change)),
                        Term::Of(said.fact, "base")};
      claim.stated = Term::Of(stated.fact, "rate", DirectionOf(context.At(stated.fact)));
      claim.reason = {"增减率 = 增减额 ÷ 所列上年数", "rate = amount / the earlier figure named"};
      claim.confidence = 0.9;
      claim.only_if_held = !readings.empty();
      readings.push_back(std::move(claim));
      continue;
    }
    Claim claim = GrowthClaim(context, said.fact, passage.figures[amount].fact, stated.fact);
    // Right before, or alone in the sentence before (…总计X。与上年相比，总计减少A，下降R%).
    const bool follows = back == 1 && stated.sentence - said.sentence == 1 &&
                         SpeaksOfComparison(passage.figures[first].before) &&
                         ChangeIsOf(passage, passage.figures[first], said) &&
                         ContainsAny(current.subject, "总计|合计|总额");
    const bool adjacent = back == 1 && said.sentence == stated.sentence;
    claim.only_if_held = !readings.empty() || !(adjacent || follows);
    claim.confidence = adjacent ? 0.92 : 0.85;
    readings.push_back(std::move(claim));
  }
  if (!readings.empty()) {
    sink.Propose(std::move(readings));
  }
}

// 预算B，决算C，差异率R%: the rate over two figures that stand before it.
void CheckTwoFigures(const CheckContext& context, const Passage& passage, size_t rate,
                     ClaimSink& sink) {
  const Said& stated = passage.figures[rate];
  std::vector<const Said*> near;
  for (size_t back = 1; back <= std::min(rate, kReach) && near.size() < 4; ++back) {
    const Said& said = passage.figures[rate - back];
    if (said.sentence != stated.sentence) {
      break;
    }
    const Fact& fact = context.At(said.fact);
    if (IsAmount(fact) && !IsChange(fact)) {
      near.push_back(&said);
    }
  }
  std::vector<Claim> readings;
  for (const Said* current : near) {
    for (const Said* base : near) {
      if (current == base || !Comparable(context.At(current->fact), context.At(base->fact))) {
        continue;
      }
      Claim claim;
      claim.kind = RelationKind::kGrowth;
      claim.operands = {Term::Of(current->fact, "current"), Term::Of(base->fact, "base")};
      claim.stated = Term::Of(stated.fact, "rate", DirectionOf(context.At(stated.fact)));
      claim.reason = {"“" + std::string(stated.label) + "”是其前所列两数的变动率",
                      "the rate is the change between the two figures before it"};
      // Only the pair (budget, final) right before the rate is sure to be meant, or the pair whose
      // base the comparison names (比2025年预算执行数增加…).
      const bool budget_pair = near.size() == 2 &&
                               stated.label.find("差异率") != std::string_view::npos &&
                               StandingOf(context, *base) == Standing::kPlanned &&
                               StandingOf(context, *current) == Standing::kDone;
      const bool compared =
          current == near[0] && base == near[1] && ContainsAny(stated.label, "比|较") &&
          IsEarlier(context, *base) && !IsEarlier(context, *current) &&
          IsChange(context.At(stated.fact)) &&
          TrimBlanks(passage.text.substr(current->end, stated.begin - current->end)) ==
              TrimBlanks(stated.before);
      const bool named = budget_pair || compared;
      claim.only_if_held = !named;
      claim.confidence = named ? 0.9 : 0.6;
      if (ContainsAny(stated.label, "调整率|变动率|差异率")) {
        Claim unsigned_fall = claim;  // a fall is printed without a sign as often as with one
        unsigned_fall.stated.coefficient = -1;
        unsigned_fall.only_if_held = true;
        readings.push_back(std::move(unsigned_fall));
      }
      readings.push_back(std::move(claim));
    }
  }
  if (!readings.empty()) {
    sink.Propose(std::move(readings));
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const Passage& passage : context.prose()) {
    if (passage.address.part == TextAddress::Part::kCell) {
      continue;
    }
    for (size_t i = 0; i < passage.figures.size(); ++i) {
      const Said& said = passage.figures[i];
      const Fact& rate = context.At(said.fact);
      if (rate.quantity.unit.dimension != Dimension::kRatio) {
        continue;
      }
      const bool variance = ContainsAny(said.label, "差异率|变动率|调整率|增长率|增减率");
      if (!IsChange(rate) && !variance) {
        continue;
      }
      const auto pairs_with = [&](size_t other) {
        const Said& amount = passage.figures[other];
        const Fact& fact = context.At(amount.fact);
        return amount.sentence == said.sentence && IsAmount(fact) && IsChange(fact);
      };
      if (i > 0 && pairs_with(i - 1)) {
        CheckAmountAndRate(context, passage, i - 1, i, sink);
      } else if (i + 1 < passage.figures.size() && pairs_with(i + 1) &&
                 ContainsAny(passage.figures[i + 1].label, "增收|减收|增支|减支")) {
        CheckAmountAndRate(context, passage, i + 1, i, sink);
      } else {
        CheckTwoFigures(context, passage, i, sink);
      }
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门决算说明\n"
     "2023年度收入总计500.00万元，比上年增加100.00万元，增长20.00%。\n",
     true, "100 over 400 is 25%"},
    {"2023年度青石县林业局部门决算说明\n"
     "2023年度收入总计500.00万元，比上年增加100.00万元，增长25.00%。\n",
     false, "the rate fits the amount"},
    {"2023年度青石县林业局部门决算说明\n"
     "2023年度支出总计400.00万元，比上年减少100.00万元，下降20.00%。\n",
     false, "a fall is measured against the year before"},
    {"2023年度青石县林业局部门决算说明\n"
     "2023年度“三公”经费支出预算29.02万元，支出决算25.70万元，完成预算的88.56%，"
     "比上年28.36万元减少2.66万元，下降8.38%。\n",
     true, "the base is named: 2.66 / 28.36 is 9.38%"},
    {"2023年度青石县林业局部门决算说明\n"
     "2023年度一般公共预算财政拨款支出2163.99万元，占本年支出合计的99.12%。与2022年度相比，"
     "一般公共预算财政拨款支出增加143.48元，增长7.10%。\n",
     true, "the change is of the one figure told before, and 143.48元 is not 7.10% of it"},
    {"2023年度青石县林业局部门决算说明\n"
     "2023年度收入总计500.00万元，支出总计480.00万元。与2022年度相比，基本支出增加20.00万元，"
     "增长8.00%。\n",
     false, "what changed is not told"},
    {"2023年度青石县林业局部门决算说明\n"
     "2023年度项目支出500.00万元，主要用于造林。按可比口径增加20.00万元，增长8.00%。\n",
     false, "a comparison on another basis"},
};

}  // namespace

const Rule growth_differs_from_amount = {
    .id = "RAT102",
    .name = "growth-differs-from-amount",
    .severity = Severity::kError,
    .summary_zh = "增减额与增减率不符。",
    .summary_en = "The amount of a change and its rate do not agree.",
    .advice_zh = "请核对本期数、增减额与增减率。",
    .advice_en = "Check the current figure, the amount and the rate of the change.",
    .documentation = R"(## What it checks
A change told twice: 比上年增加A，增长R% after the figure that changed; 差异率 and 变动率 after a budget and a final figure. The base is the current figure less the amount.
## Why it matters
Of growth figures recomputed by hand in published reports, one in twelve was wrong: the current year taken as base, the rate of the sentence before copied, a fraction printed as percent.
## When it stays silent
When the rate fits another figure named just before; when only a rate is given; when the rate is one of a like-for-like comparison (同口径).
## Source
Arithmetic.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
