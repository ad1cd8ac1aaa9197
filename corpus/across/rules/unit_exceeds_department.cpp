// SPDX-License-Identifier: GPL-3.0-or-later
//
// COR105: a unit's total is more than that of the department it belongs to.
#include <algorithm>
#include <array>
#include <string>

#include "corpus/across/cross_rule.h"
#include "corpus/across/figures.h"

namespace crossfoot::cross_rules {

extern const CrossRule unit_exceeds_department;

namespace {

constexpr std::array<std::string_view, 6> kTotals = {
    "income.grand_total",      "income.year",
    "expenditure.grand_total", "expenditure.year",
    "three_public.reception",  "three_public.vehicle_running"};

std::string Total(const StoredFact& fact) {
  const bool known =
      std::find(kTotals.begin(), kTotals.end(), std::string_view(fact.metric)) != kTotals.end();
  return known ? fact.metric + "\n" + fact.scope : "";
}

// The department's report covers the unit when it names it.
bool Names(const ReportContents& department, const StoredReport& unit) {
  for (const StoredParagraph& paragraph : department.paragraphs) {
    if (paragraph.text.find(unit.entity) != std::string::npos) {
      return true;
    }
  }
  return false;
}

void Compare(const ReportPair& pair, CrossSink& sink) {
  const ReportGenre genre = pair.report.who.genre;
  if (genre != ReportGenre::kBudget && genre != ReportGenre::kFinalAccounts) {
    return;
  }
  // A name that begins like the department's alone may be another office: 县委 and 县委组织部.
  if (!Names(pair.other, pair.report.who) &&
      pair.report.who.office.find("(本级)") == std::string::npos) {
    return;
  }
  const FiguresByWords unit = UniqueFiguresBy(pair.report.facts, pair.report.who.year, Total);
  const FiguresByWords department = UniqueFiguresBy(pair.other.facts, pair.other.who.year, Total);
  for (const auto& [total, fact] : unit) {
    const auto other = department.find(total);
    if (other == department.end()) {
      continue;
    }
    Comparison comparison = Compared(ToldAs(*fact), *other->second);
    const bool exceeds = fact->low > other->second->high;
    comparison.status = exceeds ? "violated" : "held";
    comparison.message = {"单位的“" + fact->subject + "”为" + fact->shown +
                              (exceeds ? "，大于" : "，不大于") + "主管部门" +
                              pair.other.who.entity + "的" + other->second->shown,
                          "the unit's “" + fact->subject + "” is " + fact->shown +
                              (exceeds ? ", more than the " : ", within the ") +
                              other->second->shown + " of its department"};
    if (exceeds) {
      comparison.severity = Severity::kWarning;
      comparison.confidence = 0.7;
    }
    sink.Put(std::move(comparison));
  }
}

constexpr CrossExample kExamples[] = {
    {"=== department.txt\n"
     "青石县林业局2023年度部门决算\n一、部门构成\n"
     "纳入本部门决算编制范围的单位包括青石县林业局种苗站。\n二、收支情况\n"
     "2023年本年支出合计决算数为500.00万元。\n"
     "=== unit.txt\n"
     "青石县林业局种苗站2023年度单位决算\n一、收支情况\n"
     "2023年本年支出合计决算数为5000.00万元。\n",
     true, "a part cannot spend ten times what the whole did"},
    {"=== department.txt\n"
     "青石县林业局2023年度部门决算\n一、收支情况\n2023年本年支出合计决算数为500.00万元。\n"
     "=== unit.txt\n"
     "青石县林业局种苗站2023年度单位决算\n一、收支情况\n"
     "2023年本年支出合计决算数为50.00万元。\n",
     false, "the unit is within its department"},
};

}  // namespace

const CrossRule unit_exceeds_department = {
    .id = "COR105",
    .name = "unit-exceeds-its-department",
    .severity = Severity::kWarning,
    .summary_zh = "单位的总额大于其主管部门的总额。",
    .summary_en = "A unit's total is more than that of the department it belongs to.",
    .advice_zh = "请核对单位与部门报告的单位、口径和编制范围。",
    .advice_en = "Check unit, scope and coverage of both reports.",
    .documentation = R"(## What it checks
Totals of a unit against those of the department whose name its own begins with and whose report names it (青石县林业局种苗站), and of an office itself (本级) against its department, for the same year, both budgets or both final accounts: the part must not exceed the whole.
## Why it matters
A department's budget and final accounts include its units'. A unit above its department was left out there, or one of the two mistook its unit of measure.
## When it stays silent
A unit within its department: what the department adds and what it cancels out among its units is not known. Units that the department's report does not name.
## Source
COR-04 of the working list: the units' final accounts against the department's.)",
    .examples = kExamples,
    .pairing = Pairing::kUnit,
    .compare = Compare,
};

}  // namespace crossfoot::cross_rules
