// SPDX-License-Identifier: GPL-3.0-or-later
//
// COR103: the opening budget (年初预算) that final accounts or an evaluation cite, against the
// budget that the office published for that year.
#include <array>
#include <string>

#include "base/utf8.h"
#include "corpus/across/cross_rule.h"
#include "corpus/across/figures.h"

namespace crossfoot::cross_rules {

extern const CrossRule cited_budget_differs;

namespace {

// What an item is called once the words for "budget of" are gone: 住房公积金(项)年初预算数 →
// 住房公积金.
std::string ItemOf(const StoredFact& fact) {
  if (fact.in_table) {
    return "";
  }
  std::string name = fact.words;
  for (const std::string_view word : {"年初预算数", "年初预算", "年初部门预算", "预算安排数",
                                      "预算数", "预算", "(类)", "(款)", "(项)", "支出", "安排"}) {
    for (size_t at = name.find(word); at != std::string::npos; at = name.find(word)) {
      name.erase(at, word.size());
    }
  }
  return CountUtf8(name) >= 3 ? name : "";
}

// 基本支出 of all money and of fiscal money are two figures: only words tell them apart.
std::string Cited(const StoredFact& fact) {
  return fact.scope == "opening_budget" ? ItemOf(fact) : "";
}
std::string Published(const StoredFact& fact) {
  const bool budget =
      fact.scope == "budget" || fact.scope == "opening_budget" || fact.scope == "unknown";
  return budget ? ItemOf(fact) : "";
}

void Compare(const ReportPair& pair, CrossSink& sink) {
  if (pair.other.who.genre != ReportGenre::kBudget ||
      pair.report.who.genre == ReportGenre::kBudget) {
    return;
  }
  const int64_t year = pair.report.who.year;
  const FiguresByWords cited = UniqueFiguresBy(pair.report.facts, year, Cited);
  const FiguresByWords published = UniqueFiguresBy(pair.other.facts, year, Published);
  std::vector<Comparison> found;
  for (const auto& [item, fact] : cited) {
    const auto other = published.find(item);
    if (other == published.end()) {
      continue;
    }
    Comparison comparison = Compared(ToldAs(*fact), *other->second);
    comparison.message = {"“" + fact->subject + "”引用的年初预算为" + fact->shown +
                              "，公布的预算为" + other->second->shown,
                          "the opening budget of “" + fact->subject + "” is cited as " +
                              fact->shown + "; the published budget says " + other->second->shown};
    found.push_back(std::move(comparison));
  }
  WeighAndPut(std::move(found),
              {"引用的年初预算有多处与公布的预算不同，口径可能不同",
               "many cited budgets are not the published ones: their scope may be another"},
              sink);
}

constexpr CrossExample kExamples[] = {
    {"=== budget.txt\n"
     "松溪镇人民政府2023年度部门预算\n一、收支情况\n"
     "2023年住房公积金预算数为20.00万元。\n2023年会议费预算数为8.00万元。\n"
     "2023年培训费预算数为6.00万元。\n2023年行政运行预算数为300.00万元。\n"
     "2023年提租补贴预算数为40.00万元。\n"
     "=== final.txt\n"
     "松溪镇人民政府2023年度部门决算\n一、收支情况\n"
     "2023年住房公积金年初预算为25.00万元。\n2023年会议费年初预算为8.00万元。\n"
     "2023年培训费年初预算为6.00万元。\n2023年行政运行年初预算为300.00万元。\n"
     "2023年提租补贴年初预算为40.00万元。\n",
     true, "20 was published for 住房公积金, and four other items agree"},
    {"=== budget.txt\n"
     "松溪镇人民政府2023年度部门预算\n一、收支情况\n2023年住房公积金预算数为20.00万元。\n"
     "=== final.txt\n"
     "松溪镇人民政府2023年度部门决算\n一、收支情况\n2023年住房公积金年初预算为20.00万元。\n",
     false, "the cited budget is the published one"},
    {"=== budget.txt\n"
     "松溪镇人民政府2023年度部门预算\n一、收支情况\n2023年住房公积金预算数为20.00万元。\n"
     "=== final.txt\n"
     "松溪镇人民政府2023年度部门决算\n一、收支情况\n2023年住房公积金支出决算为25.00万元。\n",
     false, "spending is not the budget"},
};

}  // namespace

const CrossRule cited_budget_differs = {
    .id = "COR103",
    .name = "cited-budget-differs-from-published",
    .severity = Severity::kWarning,
    .summary_zh = "决算或绩效报告引用的年初预算与公布的部门预算不一致。",
    .summary_en = "The opening budget that a report cites is not the one that was published.",
    .advice_zh = "请与公布的部门预算核对年初预算数。",
    .advice_en = "Check the cited budget against the published one.",
    .documentation = R"(## What it checks
年初预算 of an item as final accounts or a performance evaluation cite it, against the item's figure in the same office's published budget of that year, by the item's name.
## Why it matters
Completion rates are worked out against the opening budget. Another budget than the published one hides what was exceeded.
## When it stays silent
Adjusted and full-year budgets, spending, items whose name stands for several amounts in either report. Where more than one in five of the items differ, one note says that the scope may be another; a lone difference with nothing that agrees is a note.
## Source
COR-03 of the working list: 年初预算 is the published 部门预算.)",
    .examples = kExamples,
    .pairing = Pairing::kSameYear,
    .compare = Compare,
};

}  // namespace crossfoot::cross_rules
