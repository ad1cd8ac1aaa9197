// SPDX-License-Identifier: GPL-3.0-or-later
//
// EQU112: 公用经费实际支出12.01万元 while 商品和服务支出30.18万元 and 项目支出3.08万元: what is not
// of projects is running cost, so at least 27.10万元.
#include <string>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/reading/subject.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule running_costs_below_their_least;

namespace {

// Below this share of the least possible, no local definition of 公用经费 (without allowances,
// union dues …) explains the gap.
const Decimal& Tolerated() {
  static const Decimal kShare = Decimal::FromParts(6, 1);
  return kShare;
}

// This year's spending told under one of these names, where all tellings are one value; else -1.
FactId Spent(const CheckContext& context, std::string_view names) {
  FactId found = -1;
  for (const Passage& passage : context.prose()) {
    if (passage.address.part != TextAddress::Part::kBlock) {
      continue;
    }
    for (const Said& said : passage.figures) {
      const Fact& fact = context.At(said.fact);
      const std::string key = SubjectKey(said.label);
      if (fact.quantity.unit.dimension != Dimension::kMoney || IsChange(fact) ||
          fact.scope == Scope::kOpeningBudget || fact.scope == Scope::kBudget ||
          fact.scope == Scope::kFullYearBudget ||
          (context.year() != 0 && fact.period.stated && fact.period.year != context.year())) {
        continue;
      }
      bool named = false;
      for (std::string_view rest = names; !rest.empty();) {
        const size_t bar = rest.find('|');
        named = named || key == rest.substr(0, bar);
        rest = bar == std::string_view::npos ? "" : rest.substr(bar + 1);
      }
      if (!named) {
        continue;
      }
      if (found >= 0 && context.At(found).quantity.BaseValue() != fact.quantity.BaseValue()) {
        return -1;
      }
      found = found < 0 ? said.fact : found;
    }
  }
  return found;
}

// 公用经费控制率12.01万元/28.24万元*100%: the first figure is what was spent.
FactId InControlRate(const CheckContext& context) {
  for (const Passage& passage : context.prose()) {
    for (size_t i = 0; i + 1 < passage.figures.size(); ++i) {
      const Said& said = passage.figures[i];
      const std::string_view next = passage.figures[i + 1].before;
      if (said.label.find("公用经费控制率") != std::string_view::npos &&
          context.At(said.fact).quantity.unit.dimension == Dimension::kMoney &&
          (next.starts_with("/") || next.starts_with("÷"))) {
        return said.fact;
      }
    }
  }
  return -1;
}

void Check(const CheckContext& context, ClaimSink& sink) {
  FactId running = InControlRate(context);
  running =
      running >= 0 ? running : Spent(context, "公用经费支出|公用经费实际支出|日常公用经费支出");
  const FactId basic = Spent(context, "基本支出|基本支出决算");
  const FactId wages = Spent(context, "工资福利支出|工资福利支出决算");
  const FactId help = Spent(context, "对个人家庭补助|对个人家庭补助支出");
  if (running < 0 || basic < 0 || wages < 0 || help < 0) {
    return;
  }
  const auto value = [&](FactId id) { return context.At(id).quantity.BaseValue(); };
  // Wages that projects pay are taken away too: this is the least that running costs can be.
  const Decimal least = value(basic) - value(wages) - value(help);
  if (least.Sign() <= 0 || !(value(running) < least * Tolerated())) {
    return;
  }
  const std::string rest =
      context.Printed(basic) + " - " + context.Printed(wages) + " - " + context.Printed(help);
  Observation observation;
  for (const FactId id : {running, basic, wages, help}) {
    const Anchor& anchor = context.At(id).anchor;
    observation.marks.push_back({anchor.address, anchor.begin, anchor.end, "figure"});
  }
  observation.facts = {running, basic, wages, help};
  observation.confidence = 0.65;
  observation.severity = Severity::kWarning;
  observation.expression = context.Printed(running) + " = " + rest;
  observation.stated = context.Printed(running);
  observation.message = {
      "公用经费支出写为" + context.Printed(running) +
          "，而基本支出扣除工资福利支出和对个人和家庭的补助（" + rest + "）后远多于此数",
      "running costs are told as " + context.Printed(running) +
          ", but basic expenditure less wages and grants to people (" + rest + ") is far more"};
  sink.Observe(std::move(observation));
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年基本支出220.00万元，项目支出3.00万元。\n"
     "按经济分类，工资福利支出160.00万元，商品和服务支出33.00万元，对个人和家庭的补助30.00万元。\n"
     "公用经费控制率12.00万元/28.24万元*100%=42.49%。\n",
     true, "at least 30.00 of running costs"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年基本支出220.00万元，项目支出23.00万元。\n"
     "按经济分类，工资福利支出172.00万元，商品和服务支出38.00万元，对个人和家庭的补助33.00万元。\n"
     "公用经费控制率12.00万元/28.24万元*100%=42.49%。\n",
     false, "15 is left, and local definitions leave out allowances"},
};

}  // namespace

const Rule running_costs_below_their_least = {
    .id = "EQU112",
    .name = "running-costs-below-their-least",
    .severity = Severity::kWarning,
    .summary_zh = "公用经费支出远小于基本支出扣除人员经费后的数额。",
    .summary_en = "Running costs are told as far less than basic expenditure without personnel.",
    .advice_zh = "请核对公用经费口径和数额。",
    .advice_en = "Check the scope and the amount of running costs.",
    .documentation = R"(## What it checks
公用经费 spent (in its control rate, or told) against 基本支出 less all 工资福利支出 and all 对个人和家庭的补助: what is basic and not for people is running cost.
## Why it matters
公用经费控制率 is worked out from it.
## When it stays silent
When one of the figures is told with several values; down to three fifths of the least, since local definitions leave out allowances and union dues.
## Source
部门决算: 基本支出 = 人员经费 + 公用经费; 财预〔2013〕53号: 公用经费控制率.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
