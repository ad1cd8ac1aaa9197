// SPDX-License-Identifier: GPL-3.0-or-later
//
// EQU111: 核定事业编制20名 alone, and 行政在职19人: all staff of another kind than the posts.
#include <string>
#include <vector>

#include "base/pattern.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule staff_of_another_kind;

namespace {

bool CountsPeople(const Fact& fact) {
  return (fact.quantity.unit.dimension == Dimension::kCount &&
          ContainsAny(fact.quantity.unit.symbol, "人|名|个")) ||
         fact.quantity.unit.dimension == Dimension::kNone;
}

// Figures told with one of `words` right before them, zero left out.
std::vector<FactId> Told(const CheckContext& context, std::string_view words) {
  std::vector<FactId> told;
  for (const Passage& passage : context.prose()) {
    for (const Said& said : passage.figures) {
      const Fact& fact = context.At(said.fact);
      if (passage.address.part == TextAddress::Part::kBlock && CountsPeople(fact) &&
          !IsChange(fact) && !fact.quantity.value.IsZero() && ContainsAny(said.label, words)) {
        told.push_back(said.fact);
      }
    }
  }
  return told;
}

bool SaidAnywhere(const CheckContext& context, std::string_view words) {
  for (const TextAddress& address : context.document().AllTexts()) {
    if (ContainsAny(context.TextOf(address), words)) {
      return true;
    }
  }
  return false;
}

void Check(const CheckContext& context, ClaimSink& sink) {
  const std::vector<FactId> posts = Told(context, "事业编制");
  const std::vector<FactId> staff = Told(context, "行政在职|行政人员|公务员");
  // Bodies run like the civil service (参公) count their staff as 行政, and a body may have both.
  if (posts.empty() || staff.empty() ||
      SaidAnywhere(context,
                   "行政编制|参公|参照公务员|参照《公务员法》|公务员管理|所属单位|下属单位情况") ||
      !Told(context, "事业在职|事业人员|事业干部").empty()) {
    return;
  }
  // All of them: the number of 行政 staff is the number of staff.
  const std::vector<FactId> all = Told(context, "在职人员为|在职人员|实有人数|在职");
  bool every = false;
  for (const FactId one : all) {
    every = every || (one != staff.front() &&
                      context.At(one).quantity.value == context.At(staff.front()).quantity.value);
  }
  if (!every) {
    return;
  }
  Observation observation;
  for (const FactId id : {staff.front(), posts.front()}) {
    const Anchor& anchor = context.At(id).anchor;
    observation.marks.push_back(
        {anchor.address, anchor.begin, anchor.end, id == staff.front() ? "staff" : "posts"});
  }
  observation.facts = {staff.front(), posts.front()};
  observation.confidence = 0.7;
  observation.severity = Severity::kWarning;
  observation.stated = "行政";
  observation.computed = "事业";
  observation.expression = "行政 = 事业";
  observation.message = {"核定的只有事业编制，在职人员却全部写为行政人员",
                         "the posts are those of a public institution (事业), but all staff are "
                         "told as civil servants (行政)"};
  sink.Observe(std::move(observation));
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业工作站部门整体支出绩效自评报告\n"
     "青石县林业工作站为全额拨款事业单位，核定事业编制20名。\n"
     "2023年末实有在职人员19人，其中行政在职19人。\n",
     true, "all 19 are told as 行政"},
    {"2023年度青石县林业工作站部门整体支出绩效自评报告\n"
     "青石县林业工作站为参照公务员管理的事业单位，核定事业编制20名。\n"
     "2023年末实有在职人员19人，其中行政在职19人。\n",
     false, "run like the civil service"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "核定行政编制12名，事业编制20名。\n"
     "2023年末实有在职人员31人，其中行政人员12人，事业人员19人。\n",
     false, "posts and staff of both kinds"},
};

}  // namespace

const Rule staff_of_another_kind = {
    .id = "EQU111",
    .name = "staff-of-another-kind-than-posts",
    .severity = Severity::kWarning,
    .summary_zh = "只有事业编制，在职人员却写为行政人员。",
    .summary_en = "All staff are told as civil servants, all posts as those of an institution.",
    .advice_zh = "请核对编制性质和人员分类。",
    .advice_en = "Check the kind of the posts and of the staff.",
    .documentation = R"(## What it checks
事业编制 as the only posts told, against 行政 staff whose number is that of all staff.
## Why it matters
Kinds of staff decide quotas and pay; the template's first line is often filled in for want of the right one.
## When it stays silent
Bodies run like the civil service (参公); reports that tell 行政编制, 事业 staff, or bodies under them.
## Source
部门决算: 机构人员情况.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
