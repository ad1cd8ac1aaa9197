// SPDX-License-Identifier: GPL-3.0-or-later
//
// SUM102: 基本支出 + 项目支出 = 总额, told in different sections for each scope (opening budget,
// full-year budget, spent).
#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule components_differ_from_measure;

namespace {

enum class Part { kNone, kWhole, kBasic, kProject };

constexpr size_t kMaxValues = 4;

struct ScopeWords {
  const char* words;
  Scope scope;
  const char* zh;
  const char* en;
};

constexpr std::array<ScopeWords, 3> kScopes = {{
    {"年初预算|年初安排|年初批复|年初部门预算", Scope::kOpeningBudget, "年初预算",
     "opening budget"},
    {"全年预算|调整后预算|调整预算", Scope::kFullYearBudget, "全年预算", "full-year budget"},
    {"实际支出|决算数|全年执行|总支出|支出决算", Scope::kActual, "实际支出", "spending"},
}};

// Another slice of money than the whole, the basic or the project part.
constexpr std::string_view kOtherSlices =
    "三公|接待|车|采购|公用|人员经费|工资|商品|补助|上级|本级|其他|会议|培训|基金|国有资本|调整数|"
    "调增|调减|财政拨款|上年|结转|结余";

Part PartOf(std::string_view words) {
  if (ContainsAny(words, kOtherSlices)) {
    return Part::kNone;
  }
  const bool basic = ContainsAny(words, "基本支出");
  const bool project = ContainsAny(words, "项目支出|专项项目|项目专项|专项支出|项目年初");
  if (basic && project) {
    return Part::kNone;
  }
  return basic ? Part::kBasic : project ? Part::kProject : Part::kWhole;
}

struct Slot {
  std::array<std::vector<FactId>, 4> by_part;  // indexed by Part, one figure for each value
};

void AddFigure(const CheckContext& context, FactId id, Part part, Slot* slot) {
  std::vector<FactId>& list = slot->by_part[static_cast<size_t>(part)];
  const bool known = std::any_of(list.begin(), list.end(), [&](FactId other) {
    return context.At(other).quantity.BaseValue() == context.At(id).quantity.BaseValue();
  });
  if (!known && list.size() <= kMaxValues) {
    list.push_back(id);
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  std::array<Slot, kScopes.size()> slots;
  for (const Passage& passage : context.prose()) {
    if (passage.address.part == TextAddress::Part::kCell) {
      continue;
    }
    int sentence = -1;
    Part topic = Part::kWhole;
    for (const Said& said : passage.figures) {
      const Fact& fact = context.At(said.fact);
      const bool opens = said.sentence != sentence;
      if (opens) {
        sentence = said.sentence;
        topic = PartOf(std::string(said.before));
      }
      if (fact.quantity.unit.dimension != Dimension::kMoney || IsChange(fact) || said.depth > 0) {
        continue;
      }
      // 其中 opens a list of slices: what follows is not told of the sentence's topic.
      if (said.before.find("其中") != std::string_view::npos) {
        break;
      }
      const std::string words = std::string(said.label) + " " + fact.subject;
      Part part = PartOf(words);
      if (part == Part::kWhole) {
        part = topic;
      }
      if (part == Part::kNone) {
        continue;
      }
      for (size_t i = 0; i < kScopes.size(); ++i) {
        if (ContainsAny(words, kScopes[i].words)) {
          AddFigure(context, said.fact, part, &slots[i]);
          break;
        }
      }
    }
  }
  for (size_t i = 0; i < kScopes.size(); ++i) {
    const auto& wholes = slots[i].by_part[static_cast<size_t>(Part::kWhole)];
    const auto& basics = slots[i].by_part[static_cast<size_t>(Part::kBasic)];
    const auto& projects = slots[i].by_part[static_cast<size_t>(Part::kProject)];
    std::vector<Claim> readings;
    const bool unambiguous = wholes.size() == 1 && basics.size() == 1 && projects.size() == 1;
    for (const FactId whole : wholes) {
      for (const FactId basic : basics) {
        for (const FactId project : projects) {
          Claim claim;
          claim.operands = {Term::Of(basic, "basic expenditure"),
                            Term::Of(project, "project expenditure")};
          claim.stated = Term::Of(whole, "total");
          claim.reason = {
              std::string(kScopes[i].zh) + "：总额由基本支出和项目支出构成",
              std::string(kScopes[i].en) + ": the total is basic plus project expenditure"};
          claim.confidence = 0.9;
          claim.only_if_held = !unambiguous;
          readings.push_back(std::move(claim));
        }
      }
    }
    if (!readings.empty()) {
      sink.Propose(std::move(readings));
    } else if (!wholes.empty() && (basics.empty() != projects.empty())) {
      sink.CannotTest({std::string(kScopes[i].zh) + "只列出基本支出或项目支出之一",
                       std::string(kScopes[i].en) + ": only one of basic and project is told"});
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年我单位年初预算数为392.00万元。\n"
     "基本支出年初预算375.00万元。\n"
     "项目支出年初预算11.00万元。\n",
     true, "375 + 11 is 386"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年我单位年初预算数为386.00万元。\n"
     "基本支出年初预算375.00万元。\n"
     "项目支出年初预算11.00万元。\n",
     false, "the two make up the whole"},
};

}  // namespace

const Rule components_differ_from_measure = {
    .id = "SUM102",
    .name = "components-differ-from-measure",
    .severity = Severity::kError,
    .summary_zh = "基本支出与项目支出之和与总额不符。",
    .summary_en = "Basic and project expenditure do not add up to the total told elsewhere.",
    .advice_zh = "请核对三处的数字，并确认口径一致。",
    .advice_en = "Check the three figures and that they are of one scope.",
    .documentation = R"(## What it checks
The total, the basic and the project part of one scope (opening budget, full-year budget, spending), each told in its own section.
## Why it matters
The sections are typed by different hands; a gap between them is found by nobody who reads one section.
## When it stays silent
When any of the three is told with several values and some combination agrees, or no combination is sure to be meant; for other slices of the money.
## Source
部门预算 and 部门决算: 支出 = 基本支出 + 项目支出 (for bodies without business or subsidiary spending).)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
