// SPDX-License-Identifier: GPL-3.0-or-later
//
// DIR103: 比上年增加1.01万元，下降14.4%.
#include <string>

#include "base/pattern.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/change_direction.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule amount_and_rate_move_apart;

namespace {

// Where a change goes, its word and its sign taken together: −1, 0, 1.
int Way(const Fact& change) { return (DirectionOf(change) * change.quantity.value).Sign(); }

// Where the figures tell which way the change went, the word that says otherwise is the one to
// correct, and is marked first. Figure i is the rate, the one before it the amount.
void NameTheWrongWord(const CheckContext& context, const Passage& passage, size_t i,
                      Observation* observation) {
  const int way = WayOfChange(context, passage, i - 1, i);
  if (way == 0) {
    return;
  }
  const bool amount_is_wrong = Way(context.At(passage.figures[i - 1].fact)) != way;
  const Said& said = passage.figures[amount_is_wrong ? i - 1 : i];
  const DirectionWord found = LastDirectionWord(said.before);
  const std::string word(said.before.substr(found.begin, found.end - found.begin));
  const std::string opposite(OppositeOf(word));
  if (opposite.empty() || found.way == way) {
    return;
  }
  const auto begin = static_cast<uint32_t>(said.begin - said.before.size() + found.begin);
  observation->marks.insert(observation->marks.begin(),
                            {passage.address, begin, said.end, "wrong word"});
  Edit edit;
  edit.edit = word + " → " + opposite;
  edit.kind = "direction";
  edit.mends = 1;
  edit.only_one = true;
  edit.text = {"按所列数字应为“" + opposite + "”",
               "by the figures it is a " + std::string(way > 0 ? "rise" : "fall")};
  observation->edits = {std::move(edit)};
}

void Check(const CheckContext& context, ClaimSink& sink) {
  // Nothing but the direction stands between: the rate has no subject of its own.
  static const Pattern kGoesOn(
      "^[ 　]*[，,、（(；;]?[ "
      "　]*(?:同比|比上年|较上年|比去年|较去年)?(?:增长|增加|上升|提高|增幅|下降|"
      "减少|降低|降幅)(?:了|率|幅度|比例)?(?:为|达|达到|约)?[ 　]*$");
  for (const Passage& passage : context.prose()) {
    for (size_t i = 1; i < passage.figures.size(); ++i) {
      const Said& amount = passage.figures[i - 1];
      const Said& rate = passage.figures[i];
      const Fact& by = context.At(amount.fact);
      const Fact& percent = context.At(rate.fact);
      const Dimension dimension = by.quantity.unit.dimension;
      if (amount.sentence != rate.sentence || !IsChange(by) || !IsChange(percent) ||
          (dimension != Dimension::kMoney && dimension != Dimension::kCount) ||
          percent.quantity.unit.dimension != Dimension::kRatio ||
          !kGoesOn.Find(rate.before, 0, nullptr) || Way(by) * Way(percent) >= 0) {
        continue;
      }
      Observation observation;
      observation.marks = {{passage.address, rate.begin - static_cast<uint32_t>(rate.before.size()),
                            rate.end, "rate"},
                           {passage.address, amount.begin, amount.end, "amount"}};
      observation.facts = {rate.fact, amount.fact};
      observation.confidence = 0.95;
      const bool rises = Way(by) > 0;
      observation.expression = context.Printed(amount.fact) + (rises ? " ↑ / " : " ↓ / ") +
                               context.Printed(rate.fact) + (rises ? "% ↓" : "% ↑");
      observation.stated = std::string(rate.label);
      observation.message = {std::string("同一变动，增减额写为") + (rises ? "增加" : "减少") +
                                 context.Printed(amount.fact) + "，增减率却写为" +
                                 (rises ? "下降" : "增长") + context.Printed(rate.fact) + "%",
                             std::string("one change: the amount is told as ") +
                                 (rises ? "a rise" : "a fall") + ", its rate as " +
                                 (rises ? "a fall" : "a rise")};
      NameTheWrongWord(context, passage, i, &observation);
      sink.Observe(std::move(observation));
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2021年度部门决算\n"
     "与2020年度相比，“三公”经费支出增加1.01万元，下降14.4%。\n",
     true, "a rise of money and a fall in percent"},
    {"青石县林业局2021年度部门决算\n"
     "与2020年度相比，“三公”经费支出增加1.01万元，增长14.4%。\n",
     false, "both rise"},
    {"青石县林业局2021年度部门决算\n"
     "全年收入增加101万元，增幅比上年下降1.4%；接待费减少0万元，增长0%。\n",
     false, "the rate has a subject of its own; nought goes nowhere"},
};

}  // namespace

const Rule amount_and_rate_move_apart = {
    .id = "DIR103",
    .name = "amount-and-rate-move-apart",
    .severity = Severity::kError,
    .summary_zh = "同一变动的增减额与增减率方向相反。",
    .summary_en = "Amount and rate of one change go opposite ways.",
    .advice_zh = "请核对上年数，改正方向写错的一处。",
    .advice_en = "Check last year's figure and correct the word that is wrong.",
    .documentation = R"(## What it checks
增加A，下降R%: the amount of a change and the rate that follows it at once, by their words and signs. No base is needed.
## Why it matters
One of the two words is wrong, whatever the figures are.
## When it stays silent
When the rate has words of its own (增幅比上年下降…); changes of nought; rates in percentage points.
## Source
Arithmetic.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
