// SPDX-License-Identifier: GPL-3.0-or-later
//
// RAT103: arithmetic that the author wrote out: 11人/编制29人*100%=38%; (2.45-3.22)/3.22*100%=-24%;
// 375.18+11.74=386.92.
#include <string>
#include <vector>

#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule written_out_arithmetic;

namespace {

constexpr size_t kMaxOperands = 12;

// The one operator among the words between two figures: + - * / = or 0 for none, '?' for several.
// Brackets are looked through.
char OperatorIn(std::string_view words) {
  char found = 0;
  for (size_t at = 0; at < words.size();) {
    const Utf8Step step = DecodeUtf8(words, at);
    at += step.length;
    char now = 0;
    switch (FoldWidth(step.code)) {
      case U'+':
        now = '+';
        break;
      case U'-':
      case U'−':
      case U'–':
      case U'—':
        now = '-';
        break;
      case U'*':
      case U'×':
      case U'✕':
        now = '*';
        break;
      case U'/':
      case U'÷':
        now = '/';
        break;
      case U'=':
      case U'≈':
        now = '=';
        break;
      case U',':
      case U'、':
      case U';':
      case U'。':
        return '?';
      default:
        break;
    }
    if (now != 0) {
      if (found != 0) {
        return '?';
      }
      found = now;
    }
  }
  return found;
}

void Propose(const CheckContext& context, const std::vector<const Said*>& terms,
             const std::string& operators, ClaimSink& sink) {
  // The last operator is '='; a trailing "* 100%" scales nothing.
  std::vector<const Said*> left(terms.begin(), terms.end() - 1);
  std::string ops = operators.substr(0, operators.size() - 1);
  const Said& result = *terms.back();
  if (ops.size() >= 2 && ops.back() == '*' &&
      context.At(left.back()->fact).quantity.BaseValue() == Decimal(1) &&
      context.At(left.back()->fact).quantity.unit.dimension == Dimension::kRatio) {
    ops.pop_back();
    left.pop_back();
  }
  Claim claim;
  claim.stated = Term::Of(result.fact, "result", 1);
  claim.reason = {"作者写出的算式", "the author wrote the arithmetic out"};
  claim.confidence = 0.95;
  const auto comparable = [&](const Said* a, const Said* b) {
    const Fact& x = context.At(a->fact);
    const Fact& y = context.At(b->fact);
    return Comparable(x, y) || (x.quantity.unit.dimension == Dimension::kNone &&
                                y.quantity.unit.dimension == Dimension::kNone);
  };
  if (ops == "/" && comparable(left[0], left[1])) {
    claim.kind = RelationKind::kRatio;
    claim.operands = {Term::Of(left[0]->fact, "numerator"), Term::Of(left[1]->fact, "denominator")};
  } else if (ops == "-/" && comparable(left[0], left[1]) &&
             context.At(left[1]->fact).quantity.BaseValue() ==
                 context.At(left[2]->fact).quantity.BaseValue()) {
    claim.kind = RelationKind::kGrowth;
    claim.operands = {Term::Of(left[0]->fact, "current"), Term::Of(left[1]->fact, "base")};
  } else if (!ops.empty() && ops.find_first_not_of("+-") == std::string::npos &&
             comparable(left[0], &result)) {
    claim.operands = {Term::Of(left[0]->fact, "term")};
    for (size_t i = 0; i < ops.size(); ++i) {
      if (!comparable(left[i + 1], &result)) {
        return;
      }
      claim.operands.push_back(Term::Of(left[i + 1]->fact, "term", ops[i] == '-' ? -1 : 1));
    }
  } else {
    return;
  }
  sink.Propose(std::move(claim));
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const Passage& passage : context.prose()) {
    for (size_t i = 1; i < passage.figures.size(); ++i) {
      if (OperatorIn(passage.figures[i].before) != '=') {
        continue;
      }
      std::vector<const Said*> terms = {&passage.figures[i]};
      std::string operators = "=";
      for (size_t at = i; at-- > 0 && terms.size() < kMaxOperands;) {
        terms.insert(terms.begin(), &passage.figures[at]);
        const char op = at > 0 ? OperatorIn(passage.figures[at].before) : '\0';
        if (at == 0 || op == 0 || op == '?' || op == '=' ||
            passage.figures[at].sentence != passage.figures[i].sentence) {
          break;
        }
        operators.insert(operators.begin(), op);
      }
      if (operators.size() >= 2 && terms.size() == operators.size() + 1) {
        Propose(context, terms, operators, sink);
      }
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "在职人员控制率：在职11人/编制29人*100%=48%，得3分。\n",
     true, "11 / 29 is 38%"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "在职人员控制率：在职11人/编制29人*100%=38%，得3分。\n",
     false, "37.93 rounds to 38"},
};

}  // namespace

const Rule written_out_arithmetic = {
    .id = "RAT103",
    .name = "written-out-arithmetic-is-wrong",
    .severity = Severity::kError,
    .summary_zh = "写出的算式与其结果不符。",
    .summary_en = "Arithmetic that is written out does not give its result.",
    .advice_zh = "请重新计算。",
    .advice_en = "Work it out again.",
    .documentation = R"(## What it checks
Expressions with operators between figures and an equals sign: quotients (×100% looked through), changes over a base, sums and differences; words between the figures are allowed.
## Why it matters
The author shows the working; when it does not give the result either an operand or the result was typed wrong.
## When it stays silent
Formulas in words; expressions of other shapes; results by rounding or truncation.
## Source
Arithmetic.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
