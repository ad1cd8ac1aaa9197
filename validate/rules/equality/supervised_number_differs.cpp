// SPDX-License-Identifier: GPL-3.0-or-later
//
// EQU107: 应监督医疗机构988间 here, and 医疗机构1154间 in the list of 监管对象: the number that
// ought to be inspected is the number there is.
#include <map>
#include <string>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/reading/subject.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule supervised_number_differs;

namespace {

bool CountsPlaces(const Fact& fact) {
  return fact.quantity.unit.dimension == Dimension::kCount && !IsChange(fact) &&
         !Has(fact.qualifiers, Qualifier::kAbout) && !Has(fact.qualifiers, Qualifier::kMoreThan);
}

void Check(const CheckContext& context, ClaimSink& sink) {
  // The list: items of one passage after 监管对象, by what they are called.
  std::map<std::string, FactId> listed;
  for (const Passage& passage : context.prose()) {
    const size_t at = passage.text.find("监管对象");
    if (at == std::string_view::npos) {
      continue;
    }
    for (const Said& said : passage.figures) {
      if (said.begin > at && said.depth == 0 && CountsPlaces(context.At(said.fact)) &&
          (said.before.starts_with("、") || said.before.starts_with("）、") ||
           said.before.starts_with(")、"))) {
        listed.emplace(SubjectKey(said.label), said.fact);
      }
    }
  }
  for (const Passage& passage : context.prose()) {
    for (const Said& said : passage.figures) {
      const size_t at = said.label.find("应监督");
      if (at == std::string_view::npos || !CountsPlaces(context.At(said.fact))) {
        continue;
      }
      const auto it =
          listed.find(SubjectKey(said.label.substr(at + std::string_view("应监督").size())));
      if (it == listed.end() || it->second == said.fact ||
          !Comparable(context.At(it->second), context.At(said.fact))) {
        continue;
      }
      Claim claim;
      claim.kind = RelationKind::kEquality;
      claim.operands = {Term::Of(it->second, "number there is")};
      claim.stated = Term::Of(said.fact, "number to be supervised");
      claim.reason = {
          "应监督数即监管对象数（统计时点不同时应说明）",
          "what ought to be supervised is what is on the list (days of counting may differ)"};
      claim.confidence = 0.65;
      claim.severity = Severity::kWarning;
      sink.Propose(std::move(claim));
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "全县监管对象情况：苗圃570间、林场30间、加工企业115间。\n"
     "全县应监督加工企业98间，实际监督98间。\n",
     true, "115 and 98"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "全县监管对象情况：苗圃570间、林场30间、加工企业115间。\n"
     "全县应监督加工企业115间，实际监督115间。\n",
     false, "the same"},
};

}  // namespace

const Rule supervised_number_differs = {
    .id = "EQU107",
    .name = "supervised-number-differs",
    .severity = Severity::kWarning,
    .summary_zh = "应监督数与监管对象数不一致。",
    .summary_en = "The number to be supervised is not the number of those on the list.",
    .advice_zh = "请核对两数；如统计时点不同，请注明。",
    .advice_en = "Check both, or say on which days they were counted.",
    .documentation = R"(## What it checks
应监督X N间 against X in the passage that lists the 监管对象.
## Why it matters
The coverage rate (监督覆盖率) has this number as its denominator.
## When it stays silent
Names that are not alike; numbers told as about or more than.
## Source
The words themselves.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
