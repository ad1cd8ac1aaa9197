// SPDX-License-Identifier: GPL-3.0-or-later
//
// RAT105: the same figure with the same change told differently in two places: 30.18万元, +13.29%
// here and −36.17% there; 在职19人，减少1人 here and 增加1人 there.
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/reading/subject.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule change_told_twice;

namespace {

// A small count repeats by chance.
constexpr int kLeastCount = 5;

enum class Against { kUnsaid, kLastYear, kBudget };

struct Telling {
  FactId amount;
  FactId change;
  std::string subject;
  Against against;
};

Against AgainstOf(std::string_view words) {
  if (ContainsAny(words, "预算|年初")) {
    return Against::kBudget;
  }
  return SpeaksOfComparison(words) || ContainsAny(words, "上年") ? Against::kLastYear
                                                                 : Against::kUnsaid;
}

bool SameTelling(const Telling& a, const Telling& b) {
  return SameThing(a.subject, b.subject) &&
         (a.against == b.against || a.against == Against::kUnsaid || b.against == Against::kUnsaid);
}

void Compare(const CheckContext& context, const std::vector<Telling>& tellings, ClaimSink& sink) {
  const auto value = [&](const Telling& t) {
    const Fact& fact = context.At(t.change);
    return DirectionOf(fact) * fact.quantity.BaseValue();
  };
  // The telling most others agree with is what the rest are held against.
  const Telling* best = nullptr;
  int most = 0;
  for (const Telling& candidate : tellings) {
    int agree = 0;
    for (const Telling& other : tellings) {
      agree += SameTelling(candidate, other) && value(candidate) == value(other) ? 1 : 0;
    }
    if (agree > most) {
      most = agree;
      best = &candidate;
    }
  }
  for (const Telling& telling : tellings) {
    if (&telling == best || !SameTelling(telling, *best)) {
      continue;
    }
    Claim claim;
    claim.kind = RelationKind::kEquality;
    claim.operands = {
        Term::Of(best->change, "other mention", DirectionOf(context.At(best->change)))};
    claim.stated = Term::Of(telling.change, "change", DirectionOf(context.At(telling.change)));
    const std::string name = context.At(telling.amount).subject;
    claim.reason = {"两处说的是同一项（" + name + "）的同一变动",
                    "both places tell the same change of one figure (" + name + ")"};
    claim.confidence = 0.92;
    sink.Propose(std::move(claim));
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  // By the figure that changed (dimension, value in base units) and the kind of its change.
  std::map<std::tuple<int, std::string, int>, std::vector<Telling>> groups;
  for (const Passage& passage : context.prose()) {
    for (size_t i = 1; i < passage.figures.size(); ++i) {
      const Said& amount = passage.figures[i - 1];
      const Said& change = passage.figures[i];
      const Fact& of = context.At(amount.fact);
      const Fact& by = context.At(change.fact);
      const Dimension dimension = of.quantity.unit.dimension;
      if (amount.sentence != change.sentence || !IsChange(by) || IsChange(of) ||
          (dimension != Dimension::kMoney && dimension != Dimension::kCount) ||
          of.quantity.value < Decimal(dimension == Dimension::kCount ? kLeastCount : 1)) {
        continue;
      }
      if (by.quantity.unit.dimension != Dimension::kRatio && !Comparable(of, by)) {
        continue;
      }
      groups[{static_cast<int>(dimension), of.quantity.BaseValue().ToShortString(),
              static_cast<int>(by.quantity.unit.dimension)}]
          .push_back({amount.fact, change.fact, SubjectKey(of.subject), AgainstOf(change.before)});
    }
  }
  for (const auto& [key, tellings] : groups) {
    if (tellings.size() > 1) {
      Compare(context, tellings, sink);
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年商品和服务支出30.18万元，比上年增加13.29%。\n"
     "从结构看，商品服务支出30.18万元，比上年减少36.17%。\n",
     true, "one figure, two changes"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "2023年商品和服务支出30.18万元，比上年增加13.29%。\n"
     "从预算看，商品和服务支出30.18万元，比年初预算增加5.10%。\n",
     false, "the second change is against the budget"},
};

}  // namespace

const Rule change_told_twice = {
    .id = "RAT105",
    .name = "change-told-twice-differently",
    .severity = Severity::kError,
    .summary_zh = "同一数字的同一增减变动，两处说法不同。",
    .summary_en = "The same change of the same figure is told differently in two places.",
    .advice_zh = "请核对上年数，统一两处的增减方向和幅度。",
    .advice_en = "Check last year's figure and make both places say the same.",
    .documentation = R"(## What it checks
A figure that is followed by its change (amount or rate), told again elsewhere: same value, same subject, same comparison. Direction and size of the change must agree.
## Why it matters
Of two contradicting changes one is false, and readers quote either.
## When it stays silent
When the comparisons differ (last year, budget); small counts; figures of different subjects.
## Source
Arithmetic.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
