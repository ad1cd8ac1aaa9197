// SPDX-License-Identifier: GPL-3.0-or-later
//
// RAT101: 预算X，支出Y，执行率Z%.
//
// The word 执行率 has three official denominators (opening, adjusted, full-year budget; money that
// arrived): all figures named before the rate are tried, and only a rate that fits none of them is
// told, against the nearest.
#include <algorithm>
#include <vector>

#include "base/pattern.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule rate_differs_from_operands;

namespace {

constexpr size_t kReach = 8;

const Pattern& NamesRate() {
  static const Pattern kPattern(
      "执行率|完成率|支付率|支出率|到位率|控制率|覆盖率|合格率|达标率|办结率|完结率|利用率|查处率|"
      "完成(?:年初|全年|调整)?预算(?:数)?的|为(?:年初|全年|调整)?预算(?:数)?的|"
      "完成(?:预算|计划|任务|目标)(?:数)?的");
  return kPattern;
}

// 收入完成246万元，完成年初预算数609万元的40.4%: the base stands inside the words of the rate.
// Figure i is the rate.
bool ProposeOfBaseNamed(const CheckContext& context, const Passage& passage, size_t i,
                        ClaimSink& sink) {
  static const Pattern kOf("^[ 　]*的[ 　]*$");
  static const Pattern kBase(
      "(?:完成|达到|为|占)[^，,。；;]{0,12}(?:预算|计划|任务|目标)(?:收入|支出)?(?:数|额|总额)?(?:"
      "为)?$");
  const Said& rate = passage.figures[i];
  if (i < 2 || !kOf.Find(rate.before, 0, nullptr)) {
    return false;
  }
  const Said& base = passage.figures[i - 1];
  if (!kBase.Contains(base.label)) {
    return false;
  }
  // What is done stands before the base, outside brackets that only part it. Where more than one
  // figure may be meant, a rate that fits none proves nothing.
  std::vector<Claim> readings;
  for (size_t back = 2; back <= std::min(i, kReach); ++back) {
    const Said& done = passage.figures[i - back];
    if (done.sentence != rate.sentence) {
      break;
    }
    if (done.depth > base.depth || IsChange(context.At(done.fact)) ||
        !Comparable(context.At(done.fact), context.At(base.fact)) ||
        StandingOf(context, done) == Standing::kPlanned) {
      continue;
    }
    const Decimal amount = context.At(done.fact).quantity.BaseValue();
    if (amount.IsZero() || std::any_of(readings.begin(), readings.end(), [&](const Claim& other) {
          return context.At(other.operands.front().fact).quantity.BaseValue() == amount;
        })) {
      continue;  // nought has no rate, and one amount told twice is one
    }
    Claim claim;
    claim.kind = RelationKind::kRatio;
    claim.operands = {Term::Of(done.fact, "numerator"), Term::Of(base.fact, "denominator")};
    claim.stated = Term::Of(rate.fact, "rate");
    claim.reason = {"“" + std::string(base.label) + "…的”说明了分母", "the words name the base"};
    claim.confidence = 0.95;
    readings.push_back(std::move(claim));
  }
  if (readings.empty()) {
    return false;
  }
  for (Claim& claim : readings) {
    claim.only_if_held = readings.size() > 1;
  }
  sink.Propose(std::move(readings));
  return true;
}

// Whether figure i opens a bracket right behind a rate:
// 控制率98.33%（实际440.52万元，预算448.00万元）.
bool OpensBracketOfRate(const CheckContext& context, const Passage& passage, size_t i) {
  static const Pattern kOpens("^[ 　]*[（(]");
  return i > 0 && passage.figures[i].depth == passage.figures[i - 1].depth + 1 &&
         kOpens.Find(passage.figures[i].before, 0, nullptr) &&
         context.At(passage.figures[i - 1].fact).quantity.unit.dimension == Dimension::kRatio;
}

// The figures behind a rate in its own bracket are what it is made of. Figure i is the rate.
bool ProposeOfBracket(const CheckContext& context, const Passage& passage, size_t i,
                      ClaimSink& sink) {
  if (i + 2 >= passage.figures.size() || !OpensBracketOfRate(context, passage, i + 1)) {
    return false;
  }
  const Said& one = passage.figures[i + 1];
  const Said& two = passage.figures[i + 2];
  const bool closed = i + 3 == passage.figures.size() || passage.figures[i + 3].depth < two.depth ||
                      passage.figures[i + 3].sentence != two.sentence;
  const Said& done = StandingOf(context, one) == Standing::kDone ? one : two;
  const Said& planned = &done == &one ? two : one;
  if (two.depth != one.depth || !closed ||
      !Comparable(context.At(one.fact), context.At(two.fact)) ||
      StandingOf(context, done) != Standing::kDone ||
      StandingOf(context, planned) != Standing::kPlanned) {
    return false;
  }
  Claim claim;
  claim.kind = RelationKind::kRatio;
  claim.operands = {Term::Of(done.fact, "numerator"), Term::Of(planned.fact, "denominator")};
  claim.stated = Term::Of(passage.figures[i].fact, "rate");
  claim.reason = {"括号内列出了该比率的完成数与计划（预算）数",
                  "the bracket behind the rate gives what was done and planned"};
  claim.confidence = 0.95;
  sink.Propose(std::move(claim));
  return true;
}

// 全年预算数为960.95万元。全年实际支出951.27万元，预算执行率…: the budget that is spent ends the
// sentence before, and nothing else of money stands between.
bool FollowsBudget(const Passage& passage, const Said& top, const Said& bottom) {
  const auto index = static_cast<size_t>(&top - passage.figures.data());
  return top.sentence == bottom.sentence + 1 && index > 0 &&
         &passage.figures[index - 1] == &bottom &&
         ContainsAny(bottom.label, "全年预算|调整后|调整预算|预算数") &&
         ContainsAny(top.label, "全年|实际支出|执行数|支出决算");
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const Passage& passage : context.prose()) {
    if (passage.address.part == TextAddress::Part::kCell) {
      continue;
    }
    for (size_t i = 1; i < passage.figures.size(); ++i) {
      const Said& rate = passage.figures[i];
      const Fact& fact = context.At(rate.fact);
      if (fact.quantity.unit.dimension != Dimension::kRatio || IsChange(fact) ||
          ProposeOfBaseNamed(context, passage, i, sink) || !NamesRate().Contains(rate.label) ||
          ProposeOfBracket(context, passage, i, sink)) {
        continue;
      }
      // Figures of the same sentence, nearest first; a whole sentence back when it opens with the
      // rate.
      std::vector<const Said*> near;
      for (size_t back = 1; back <= std::min(i, kReach); ++back) {
        const Said& said = passage.figures[i - back];
        if (rate.sentence - said.sentence > 1 ||
            (rate.sentence != said.sentence && near.size() >= 2)) {
          break;
        }
        const Fact& other = context.At(said.fact);
        if (other.quantity.unit.dimension == Dimension::kRatio && near.size() >= 2) {
          break;  // the figures before another rate are that one's
        }
        if (OpensBracketOfRate(context, passage, i - back)) {
          // … and so are those in the bracket behind it.
          std::erase_if(near, [&](const Said* one) { return one->depth >= said.depth; });
          break;
        }
        if (!IsChange(other) && other.quantity.unit.dimension != Dimension::kNone) {
          near.push_back(&said);
        }
      }
      // A rate that has a formula is of the figures that this names, and they need not stand
      // nearest: RAT110 tells a break.
      const bool has_formula = std::any_of(
          context.pack().formulas().begin(), context.pack().formulas().end(),
          [&](const RulePack::Formula& formula) { return ContainsAny(rate.label, formula.rate); });
      std::vector<Claim> readings;
      bool main_found = has_formula;
      for (const Said* top : near) {
        if (StandingOf(context, *top) == Standing::kPlanned) {
          continue;
        }
        for (const Said* bottom : near) {
          if (bottom == top || !Comparable(context.At(top->fact), context.At(bottom->fact)) ||
              StandingOf(context, *bottom) == Standing::kDone) {
            continue;
          }
          Claim claim;
          claim.kind = RelationKind::kRatio;
          claim.operands = {Term::Of(top->fact, "numerator"),
                            Term::AsNumber(bottom->fact, "denominator")};
          claim.stated = Term::Of(rate.fact, "rate");
          claim.reason = {"“" + std::string(rate.label) + "”是其前所列完成数与计划（预算）数之比",
                          "the rate is of the done and planned figures named before it"};
          // Better than the target: how the rate is told then differs (100%, the quotient, its
          // inverse), and for a cost that may not be passed the quotient is not even meant.
          const Qualifier target = context.At(bottom->fact).qualifiers;
          const bool met =
              Has(target, Qualifier::kAtMost) ||
              (Has(target, Qualifier::kAtLeast) && fact.quantity.BaseValue() == Decimal(1) &&
               context.At(top->fact).quantity.BaseValue() >=
                   context.At(bottom->fact).quantity.BaseValue());
          const bool together =
              top->sentence == bottom->sentence || FollowsBudget(passage, *top, *bottom);
          const bool named = together && StandingOf(context, *top) == Standing::kDone &&
                             StandingOf(context, *bottom) == Standing::kPlanned;
          const bool adjacent = near.size() >= 2 && ((top == near[0] && bottom == near[1]) ||
                                                     (top == near[1] && bottom == near[0]));
          claim.confidence = named && adjacent ? 0.95 : 0.6;
          claim.only_if_held = !named || !adjacent || main_found || met;
          main_found = main_found || !claim.only_if_held;
          readings.push_back(std::move(claim));
        }
      }
      if (!readings.empty()) {
        sink.Propose(std::move(readings));
      }
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年全年预算数为200.00万元，全年实际支出150.00万元，预算执行率为85%。\n",
     true, "150 / 200 is 75%"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年年初预算数为180.00万元，全年预算数为200.00万元，全年实际支出150.00万元，预算执行率为75%"
     "。\n",
     false, "it is the rate of the full-year budget"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "1.育苗成本，指标值：≤120万元，自评完成值：112.40万元，指标完成率100%。\n"
     "2.造林面积，指标值：≥300亩，自评完成值：336亩，指标完成率100%。\n",
     false, "targets met and passed are often told as 100%"},
    {"青石县2024年4月财政收支情况\n"
     "4月，一般公共预算收入累计完成24627万元，完成年初预算数60999万元的44.0%"
     "，比上年减收1070万元。\n",
     true, "24627 / 60999 is 40.4%"},
    {"青石县2024年4月财政收支情况\n"
     "4月，一般公共预算收入累计完成24627万元，完成年初预算数60999万元的40.4%"
     "，比上年减收1070万元。\n",
     false, "it is"},
    {"青石县林业局2021年度部门整体支出绩效自评报告\n"
     "截至2021年12月31日，实际支出880.52万元（基本支出611.51万元、项目支出269."
     "01万元），完成全年预算"
     "931.77万元的94.5%。\n",
     false, "the bracket parts what is done"},
    {"青石县林业局2021年度部门整体支出绩效自评报告\n"
     "公用经费控制率98.33%（实际440.52万元，预算448.00万元）。"
     "政府采购执行率94.75%（实际采购金额286.45万元，采购预算302.32万元）。\n",
     false, "each rate has its figures in its own bracket"},
    {"青石县林业局2021年度部门整体支出绩效自评报告\n"
     "公用经费控制率98.33%（实际440.52万元，预算448.00万元）。"
     "政府采购执行率97.45%（实际采购金额286.45万元，采购预算302.32万元）。\n",
     true, "286.45 / 302.32 is 94.75%"},
};

}  // namespace

const Rule rate_differs_from_operands = {
    .id = "RAT101",
    .name = "rate-differs-from-operands",
    .severity = Severity::kError,
    .summary_zh = "执行率、完成率等与其前所列两数之比不符。",
    .summary_en = "A rate is not the quotient of the two figures named before it.",
    .advice_zh = "请核对比率及其分子、分母。",
    .advice_en = "Check the rate and both figures it is made of.",
    .documentation = R"(## What it checks
Rates in running text (执行率, 完成率, 到位率, 控制率, 合格率, 完成预算的…) against the planned and done figures named before them in the sentence, also with the base inside the words (完成预算609万元的40.4%). Every planned figure there is tried as the denominator.
## Why it matters
Typed rates carry more errors than any other figure: the year before's rate left standing, the wrong denominator, a transposed digit.
## When it stays silent
When any named denominator gives the rate, also by truncation; when the words do not say which figure is planned and which is done; when the base is zero (that is said elsewhere); when a target of at least or at most so much is met and the rate is told as 100%.
## Source
财预〔2013〕53号, 财预〔2020〕10号: formulas of the rates.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
