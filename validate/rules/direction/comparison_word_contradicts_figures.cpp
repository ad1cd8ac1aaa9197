// SPDX-License-Identifier: GPL-3.0-or-later
//
// DIR101: 年初预算为1560.05，支出决算为1511.89。决算数大于预算数….
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/pattern.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule comparison_word_contradicts_figures;

namespace {

constexpr uint32_t kReach = 400;  // bytes back from the words to the figures

enum class Order { kLess, kEqual, kGreater };

std::optional<Order> OrderOf(std::string_view word) {
  if (ContainsAny(word, "大于|高于|多于|超过")) {
    return Order::kGreater;
  }
  if (ContainsAny(word, "小于|低于|少于")) {
    return Order::kLess;
  }
  return ContainsAny(word, "等于|持平|一致|相等") ? std::optional(Order::kEqual) : std::nullopt;
}

struct Compared {
  const Said* planned = nullptr;
  const Said* done = nullptr;
  bool settled = false;  // no other figure done stands between them and the words
};

// The last budget figure before `at` and the first figure done after it. What is done further on
// belongs to parts (其中：…) or to other items, which the words may or may not mean.
Compared FiguresCompared(const CheckContext& context, const Passage& passage, size_t at) {
  Compared compared;
  for (const Said& said : passage.figures) {
    if (said.end > at || at - said.end > kReach ||
        context.At(said.fact).quantity.unit.dimension != Dimension::kMoney ||
        IsChange(context.At(said.fact))) {
      continue;
    }
    // By the words right before the figure: the scope may be inherited from a list's head.
    const bool done = ContainsAny(said.label, "决算|执行数|实际支出");
    if (ContainsAny(said.label, "预算") && !done) {
      compared = {.planned = &said};
    } else if (done && compared.planned != nullptr) {
      compared.settled = compared.done == nullptr;
      compared.done = compared.done == nullptr ? &said : compared.done;
    }
  }
  return compared;
}

// 完成预算90.25%，… 决算数大于预算数: where no budget is printed, the only rate of completion told
// before the words says which is greater.
void CheckAgainstRate(const CheckContext& context, const Passage& passage, size_t begin, size_t end,
                      Order order, ClaimSink& sink) {
  const Said* rate = nullptr;
  for (const Said& said : passage.figures) {
    if (said.end > begin || context.At(said.fact).quantity.unit.dimension != Dimension::kRatio ||
        !ContainsAny(said.label, "完成预算|完成年初预算|完成全年预算|完成调整预算")) {
      continue;
    }
    if (rate != nullptr) {
      return;
    }
    rate = &said;
  }
  if (rate == nullptr || begin - rate->end > kReach) {
    return;
  }
  const Decimal value = context.At(rate->fact).quantity.BaseValue();
  const Order true_order = value < Decimal(1)   ? Order::kLess
                           : value > Decimal(1) ? Order::kGreater
                                                : Order::kEqual;
  if (true_order == order) {
    return;
  }
  // 100% may be a hair more or less than the whole; that it is neither is for a person to see.
  const bool opposite = true_order != Order::kEqual && order != Order::kEqual;
  const std::string word(passage.text.substr(begin, end - begin));
  const auto [right, sign] = true_order == Order::kLess      ? std::pair("小于", " < ")
                             : true_order == Order::kGreater ? std::pair("大于", " > ")
                                                             : std::pair("等于", " = ");
  Observation observation;
  observation.marks = {
      {passage.address, static_cast<uint32_t>(begin), static_cast<uint32_t>(end), "words"}};
  observation.facts = {rate->fact};
  observation.confidence = opposite ? 0.9 : 0.8;
  if (!opposite) {
    observation.severity = Severity::kWarning;
  }
  observation.expression = context.Printed(rate->fact) + "%" + sign + "100%";
  observation.stated = word;
  observation.message = {
      "文中写“" + word + "”，而完成率为" + context.Printed(rate->fact) + "%，应为“" + right + "”",
      "the text says “" + word + "”, but the rate of completion is " + context.Printed(rate->fact) +
          "%"};
  sink.Observe(std::move(observation));
}

void Check(const CheckContext& context, ClaimSink& sink) {
  static const Pattern kWords(
      "(?:决算|支出决算|执行|实际支出)数?(大于|小于|等于|高于|低于|多于|少于|超过|与)(?:年初|全年|"
      "调整)?(?:部门)?预算数?"
      "(基本持平|持平|一致|相等)?");
  for (const Passage& passage : context.prose()) {
    Pattern::Match match;
    for (size_t at = 0; kWords.Find(passage.text, at, &match); at = match.end) {
      const bool roughly = match.group[2].starts_with("基本");
      const auto order = OrderOf(match.group[2].empty() ? match.group[1] : match.group[2]);
      if (!order || passage.text.substr(0, match.begin).ends_with("如")) {
        continue;
      }
      const auto [planned, done, settled] = FiguresCompared(context, passage, match.begin);
      if (planned == nullptr || done == nullptr) {
        if (planned == nullptr && !roughly) {
          CheckAgainstRate(context, passage, match.begin, match.end, *order, sink);
        }
        continue;
      }
      const Fact& budget = context.At(planned->fact);
      const Fact& actual = context.At(done->fact);
      if (!Comparable(budget, actual)) {
        continue;
      }
      const Decimal b = budget.quantity.BaseValue();
      const Decimal a = actual.quantity.BaseValue();
      const Order true_order = a < b ? Order::kLess : a > b ? Order::kGreater : Order::kEqual;
      const char* sign = a < b ? "<" : a > b ? ">" : "=";
      const std::string expression =
          context.Printed(done->fact) + " " + sign + " " + context.Printed(planned->fact);
      const Mark mark{passage.address, static_cast<uint32_t>(match.begin),
                      static_cast<uint32_t>(match.end), "words"};
      if (true_order == *order || (roughly && true_order != *order)) {
        sink.Pass({RelationKind::kOrder,
                   expression,
                   {"文字所述大小关系与数字相符", "the words compare the figures rightly"},
                   {mark},
                   {done->fact, planned->fact},
                   0.9});
        continue;
      }
      if (!settled) {
        continue;
      }
      const std::string word(match.group[0]);
      const char* right = a < b ? "小于" : a > b ? "大于" : "等于";
      Observation observation;
      observation.marks = {mark};
      observation.facts = {done->fact, planned->fact};
      observation.confidence = 0.95;
      observation.expression = expression;
      observation.stated = std::string(match.group[1]);
      observation.message = {"文中写“" + word + "”，而决算数" + context.Printed(done->fact) + sign +
                                 "预算数" + context.Printed(planned->fact) + "，应为“" + right +
                                 "”",
                             "the text says “" + word + "”, but the figures say " + expression};
      Edit edit;
      edit.edit = std::string(match.group[1]) + " → " + right;
      edit.kind = "direction";
      edit.mends = 1;
      edit.only_one = true;
      edit.text = {"可能把大小写反：" + edit.edit, "probably the wrong word: " + edit.edit};
      observation.edits.push_back(std::move(edit));
      sink.Observe(std::move(observation));
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2024年度部门决算\n"
     "1、行政运行（项）。年初预算为1560.05万元，支出决算为1511."
     "89万元。决算数大于预算数的主要原因：人员变动。\n",
     true, "1511.89 is less than 1560.05"},
    {"青石县林业局2024年度部门决算\n"
     "2024年度公务接待费支出决算3.26万元，完成预算81.50%。决算数大于预算数的主要原因是接待减少。\n",
     true, "81.50% of the budget is less than the budget"},
    {"青石县林业局2024年度部门决算\n"
     "2024年度公务接待费支出决算3.26万元，完成预算81.50%。决算数小于预算数的主要原因是接待减少。\n",
     false, "it is less"},
    {"青石县林业局2024年度部门决算\n"
     "林业支出1595.95万元，完成年初预算100%，决算数大于预算数，主要原因是年中调整工资。\n",
     true, "all of the budget is not more than it"},
    {"青石县林业局2024年度部门决算\n"
     "林业支出1595.95万元，完成年初预算的98.50%，决算数与预算数持平。\n",
     true, "98.50% is not the same"},
    {"青石县林业局2024年度部门决算\n"
     "林业支出1595.95万元，完成年初预算的100%，决算数与预算数持平。\n",
     false, "it is the same"},
    {"青石县林业局2024年度部门决算\n"
     "林业支出1595.95万元，完成年初预算的99.80%，决算数与预算数基本持平。\n",
     false, "nearly the same says what it is"},
    {"青石县林业局2024年度部门决算\n"
     "1、行政运行（项）。年初预算为1560.05万元，支出决算为1511."
     "89万元。决算数小于预算数的主要原因：人员变动。\n",
     false, "it is"},
    {"青石县林业局2024年度部门决算\n"
     "“三公”经费预算为22.00万元，支出决算为8.77万元，其中：公务用车运行费决算为8."
     "47万元；公务接待费决算为"
     "0.30万元。决算数小于预算数的主要原因：厉行节约。\n",
     false, "the words speak of the whole, not of its last part"},
};

}  // namespace

const Rule comparison_word_contradicts_figures = {
    .id = "DIR101",
    .name = "comparison-word-contradicts-figures",
    .severity = Severity::kError,
    .summary_zh = "“大于、小于、等于、持平”与所列数字相反。",
    .summary_en = "Greater, less or equal in words contradicts the figures compared.",
    .advice_zh = "请改正文字，并核对其后的原因说明。",
    .advice_en = "Correct the words and look at the reason given after them.",
    .documentation = R"(## What it checks
决算数大于（小于、等于、持平）预算数 against the budget and final figures told just before; where no budget is told, against the one rate of completion (100% beside 大于 is a warning).
## Why it matters
The reason that follows explains the wrong direction.
## When it stays silent
基本持平; when budget and final figure do not both stand just before; when another final figure stands between them and the words.
## Source
部门决算公开文本.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
