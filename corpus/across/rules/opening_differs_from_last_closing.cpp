// SPDX-License-Identifier: GPL-3.0-or-later
//
// COR102: what this year begins with (年初结转和结余) is what last year ended with
// (年末结转和结余).
#include <string>

#include "corpus/across/cross_rule.h"
#include "corpus/across/figures.h"

namespace crossfoot::cross_rules {

extern const CrossRule opening_differs_from_last_closing;

namespace {

// The same table, or the prose; in a table also the column, without the side it stands on.
std::string FieldOf(const StoredFact& fact) {
  if (!fact.in_table) {
    return "prose";
  }
  const std::string caption = fact.words.substr(0, fact.words.find('|'));
  std::string column = fact.words.substr(fact.words.rfind('|') + 1);
  for (const std::string_view side : {"收入/", "支出/", "收入", "支出", "/"}) {
    if (const size_t at = column.find(side); at != std::string::npos) {
      column.erase(at, side.size());
    }
  }
  return caption + "|" + column;
}

std::string Opening(const StoredFact& fact) {
  return fact.metric == "carryover.opening" ? FieldOf(fact) : "";
}
std::string Closing(const StoredFact& fact) {
  return fact.metric == "carryover.closing" ? FieldOf(fact) : "";
}

// The report says itself that the balance was adjusted.
bool SaysItWasAdjusted(const ReportContents& report) {
  for (const StoredParagraph& paragraph : report.paragraphs) {
    const auto has = [&](std::string_view words) {
      return paragraph.text.find(words) != std::string::npos;
    };
    if (has("结转") && (has("年初") || has("期初")) &&
        (has("调整") || has("追溯") || has("重述") || has("差错更正"))) {
      return true;
    }
  }
  return false;
}

void Compare(const ReportPair& pair, CrossSink& sink) {
  const ReportGenre genre = pair.report.who.genre;
  // A budget begins with an estimate; an evaluation tells of one project or of what it likes.
  if (genre != ReportGenre::kFinalAccounts && genre != ReportGenre::kBudget) {
    return;
  }
  const FiguresByWords opening = UniqueFiguresBy(pair.report.facts, pair.report.who.year, Opening);
  const FiguresByWords closing = UniqueFiguresBy(pair.other.facts, pair.other.who.year, Closing);
  const bool adjusted = SaysItWasAdjusted(pair.report);
  for (const auto& [field, fact] : opening) {
    const auto other = closing.find(field);
    if (other == closing.end()) {
      continue;
    }
    Comparison comparison = Compared(ToldAs(*fact), *other->second);
    comparison.year = pair.other.who.year;
    comparison.message = {
        "年初结转结余为" + fact->shown + "，而上年报告的年末结转结余为" + other->second->shown,
        "the year begins with " + fact->shown + " carried over, but last year's report ends with " +
            other->second->shown};
    if (comparison.status == "violated") {
      // Last year's budget only guesses at what will be left.
      const bool weak = adjusted || genre == ReportGenre::kBudget;
      comparison.severity = weak ? Severity::kInfo : Severity::kWarning;
      comparison.confidence = weak ? 0.4 : 0.7;
    }
    sink.Put(std::move(comparison));
  }
}

constexpr CrossExample kExamples[] = {
    {"=== 2022.txt\n"
     "松溪镇人民政府2022年度部门决算\n一、收支情况\n2022年年末结转和结余55.34万元。\n"
     "=== 2023.txt\n"
     "松溪镇人民政府2023年度部门决算\n一、收支情况\n2023年年初结转和结余53.54万元。\n",
     true, "the year before ended with 55.34"},
    {"=== 2022.txt\n"
     "松溪镇人民政府2022年度部门决算\n一、收支情况\n2022年年末结转和结余55.34万元。\n"
     "=== 2023.txt\n"
     "松溪镇人民政府2023年度部门决算\n一、收支情况\n2023年年初结转和结余55.34万元。\n",
     false, "it begins with what was left"},
    {"=== 2021.txt\n"
     "松溪镇人民政府2021年度部门决算\n一、收支情况\n2021年年末结转和结余55.34万元。\n"
     "=== 2023.txt\n"
     "松溪镇人民政府2023年度部门决算\n一、收支情况\n2023年年初结转和结余53.54万元。\n",
     false, "the year between is not there"},
};

}  // namespace

const CrossRule opening_differs_from_last_closing = {
    .id = "COR102",
    .name = "opening-differs-from-last-closing",
    .severity = Severity::kWarning,
    .summary_zh = "年初结转和结余与上年报告的年末结转和结余不一致。",
    .summary_en = "What a year begins with is not what the report of the year before ended with.",
    .advice_zh = "请核对年初结转和结余；如有调整，应说明原因和金额。",
    .advice_en =
        "Check the opening balance; if it was adjusted, the report should say why and by how much.",
    .documentation = R"(## What it checks
年初结转和结余 of final accounts against 年末结转和结余 of the same office's final accounts for the year before, table by table and fund by fund (same caption, same column), and in prose.
## Why it matters
Money does not come or go between 31 December and 1 January. A difference is an adjustment that must be told, or a figure from another scope or year.
## When it stays silent
Tables of other captions, columns that stand for several amounts, reports that are not of neighbouring years. Where the report speaks of an adjustment of the opening balance, and in budgets, which only guess at what will be left, a difference is a note.
## Source
COR-01 of the working list; 部门决算 tables 1, 4 and 8: 年初 + 收入 − 支出 = 年末.)",
    .examples = kExamples,
    .pairing = Pairing::kYearBefore,
    .compare = Compare,
};

}  // namespace crossfoot::cross_rules
