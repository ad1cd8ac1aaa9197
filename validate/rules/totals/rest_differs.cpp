// SPDX-License-Identifier: GPL-3.0-or-later
//
// SUM104: 发现86间，8间立案，其余64间整改: what is called the rest must be the rest.
#include <algorithm>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule rest_differs;

namespace {

constexpr size_t kReach = 6;

// 间 and 间次 count the same houses here: one is the other with a measure of times.
bool OneKind(const Fact& a, const Fact& b) {
  if (Comparable(a, b)) {
    return true;
  }
  const auto& x = a.quantity.unit;
  const auto& y = b.quantity.unit;
  return x.dimension == Dimension::kCount && y.dimension == Dimension::kCount &&
         (x.symbol == y.symbol + "次" || y.symbol == x.symbol + "次");
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const Passage& passage : context.prose()) {
    for (size_t i = 2; i < passage.figures.size(); ++i) {
      const Said& rest = passage.figures[i];
      if (!ContainsAny(rest.label, "其余|剩余的|余下")) {
        continue;
      }
      const Fact& fact = context.At(rest.fact);
      std::vector<const Said*> before;
      for (size_t back = 1; back <= std::min(i, kReach); ++back) {
        const Said& said = passage.figures[i - back];
        if (rest.sentence - said.sentence > 1 || !OneKind(context.At(said.fact), fact) ||
            IsChange(context.At(said.fact))) {
          break;
        }
        before.push_back(&said);
      }
      // The whole is the nearest figure that is larger than all between.
      std::vector<Claim> readings;
      bool plain_found = false;
      for (size_t w = 1; w < before.size(); ++w) {
        Claim claim;
        claim.stated = Term::Of(before[w]->fact, "total");
        Decimal largest = 0;
        for (size_t k = 0; k < w; ++k) {
          claim.operands.push_back(Term::Of(before[k]->fact, "part"));
          largest = std::max(largest, context.At(before[k]->fact).quantity.BaseValue(),
                             [](const Decimal& a, const Decimal& b) { return a < b; });
        }
        claim.operands.push_back(Term::Of(rest.fact, "rest"));
        claim.reason = {"“其余”说明各部分合起来就是总数",
                        "“the rest” says that the parts make up the total"};
        const Decimal whole = context.At(before[w]->fact).quantity.BaseValue();
        const bool plain = !plain_found && whole > largest && whole > fact.quantity.BaseValue();
        plain_found = plain_found || plain;
        claim.confidence = 0.8;
        claim.only_if_held = !plain;
        if (!Comparable(context.At(before[w]->fact), fact)) {
          claim.severity = Severity::kWarning;
        }
        readings.push_back(std::move(claim));
      }
      if (!readings.empty()) {
        sink.Propose(std::move(readings));
      }
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "检查发现问题企业86家，对其中8家立案查处，其余64家责令整改。\n",
     true, "8 + 64 is 72"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "检查发现问题企业86家，对其中22家立案查处，其余64家责令整改。\n",
     false, "22 + 64 is 86"},
};

}  // namespace

const Rule rest_differs = {
    .id = "SUM104",
    .name = "rest-is-not-the-rest",
    .severity = Severity::kError,
    .summary_zh = "“其余”之数与总数减去已列部分不符。",
    .summary_en = "What is called the rest is not the total less what was named.",
    .advice_zh = "请核对总数、已列部分和其余部分。",
    .advice_en = "Check the total, the parts and the rest.",
    .documentation = R"(## What it checks
其余, 余下, 剩余的 before a figure: with the parts named since the last larger figure of the same kind it must make up that figure.
## Why it matters
The word says that nothing is left over; if something is, cases went missing.
## When it stays silent
When figures of another kind stand between; when any figure named before is the sum.
## Source
The word itself.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
