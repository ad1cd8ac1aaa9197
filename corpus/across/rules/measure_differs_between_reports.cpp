// SPDX-License-Identifier: GPL-3.0-or-later
//
// COR104: two different reports of one office for one year tell one measure with two values: the
// text of a budget and its tables published apart, an evaluation and the final accounts.
#include <algorithm>
#include <array>
#include <string>

#include "corpus/across/cross_rule.h"
#include "corpus/across/figures.h"

namespace crossfoot::cross_rules {

extern const CrossRule measure_differs_between_reports;

namespace {

// Measures that mean one thing in every report of an office.
constexpr std::array<std::string_view, 13> kMeasures = {"income.grand_total",
                                                        "income.year",
                                                        "expenditure.grand_total",
                                                        "expenditure.year",
                                                        "expenditure.basic",
                                                        "expenditure.project",
                                                        "three_public.total",
                                                        "three_public.abroad",
                                                        "three_public.vehicle_purchase",
                                                        "three_public.vehicle_running",
                                                        "three_public.reception",
                                                        "procurement.total",
                                                        "income.general"};

enum class Side { kNone, kBudget, kFinal };

Side SideOf(const StoredFact& fact, ReportGenre genre) {
  if (fact.scope == "opening_budget" || fact.scope == "budget") {
    return genre == ReportGenre::kBudget || fact.scope == "opening_budget" ? Side::kBudget
                                                                           : Side::kNone;
  }
  if (fact.scope == "final_accounts" || fact.scope == "actual") {
    return Side::kFinal;
  }
  if (fact.scope == "unknown") {
    return genre == ReportGenre::kBudget          ? Side::kBudget
           : genre == ReportGenre::kFinalAccounts ? Side::kFinal
                                                  : Side::kNone;
  }
  return Side::kNone;
}

// Tables tell a measure where they are about it: 公务接待费 in a table of basic expenditure by
// economic class, or of procurement, is a part of it.
bool IsInATableOfItsOwn(const StoredFact& fact) {
  const std::string caption = fact.words.substr(0, fact.words.find('|'));
  const auto about = [&](std::string_view words) {
    return caption.find(words) != std::string::npos;
  };
  if (fact.metric.rfind("three_public.", 0) == 0) {
    return about("三公");
  }
  if (fact.metric.rfind("procurement.", 0) == 0) {
    return about("采购");
  }
  return (about("收支") || about("收入") || about("支出")) && !about("基本支出") &&
         !about("项目支出") && !about("财政拨款") && !about("三公") && !about("采购");
}

std::string Key(const StoredFact& fact, ReportGenre genre, Side side) {
  const bool known = std::find(kMeasures.begin(), kMeasures.end(), std::string_view(fact.metric)) !=
                     kMeasures.end();
  return known && (!fact.in_table || IsInATableOfItsOwn(fact)) && SideOf(fact, genre) == side
             ? fact.metric
             : "";
}

template <ReportGenre genre, Side side>
std::string KeyFor(const StoredFact& fact) {
  return Key(fact, genre, side);
}

FiguresByWords Measures(const ReportContents& report, Side side) {
  const int64_t year = report.who.year;
  const bool budget = side == Side::kBudget;
  switch (report.who.genre) {
    case ReportGenre::kBudget:
      return UniqueFiguresBy(report.facts, year,
                             budget ? KeyFor<ReportGenre::kBudget, Side::kBudget>
                                    : KeyFor<ReportGenre::kBudget, Side::kFinal>);
    case ReportGenre::kFinalAccounts:
      return UniqueFiguresBy(report.facts, year,
                             budget ? KeyFor<ReportGenre::kFinalAccounts, Side::kBudget>
                                    : KeyFor<ReportGenre::kFinalAccounts, Side::kFinal>);
    case ReportGenre::kEvaluation:
    case ReportGenre::kOther:
      break;
  }
  return UniqueFiguresBy(report.facts, year,
                         budget ? KeyFor<ReportGenre::kEvaluation, Side::kBudget>
                                : KeyFor<ReportGenre::kEvaluation, Side::kFinal>);
}

// An evaluation of one project, and a report of unknown kind, need not speak of the whole office.
bool SpeaksOfTheOffice(const StoredReport& report) {
  return report.genre == ReportGenre::kBudget || report.genre == ReportGenre::kFinalAccounts ||
         report.kind.find("整体") != std::string::npos;
}

void Compare(const ReportPair& pair, CrossSink& sink) {
  if (!SpeaksOfTheOffice(pair.report.who) || !SpeaksOfTheOffice(pair.other.who)) {
    return;
  }
  std::vector<Comparison> found;
  for (const Side side : {Side::kBudget, Side::kFinal}) {
    const FiguresByWords ours = Measures(pair.report, side);
    const FiguresByWords theirs = Measures(pair.other, side);
    for (const auto& [metric, fact] : ours) {
      const auto other = theirs.find(metric);
      if (other == theirs.end()) {
        continue;
      }
      Comparison comparison = Compared(ToldAs(*fact), *other->second);
      comparison.message = {
          "“" + fact->subject + "”在本报告为" + fact->shown + "，在同一单位同年度的另一报告（“" +
              other->second->subject + "”）为" + other->second->shown,
          "“" + fact->subject + "” is " + fact->shown + " here and, as “" + other->second->subject +
              "”, " + other->second->shown + " in another report of the same office and year"};
      found.push_back(std::move(comparison));
    }
  }
  WeighAndPut(std::move(found),
              {"两份报告有多处数字不同，口径可能不同",
               "many figures of the two reports differ: their scope may be another"},
              sink);
}

constexpr CrossExample kExamples[] = {
    {"=== evaluation.txt\n"
     "松溪镇人民政府2023年度部门整体支出绩效自评报告\n一、基本情况\n"
     "2023年基本支出决算数为90.00万元。\n2023年项目支出决算数为75.00万元。\n"
     "2023年本年收入合计决算数为165.00万元。\n2023年公务接待费决算数为2.00万元。\n"
     "2023年因公出国（境）费决算数为1.00万元。\n"
     "=== final.txt\n"
     "松溪镇人民政府2023年度部门决算\n一、收支情况\n"
     "2023年基本支出决算数为90.00万元。\n2023年项目支出决算数为70.00万元。\n"
     "2023年本年收入合计决算数为165.00万元。\n2023年公务接待费决算数为2.00万元。\n"
     "2023年因公出国（境）费决算数为1.00万元。\n",
     true, "75 and 70, while four other measures agree"},
    {"=== evaluation.txt\n"
     "松溪镇人民政府2023年度部门整体支出绩效自评报告\n一、基本情况\n"
     "2023年基本支出决算数为90.00万元。\n"
     "=== final.txt\n"
     "松溪镇人民政府2023年度部门决算\n一、收支情况\n2023年基本支出决算数为90.00万元。\n",
     false, "both tell the same"},
    {"=== evaluation.txt\n"
     "松溪镇人民政府2023年度公园项目支出绩效自评报告\n一、基本情况\n"
     "2023年项目支出决算数为20.00万元。\n"
     "=== final.txt\n"
     "松溪镇人民政府2023年度部门决算\n一、收支情况\n2023年项目支出决算数为70.00万元。\n",
     false, "one project is not all projects"},
};

}  // namespace

const CrossRule measure_differs_between_reports = {
    .id = "COR104",
    .name = "measure-differs-between-reports",
    .severity = Severity::kWarning,
    .summary_zh = "同一单位同一年度的两份报告对同一指标给出不同数值。",
    .summary_en = "Two reports of one office for one year give one measure two values.",
    .advice_zh = "请核对两份报告的口径与数字。",
    .advice_en = "Check the scope and the figure in both reports.",
    .documentation = R"(## What it checks
Totals, basic and project expenditure, 三公经费 and procurement of two different reports of one office and year, budget against budget and final figures against final figures: a budget's text and its tables published in files of their own, an evaluation of the whole office and its final accounts.
## Why it matters
Both were published by one office about one year. An evaluation that rates other figures than the final accounts rates nothing.
## When it stays silent
Evaluations of single projects, tables that are about something else (公务接待费 by economic class or in procurement is a part of it), measures with several values in one of the reports, two editions of one report. Where more than one in five of the measures differ, one note says that the scope may be another; a lone difference with nothing that agrees is a note.
## Source
COR-05 of the working list: 执行数 and 预算数 of an evaluation are those of the final accounts.)",
    .examples = kExamples,
    .pairing = Pairing::kSameYear,
    .compare = Compare,
};

}  // namespace crossfoot::cross_rules
