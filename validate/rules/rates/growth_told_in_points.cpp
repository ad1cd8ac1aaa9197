// SPDX-License-Identifier: GPL-3.0-or-later
//
// RAT108: 比上年增加364.85万元，增长14.97个百分点; 增长13.95。
#include <string>

#include "base/pattern.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule growth_told_in_points;

namespace {

// The words right after an amount's change that open its rate, and nothing else.
const Pattern& OpensRate() {
  static const Pattern kPattern(
      "^[ 　]*[，,、（(；;]?[ "
      "　]*(?:同比|比上年|较上年|比去年|较去年)?(?:增长|增加|上升|提高|增幅|下降|"
      "减少|降低|降幅)(?:了|率|幅度|比例)?(?:为|达|达到|约)?[ 　]*$");
  return kPattern;
}

void Tell(const CheckContext& context, const Passage& passage, const Said& amount, const Said& rate,
          bool in_points, ClaimSink& sink) {
  Observation observation;
  observation.marks = {{passage.address, rate.begin, rate.end, "rate"},
                       {passage.address, amount.begin, amount.end, "amount"}};
  observation.facts = {rate.fact, amount.fact};
  observation.confidence = in_points ? 0.9 : 0.8;
  observation.severity = Severity::kWarning;
  const std::string printed = context.Printed(rate.fact);
  observation.expression = printed + (in_points ? "个百分点" : "");
  observation.stated = observation.expression;
  observation.message =
      in_points ? BilingualText{"金额（数量）的增减幅度写成了“" + printed + "个百分点”，应为“" +
                                    printed + "%”",
                                "the growth of an amount is told in percentage points: " + printed +
                                    " where " + printed + "% is meant"}
                : BilingualText{"增减幅度“" + printed + "”后缺“%”",
                                "the rate " + printed + " lacks its percent sign"};
  Edit edit;
  edit.edit = observation.expression + " → " + printed + "%";
  edit.mends = 1;
  edit.only_one = true;
  edit.text = {"可能单位有误：" + edit.edit, "probably the unit is wrong: " + edit.edit};
  observation.edits.push_back(std::move(edit));
  sink.Observe(std::move(observation));
}

void Check(const CheckContext& context, ClaimSink& sink) {
  static const Pattern kEnds("^[ 　]*[。，,；;）)]");
  for (const Passage& passage : context.prose()) {
    for (size_t i = 1; i < passage.figures.size(); ++i) {
      const Said& amount = passage.figures[i - 1];
      const Said& rate = passage.figures[i];
      const Fact& by = context.At(amount.fact);
      const Quantity& told = context.At(rate.fact).quantity;
      const Dimension dimension = by.quantity.unit.dimension;
      if (amount.sentence != rate.sentence || !IsChange(by) ||
          (dimension != Dimension::kMoney && dimension != Dimension::kCount) ||
          !OpensRate().Find(rate.before, 0, nullptr)) {
        continue;
      }
      if (told.unit.dimension == Dimension::kPercentagePoint) {
        Tell(context, passage, amount, rate, true, sink);
      } else if (told.unit.dimension == Dimension::kNone && told.value.scale() > 0 &&
                 kEnds.Find(passage.text.substr(rate.end), 0, nullptr)) {
        Tell(context, passage, amount, rate, false, sink);
      }
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2021年度部门决算\n"
     "2021年度收入总计2802.10万元，比上年增加364.85万元，增长14.97个百分点。\n",
     true, "money grows in percent"},
    {"青石县林业局2021年度部门决算\n"
     "2021年度收入总计2802.10万元，比上年增加364.85万元，增长14.97。\n",
     true, "the sign is left out"},
    {"青石县林业局2021年度部门决算\n"
     "2021年度收入总计2802.10万元，比上年增加364.85万元，增长14.97%，增幅提高1.2个百分点。\n",
     false, "a rate changes in points"},
};

}  // namespace

const Rule growth_told_in_points = {
    .id = "RAT108",
    .name = "growth-told-in-points",
    .severity = Severity::kWarning,
    .summary_zh = "金额、数量的增减幅度写成百分点，或缺百分号。",
    .summary_en = "The growth of an amount is told in percentage points, or without its sign.",
    .advice_zh = "金额、数量的增减幅度用“%”；两个百分率之差才用“百分点”。",
    .advice_en = "Amounts grow by percent; only the difference of two rates is in points.",
    .documentation = R"(## What it checks
The rate right after the amount of a change (增加A万元，增长…): it must be a percentage, not 百分点, and not a bare decimal.
## Why it matters
Percent and percentage points say different things, and programs that read the report take the wrong one.
## When it stays silent
Rates that have words of their own before them (增幅提高1.2个百分点); whole numbers without a unit.
## Source
GB/T 15835 and the usage of 国家统计局: 百分点 is the difference of two percentages.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
