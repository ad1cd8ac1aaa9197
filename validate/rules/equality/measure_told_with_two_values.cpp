// SPDX-License-Identifier: GPL-3.0-or-later
//
// EQU101: 三公经费预算2.45 here and 3.22 there; 编制29人 in two places.
#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule measure_told_with_two_values;

namespace {

enum class Kind { kPlanned, kDone, kRate, kCount };

// How far back a figure's topic is looked for: longer than any sentence but a list without end.
constexpr uint32_t kTopicBytes = 3000;

struct Telling {
  FactId fact;
  const Passage* passage;
};

// The scope as the words say it: tellings of different scopes are not compared.
std::string ScopeWord(std::string_view words) {
  for (const std::string_view word : {"年初", "全年", "调整", "半年", "季度"}) {
    if (words.find(word) != std::string_view::npos) {
      return std::string(word);
    }
  }
  return "";
}

std::optional<Kind> KindOf(const CheckContext& context, const Said& said,
                           const RulePack::Measure& measure) {
  const Fact& fact = context.At(said.fact);
  if (IsChange(fact) || Has(fact.qualifiers, Qualifier::kShare)) {
    return std::nullopt;
  }
  if (measure.staff) {
    const bool bare =
        fact.quantity.unit.dimension == Dimension::kNone && TrimBlanks(said.label).ends_with("数");
    return bare || (fact.quantity.unit.dimension == Dimension::kCount &&
                    (fact.quantity.unit.symbol == "人" || fact.quantity.unit.symbol == "名"))
               ? std::optional(Kind::kCount)
               : std::nullopt;
  }
  if (fact.quantity.unit.dimension == Dimension::kRatio) {
    const bool result = TrimBlanks(said.before).ends_with("=") ||
                        ContainsAny(said.label, "控制率|执行率|完成预算的|完成年初预算的");
    return result && fact.quantity.BaseValue() != Decimal(1) ? std::optional(Kind::kRate)
                                                             : std::nullopt;
  }
  if (fact.quantity.unit.dimension != Dimension::kMoney) {
    return std::nullopt;
  }
  switch (StandingOf(context, said)) {
    case Standing::kPlanned:
      return Kind::kPlanned;
    case Standing::kDone:
      return Kind::kDone;
    case Standing::kUnknown:
      break;
  }
  return std::nullopt;
}

// What of the measure is told, for the headline: a bare 预算 says nothing.
const char* NameZh(Kind kind) {
  switch (kind) {
    case Kind::kPlanned:
      return "预算数";
    case Kind::kDone:
      return "支出数";
    case Kind::kRate:
      return "的比率";
    case Kind::kCount:
      break;
  }
  return "数";
}

const char* NameEn(Kind kind) {
  switch (kind) {
    case Kind::kPlanned:
      return " budget";
    case Kind::kDone:
      return " spending";
    case Kind::kRate:
      return " rate";
    case Kind::kCount:
      break;
  }
  return " number";
}

size_t LastOf(std::string_view text, std::string_view alternatives) {
  size_t last = std::string_view::npos;
  while (!alternatives.empty()) {
    const size_t bar = alternatives.find('|');
    const size_t at = text.rfind(alternatives.substr(0, bar));
    if (at != std::string_view::npos && (last == std::string_view::npos || at > last)) {
      last = at;
    }
    alternatives = bar == std::string_view::npos ? "" : alternatives.substr(bar + 1);
  }
  return last;
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const RulePack::Measure& measure : context.pack().measures()) {
    std::map<std::pair<Kind, std::string>, std::vector<Telling>> groups;
    // This year's figure in a written-out change of the measure: 变动率=(2.45-3.22)/3.22.
    std::vector<Telling> from_change;
    for (const Passage& passage : context.prose()) {
      if (passage.address.part == TextAddress::Part::kCell) {
        continue;
      }
      for (const Said& said : passage.figures) {
        const uint32_t begin = passage.sentences[static_cast<size_t>(said.sentence)].first;
        const uint32_t from = std::max(begin, said.begin - std::min(said.begin, kTopicBytes));
        const std::string_view sofar = passage.text.substr(from, said.begin - from);
        const size_t topic = LastOf(sofar, measure.words);
        if (topic == std::string_view::npos) {
          continue;
        }
        const std::string_view since = sofar.substr(topic);
        const size_t other = LastOf(sofar, "公用经费|预算完成率|采购|固定资产|结转");
        if (ContainsAny(since, measure.parts) ||
            (!measure.staff && other != std::string_view::npos && other > topic + 12) ||
            ContainsAny(since, "上年|去年|同比|比20|较20|得")) {
          continue;
        }
        if (measure.staff &&
            (since.size() > 40 || LastOf(since, "，|,|、|：|:") != std::string_view::npos)) {
          continue;
        }
        if (since.find("变动率") != std::string_view::npos) {
          if (context.At(said.fact).quantity.unit.dimension == Dimension::kMoney &&
              TrimBlanks(said.before).ends_with("(")) {
            from_change.push_back({said.fact, &passage});
          }
          continue;
        }
        const auto kind = KindOf(context, said, measure);
        if (kind) {
          groups[{*kind, ScopeWord(since)}].push_back({said.fact, &passage});
        }
      }
    }
    const auto compare = [&](Kind kind, const Telling& first, const Telling& other,
                             double confidence) {
      Claim claim;
      claim.kind = RelationKind::kEquality;
      claim.operands = {Term::Of(first.fact, "other mention")};
      claim.stated = Term::Of(other.fact, "figure");
      claim.reason = {"两处说的都是本年度" + std::string(measure.name) + "的同一数",
                      "both places tell this year's " + std::string(measure.name)};
      claim.confidence = confidence;
      const auto shown = [&](const Telling& telling) {
        return context.Printed(telling.fact) + context.At(telling.fact).quantity.unit.symbol;
      };
      claim.message = {std::string(measure.name) + NameZh(kind) + "，一处为" + shown(first) +
                           "，另一处为" + shown(other),
                       std::string(measure.name) + NameEn(kind) + " is told as " + shown(first) +
                           " in one place and " + shown(other) + " in another"};
      claim.idle = context.At(first.fact).quantity.value.IsZero();
      claim.cause = std::string(measure.name) + std::to_string(first.passage->address.block) + "/" +
                    std::to_string(other.passage->address.block);
      sink.Propose(std::move(claim));
    };
    for (const auto& [key, tellings] : groups) {
      for (size_t i = 1; i < tellings.size(); ++i) {
        const Dimension dimension = context.At(tellings[i].fact).quantity.unit.dimension;
        if (tellings[i].passage != tellings[0].passage &&
            (measure.staff || context.At(tellings[0].fact).quantity.unit.dimension == dimension)) {
          compare(key.first, tellings[0], tellings[i], measure.staff ? 0.75 : 0.85);
        }
      }
      if (key.first == Kind::kPlanned) {
        for (const Telling& change : from_change) {
          for (const Telling& telling : tellings) {
            if (telling.passage != change.passage) {
              compare(key.first, change, telling, 0.8);
            }
          }
        }
      }
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年度“三公”经费支出预算为2.45万元，支出决算为1.94万元，完成预算的79.18%。\n"
     "三公经费控制率:实际支出2.84万元/预算3.22万元*100%=88.20%。\n",
     true, "two budgets, two sums spent"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年度“三公”经费支出预算为2.45万元，支出决算为1.94万元，完成预算的79.18%。\n"
     "三公经费控制率:实际支出1.94万元/预算2.45万元*100%=79.18%。\n",
     false, "told alike"},
};

}  // namespace

const Rule measure_told_with_two_values = {
    .id = "EQU101",
    .name = "measure-told-with-two-values",
    .severity = Severity::kError,
    .summary_zh = "同一指标的同一口径，两处数字不同。",
    .summary_en = "One measure of one scope is told with two values.",
    .advice_zh = "请核对两处，改正有误的一处，或说明口径差异。",
    .advice_en = "Correct one of them, or say how their scopes differ.",
    .documentation = R"(## What it checks
Measures that a report has once a year (三公经费: budget, spending, rate; 编制 and 在职 staff) wherever the text tells them.
## Why it matters
One of two values is not true, and indicators are worked out from either.
## When it stays silent
Parts of the measure; last year's figures; other scopes (年初, 全年, 调整); rounding.
## Source
部门决算: one measure, one value.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
