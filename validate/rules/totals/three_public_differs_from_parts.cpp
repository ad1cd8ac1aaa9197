// SPDX-License-Identifier: GPL-3.0-or-later
//
// SUM106: “三公”经费支出决算21.66万元 here, 公务用车…18.40万元 and 公务接待费…3.26万元 in the
// paragraphs that follow: the whole is the sum of its three parts.
#include <array>
#include <string>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule three_public_differs_from_parts;

namespace {

constexpr std::array kParts = {PublicItem::kAbroad, PublicItem::kCars, PublicItem::kReception};

// The figure told of `item`, where all tellings are one value; else -1.
FactId TheOne(const CheckContext& context, PublicItem item, PublicSide side) {
  FactId one = -1;
  for (const PublicTelling& telling : context.three_public().tellings) {
    if (telling.item != item || telling.side != side) {
      continue;
    }
    if (one >= 0 &&
        context.At(one).quantity.BaseValue() != context.At(telling.fact).quantity.BaseValue()) {
      return -1;
    }
    one = one < 0 ? telling.fact : one;
  }
  return one;
}

void CheckSide(const CheckContext& context, PublicSide side, ClaimSink& sink) {
  Claim claim;
  claim.stated = Term::Of(TheOne(context, PublicItem::kWhole, side), "“三公”经费");
  if (claim.stated.fact < 0) {
    return;
  }
  const TextAddress& whole = context.At(claim.stated.fact).anchor.address;
  bool elsewhere = false;
  for (const PublicItem item : kParts) {
    const FactId part = TheOne(context, item, side);
    if (part < 0) {
      return;
    }
    elsewhere = elsewhere || context.At(part).anchor.address != whole;
    claim.operands.push_back(Term::Of(part, std::string(NameOf(item))));
  }
  if (!elsewhere) {
    return;  // one paragraph: what its own words say of parts (其中) is SUM101's
  }
  claim.idle = context.At(claim.stated.fact).quantity.value.IsZero();
  claim.reason = {"“三公”经费 = 因公出国（境）费 + 公务用车购置及运行费 + 公务接待费",
                  "三公 spending is made up of trips abroad, official cars and receptions"};
  claim.confidence = 0.92;
  sink.Propose(std::move(claim));
}

void Check(const CheckContext& context, ClaimSink& sink) {
  CheckSide(context, PublicSide::kBudget, sink);
  CheckSide(context, PublicSide::kSpent, sink);
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2023年度部门决算\n"
     "2023年度“三公”经费财政拨款支出决算为26.16万元。\n"
     "因公出国（境）费支出决算0万元。\n"
     "公务用车购置及运行维护费支出决算18.40万元。\n"
     "公务接待费支出决算3.26万元。\n",
     true, "0 + 18.40 + 3.26 is 21.66"},
    {"青石县林业局2023年度部门决算\n"
     "2023年度“三公”经费财政拨款支出决算为21.66万元。\n"
     "因公出国（境）费支出决算0万元。\n"
     "公务用车购置及运行维护费支出决算18.40万元。\n"
     "公务接待费支出决算3.26万元。\n",
     false, "it is"},
    {"青石县林业局2023年度部门决算\n"
     "2023年度“三公”经费财政拨款支出决算为21.66万元。\n"
     "公务接待费支出决算3.26万元。\n",
     false, "not all parts are told"},
};

}  // namespace

const Rule three_public_differs_from_parts = {
    .id = "SUM106",
    .name = "three-public-differs-from-parts",
    .severity = Severity::kError,
    .summary_zh = "“三公”经费决算与因公出国、公务用车、公务接待三项之和不符。",
    .summary_en = "三公 spending is not the sum of its three parts.",
    .advice_zh = "请核对“三公”经费总额与三个分项。",
    .advice_en = "Check the whole and its three parts.",
    .documentation = R"(## What it checks
The final figure of 三公 spending against 因公出国（境）费, 公务用车购置及运行费 and 公务接待费, told anywhere in the text as 支出决算 or 决算数.
## Why it matters
The parts stand in paragraphs of their own, so nobody adds them.
## When it stays silent
When one of the four is not told, or is told with several values (that is said elsewhere); budgets and last year's figures.
## Source
部门决算公开文本 七: “三公”经费财政拨款支出决算.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
