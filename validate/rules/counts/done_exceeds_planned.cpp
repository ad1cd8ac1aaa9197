// SPDX-License-Identifier: GPL-3.0-or-later
//
// CNT102: 受理216户，许可合格216户; 立案2起，结案3起: what was done of things counted just before.
#include <string>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule done_exceeds_planned;

namespace {

constexpr size_t kBracket = 30;  // bytes after a figure in which a bracket may explain it

struct Step {
  const char* of;
  const char* done;
  // More may well be done than was counted before: cases of earlier years are closed, a task is
  // passed, posts are exceeded. Only ever a confirmation.
  bool may_exceed;
};

constexpr Step kSteps[] = {{"受理|申请", "合格|许可", false},
                           {"受理|申请", "办结", true},
                           {"立案", "结案", true},
                           {"发现问题|发现存在问题", "整改", false},
                           {"抽检|复检", "合格", false},
                           {"应监督|应检查", "实际监督|实际检查", false},
                           {"抽取任务|任务", "完成", true},
                           {"编制", "在编|在职|实有", true}};

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const Passage& passage : context.prose()) {
    for (size_t i = 1; i < passage.figures.size(); ++i) {
      const Said& of = passage.figures[i - 1];
      const Said& done = passage.figures[i];
      const Fact& a = context.At(of.fact);
      const Fact& b = context.At(done.fact);
      const bool bare = a.quantity.unit.symbol.empty() != b.quantity.unit.symbol.empty() &&
                        (a.quantity.unit.dimension == Dimension::kCount ||
                         b.quantity.unit.dimension == Dimension::kCount);
      if (of.sentence != done.sentence || IsChange(a) || IsChange(b) ||
          !(bare || (a.quantity.unit.dimension == Dimension::kCount && Comparable(a, b)))) {
        continue;
      }
      for (const Step& step : kSteps) {
        if (!ContainsAny(of.label, step.of) || !ContainsAny(done.label, step.done)) {
          continue;
        }
        Claim claim;
        claim.kind = RelationKind::kBound;
        claim.operands = {Term::Of(done.fact, "done")};
        claim.stated = Term::Of(of.fact, "of");
        claim.reason = {"完成数不会多于其所从出的总数",
                        "what was done is of what was counted before"};
        claim.confidence = 0.7;
        claim.severity = Severity::kWarning;
        claim.only_if_held = bare || step.may_exceed ||
                             ContainsAny(done.label, "累计|含|往年|上年|历年") ||
                             ContainsAny(done.after.substr(0, kBracket), "含|上年|往年|历年|累计");
        sink.Propose(std::move(claim));
        break;
      }
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "全年共受理许可申请216户，许可合格226户。\n",
     true, "226 of 216"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "全年共受理许可申请216户，许可合格216户。\n",
     false, "all of them"},
};

}  // namespace

const Rule done_exceeds_planned = {
    .id = "CNT102",
    .name = "done-exceeds-counted",
    .severity = Severity::kWarning,
    .summary_zh = "完成（合格、结案、整改）数多于受理（抽检、立案、发现）数。",
    .summary_en = "More was done than was counted just before.",
    .advice_zh = "请核对两数。",
    .advice_en = "Check both counts.",
    .documentation = R"(## What it checks
Neighbouring counts of one kind whose words are steps of one course: 受理 and 合格, 立案 and 结案, 发现 and 整改, 抽检 and 合格.
## Why it matters
The later step cannot have more cases than the earlier.
## When it stays silent
Counts of different kinds; staff against establishment.
## Source
The words themselves.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
