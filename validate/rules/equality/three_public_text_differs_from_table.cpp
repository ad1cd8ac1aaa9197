// SPDX-License-Identifier: GPL-3.0-or-later
//
// EQU121: each item of 三公经费 in the text against its cell of the table, budget and spending.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/pattern.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/evaluate.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule three_public_text_differs_from_table;

namespace {

// The set tells the report's own year: no last year's column, no difference.
bool OfThisYear(const CheckContext& context, const PublicSet& set) {
  static const Pattern kYear("(20\\d\\d)年");
  if (ContainsAny(set.words, "上年|去年|增|减|变动|比")) {
    return false;
  }
  Pattern::Match match;
  return context.year() == 0 || !kYear.Find(set.words, 0, &match) ||
         match.group[1] == std::to_string(context.year());
}

// 年初预算 in the text and 全年预算 in the table are two budgets.
bool SameBudget(const CheckContext& context, FactId told, const PublicSet& set) {
  for (const char* word : {"年初", "全年", "调整"}) {
    if (ContainsAny(context.At(told).subject, word) != ContainsAny(set.words, word)) {
      return false;
    }
  }
  return true;
}

bool Holds(const Claim& claim, const FactSet& facts) {
  const RelationStatus status = StatusOf(claim, facts);
  return status == RelationStatus::kHeld || status == RelationStatus::kRounding;
}

// A telling against the sets that may hold it: one reading each.
std::vector<Claim> ClaimsOf(const CheckContext& context, const PublicTelling& telling) {
  std::vector<Claim> readings;
  for (const PublicSet& set : context.three_public().sets) {
    const FactId cell = set.Of(telling.item);
    if (cell < 0 || set.side != telling.side || telling.side == PublicSide::kUnknown ||
        !OfThisYear(context, set) || !Comparable(context.At(cell), context.At(telling.fact)) ||
        context.UnitIsDoubted(cell)) {
      continue;
    }
    Claim claim;
    claim.kind = RelationKind::kEquality;
    claim.operands = {Term::Of(cell, "table")};
    claim.stated = Term::Of(telling.fact, "text");
    claim.reason = {
        "文字中的" + std::string(NameOf(telling.item)) + "应与“" + set.table->title + "”一致",
        "the text tells a cell of the table of 三公 spending"};
    claim.confidence = 0.9;
    claim.idle = context.At(cell).quantity.value.IsZero() &&
                 context.At(telling.fact).quantity.value.IsZero();
    claim.only_if_held = !set.table->sure || (telling.side == PublicSide::kBudget &&
                                              !SameBudget(context, telling.fact, set));
    readings.push_back(std::move(claim));
  }
  return readings;
}

void Check(const CheckContext& context, ClaimSink& sink) {
  std::vector<std::vector<Claim>> all;
  size_t held = 0;
  size_t broken = 0;
  for (const PublicTelling& telling : context.three_public().tellings) {
    std::vector<Claim> readings = ClaimsOf(context, telling);
    if (readings.empty()) {
      continue;
    }
    const bool holds = std::any_of(readings.begin(), readings.end(), [&](const Claim& claim) {
      return Holds(claim, context.facts());
    });
    held += holds && !readings.front().idle ? 1 : 0;
    broken += holds ? 0 : 1;
    all.push_back(std::move(readings));
  }
  // Where most differ the text speaks of another body, fund or year than the table.
  const bool believed = broken == 1 || held >= broken;
  for (std::vector<Claim>& readings : all) {
    for (Claim& claim : readings) {
      claim.only_if_held = claim.only_if_held || !believed;
    }
    sink.Propose(std::move(readings));
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2024年度部门决算\n"
     "2024年度“三公”经费支出预算21.00万元，支出决算18.60万元。\n"
     "公务接待费支出3.70万元。\n"
     "“三公”经费支出决算表\n单位：万元\n"
     "项目\t预算数\t决算数\n"
     "合计\t21.00\t18.60\n"
     "1.因公出国（境）费\t0.00\t0.00\n"
     "2.公务用车购置及运行费\t16.00\t15.20\n"
     "3.公务接待费\t5.00\t3.40\n",
     true, "3.70 in the text, 3.40 in the table"},
    {"青石县林业局2024年度部门决算\n"
     "2024年度“三公”经费支出预算21.00万元，支出决算18.60万元，比2023年支出决算20.10万元减少1."
     "50万元。\n"
     "公务接待费支出3.40万元，其中国内公务接待费3.10万元，完成预算5.00万元的68.00%。\n"
     "“三公”经费支出决算表\n单位：万元\n"
     "项目\t预算数\t决算数\n"
     "合计\t21.00\t18.60\n"
     "1.因公出国（境）费\t0.00\t0.00\n"
     "2.公务用车购置及运行费\t16.00\t15.20\n"
     "3.公务接待费\t5.00\t3.40\n",
     false, "last year's figure and a part of reception are told of other things"},
};

}  // namespace

const Rule three_public_text_differs_from_table = {
    .id = "EQU121",
    .name = "three-public-text-differs-from-table",
    .severity = Severity::kError,
    .summary_zh = "文字所述“三公”经费各项与“三公”经费表不一致。",
    .summary_en = "The text tells an item of 三公 spending otherwise than the table.",
    .advice_zh = "请核对文字与“三公”经费表。",
    .advice_en = "Check the text against the table.",
    .documentation = R"(## What it checks
What the text says was budgeted and spent on 三公经费, trips abroad, official cars (bought, run) and receptions against the report's table of them.
## Why it matters
These figures are read and compared every year; text and table are often typed apart.
## When it stays silent
Last year's figures and changes; parts of an item (国内接待); 年初预算 against a table of 全年预算; when most of what the text tells differs from the table, for then it speaks of another body or year; blank cells.
## Source
部门决算公开07表 and its section of the text.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
