// SPDX-License-Identifier: GPL-3.0-or-later
//
// DIR104: 公务用车运行维护费主要用于单位车辆加油、维修, while both its budget and its spending are
// 0.
#include <optional>
#include <string>

#include "base/pattern.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule spending_of_nothing_described;

namespace {

struct Item {
  const char* words;  // what money of it is called
  const char* uses;   // what it is spent on, in the report's own words
};

constexpr Item kItems[] = {
    {"公务用车运行费|公务用车运行维护费|公务车运行维护费|公务用车购置及运行",
     "加油|燃料|维修|保险|过路|过桥"},
    {"公务接待费", "接待"},
    {"因公出国", "团组|出访"},
};

// All amounts of the item in the text are zero, and one of them was spent: the first such figure.
std::optional<FactId> NothingSpent(const CheckContext& context, const Item& item) {
  std::optional<FactId> spent;
  for (const Passage& passage : context.prose()) {
    for (const Said& said : passage.figures) {
      const Fact& fact = context.At(said.fact);
      if (fact.quantity.unit.dimension != Dimension::kMoney) {
        continue;
      }
      const uint32_t begin = passage.sentences[static_cast<size_t>(said.sentence)].first;
      const std::string_view sofar = passage.text.substr(begin, said.begin - begin);
      if (!ContainsAny(sofar, item.words)) {
        continue;
      }
      if (!fact.quantity.value.IsZero()) {
        return std::nullopt;
      }
      if (!spent && ContainsAny(said.label, "实际支出|支出决算|决算|实际")) {
        spent = said.fact;
      }
    }
  }
  return spent;
}

void Check(const CheckContext& context, ClaimSink& sink) {
  // A definition says what such money is for; only a report of its use says 主要用于.
  static const Pattern kDefines("指|反映|包括.*等费用|[：:]是");
  static const Pattern kNone("未|无|没有|不");
  // The template's own words on what such money may be spent on.
  static const Pattern kAllowed("按规定|等所需的|各类");
  for (const Item& item : kItems) {
    const std::optional<FactId> spent = NothingSpent(context, item);
    if (!spent) {
      continue;
    }
    for (const Passage& passage : context.prose()) {
      for (const auto& [begin, end] : passage.sentences) {
        const std::string_view sentence = passage.text.substr(begin, end - begin);
        const size_t used = sentence.find("主要用于");
        if (used == std::string_view::npos || !ContainsAny(sentence.substr(0, used), item.words) ||
            !ContainsAny(sentence.substr(used), item.uses) ||
            kDefines.Contains(sentence.substr(0, used)) || kNone.Contains(sentence) ||
            kAllowed.Contains(sentence.substr(used))) {
          continue;
        }
        Observation observation;
        observation.marks = {{passage.address, begin, end, "use"}};
        observation.facts = {*spent};
        observation.confidence = 0.7;
        observation.severity = Severity::kWarning;
        observation.stated = std::string(sentence.substr(used));
        observation.expression = "0 / " + std::string("主要用于");
        observation.message = {"文字说明该项经费的用途（" + std::string(sentence.substr(used)) +
                                   "），而其预算和实际支出均为0",
                               "the text tells what this money was spent on, but its budget and "
                               "spending are both 0"};
        sink.Observe(std::move(observation));
        break;
      }
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年公务用车运行维护费主要用于单位车辆加油、维修和保险。\n"
     "公务用车运行费预算0万元，实际支出0万元。\n",
     true, "nothing was spent on fuel"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "公务用车运行维护费：指单位公务用车的燃料费、维修费，主要用于车辆加油、维修。\n"
     "公务用车运行费预算0万元，实际支出0万元，本单位无公务用车。\n",
     false, "a definition"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年公务用车运行维护费主要用于单位车辆加油、维修和保险。\n"
     "公务用车运行费预算4.00万元，实际支出3.60万元。\n",
     false, "there was something to spend"},
};

}  // namespace

const Rule spending_of_nothing_described = {
    .id = "DIR104",
    .name = "spending-of-nothing-described",
    .severity = Severity::kWarning,
    .summary_zh = "金额为0的经费，文字却写明其用途。",
    .summary_en = "The text tells what money was spent on of which nothing was spent.",
    .advice_zh = "请核对金额，或删去沿用的用途说明。",
    .advice_en = "Check the amount, or remove the words left over.",
    .documentation = R"(## What it checks
公务用车运行维护费, 公务接待费 and 因公出国费 whose budget and spending are told as 0, against sentences that tell what such money was used for (主要用于…).
## Why it matters
Either the amount is wrong, or the words are those of another year or another body.
## When it stays silent
Definitions and the template's own words (按规定开支的…); sentences with a negation; when any amount of the item is not zero.
## Source
The words themselves.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
