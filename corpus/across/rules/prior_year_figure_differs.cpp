// SPDX-License-Identifier: GPL-3.0-or-later
//
// COR101: last year's figure as this report gives it, printed or worked out from 比上年增加 …,
// against the figure that last year's report gave.
#include <set>
#include <string>
#include <vector>

#include "corpus/across/cross_rule.h"
#include "corpus/across/figures.h"

namespace crossfoot::cross_rules {

extern const CrossRule prior_year_figure_differs;

namespace {

// A figure and the amount it rose or fell by stand this close in reading order.
constexpr int64_t kNear = 4;

std::vector<ToldFigure> FiguresOfLastYear(const ReportContents& report) {
  const auto& facts = report.facts;
  std::vector<ToldFigure> figures;
  for (size_t i = 0; i < facts.size(); ++i) {
    const StoredFact& fact = facts[i];
    if (fact.direction == 0) {
      if (fact.year == report.who.year - 1) {
        figures.push_back(ToldAs(fact));
      }
      continue;
    }
    // The amount of a change: the figure it belongs to stands just before it.
    for (size_t back = i; back-- > 0 && fact.n - facts[back].n <= kNear;) {
      const StoredFact& now = facts[back];
      if (now.direction == 0 && now.words == fact.words && now.year == report.who.year &&
          !fact.in_table && !now.in_table) {
        const bool rose = fact.direction > 0;
        figures.push_back({&now, rose ? now.base - fact.base : now.base + fact.base,
                           rose ? now.low - fact.high : now.low + fact.low,
                           rose ? now.high - fact.low : now.high + fact.high,
                           now.shown + (rose ? " − " : " + ") + fact.shown});
        break;
      }
    }
  }
  return figures;
}

void Compare(const ReportPair& pair, CrossSink& sink) {
  const FiguresByWords before = UniqueFigures(pair.other.facts, pair.other.who.year);
  const std::string year = std::to_string(pair.other.who.year);
  std::set<std::string> said;
  std::vector<Comparison> found;
  for (const ToldFigure& told : FiguresOfLastYear(pair.report)) {
    const auto other = before.find(told.fact->words);
    // What is carried over is compared by a rule of its own.
    if (other == before.end() || told.fact->metric.rfind("carryover.", 0) == 0 ||
        !said.insert(told.fact->words + "\n" + told.value.ToShortString()).second) {
      continue;
    }
    Comparison comparison = Compared(told, *other->second);
    comparison.year = pair.other.who.year;
    comparison.message = {"“" + told.fact->subject + "”的" + year + "年数，本报告为" + told.shown +
                              "，" + year + "年报告为" + other->second->shown,
                          "the " + year + " figure of “" + told.fact->subject + "” is " +
                              told.shown + " in this report and " + other->second->shown +
                              " in that year's"};
    found.push_back(std::move(comparison));
  }
  WeighAndPut(std::move(found),
              {"上年数有多处与上年报告不同，可能是重述或口径调整",
               "many of last year's figures are not those of last year's report: they may have "
               "been restated"},
              sink);
}

constexpr CrossExample kExamples[] = {
    {"=== 2022.txt\n"
     "松溪镇人民政府2022年度部门预算\n一、收支情况\n"
     "2022年基本支出预算数为90.00万元。\n2022年会议费预算数为8.00万元。\n"
     "2022年培训费预算数为6.00万元。\n2022年公务接待费预算数为5.00万元。\n"
     "2022年项目支出预算数为70.00万元。\n"
     "=== 2023.txt\n"
     "松溪镇人民政府2023年度部门预算\n一、收支情况\n"
     "2023年基本支出预算数为100.00万元，与上年相比增加10.00万元，增长11.11%。\n"
     "2023年会议费预算数为9.00万元，与上年相比增加1.00万元，增长12.50%。\n"
     "2023年培训费预算数为7.00万元，与上年相比增加1.00万元，增长16.67%。\n"
     "2023年公务接待费预算数为4.00万元，与上年相比减少1.00万元，下降20.00%。\n"
     "2023年项目支出预算数为80.00万元，与上年相比增加5.00万元，增长6.67%。\n",
     true, "80 − 5 is 75; last year's report says 70, and four other figures agree"},
    {"=== 2022.txt\n"
     "松溪镇人民政府2022年度部门预算\n一、收支情况\n"
     "2022年基本支出预算数为90.00万元。\n2022年项目支出预算数为70.00万元。\n"
     "=== 2023.txt\n"
     "松溪镇人民政府2023年度部门预算\n一、收支情况\n"
     "2023年基本支出预算数为100.00万元，与上年相比增加10.00万元，增长11.11%。\n"
     "2023年项目支出预算数为80.00万元，与上年相比增加10.00万元，增长14.29%。\n",
     false, "both agree with last year's report"},
    {"=== 2022.txt\n"
     "松溪镇人民政府2022年度部门决算\n一、收支情况\n2022年基本支出决算数为90.00万元。\n"
     "=== 2023.txt\n"
     "松溪镇人民政府2023年度部门预算\n一、收支情况\n"
     "2023年基本支出预算数为100.00万元，与上年相比增加20.00万元，增长25.00%。\n",
     false, "a budget is compared with last year's budget, not with its final accounts"},
};

}  // namespace

const CrossRule prior_year_figure_differs = {
    .id = "COR101",
    .name = "prior-year-figure-differs",
    .severity = Severity::kWarning,
    .summary_zh = "本报告所称上年数与上年报告的本年数不一致。",
    .summary_en =
        "Last year's figure as this report gives it is not the one that last year's report gave.",
    .advice_zh = "请核对上年数；如系重述或口径调整，应在报告中说明。",
    .advice_en =
        "Check last year's figure; if it was restated or its scope changed, the report should say "
        "so.",
    .documentation = R"(## What it checks
Figures that a report gives for the year before, in a column of last year's or worked out from a figure and the amount it rose or fell by, against the report of the same office and kind for that year. Both must stand under the same words, years apart, and those words must name one amount there.
## Why it matters
The base decides every growth and every rate. A base that was never published makes them uncheckable, and is often a typing error or a figure of another scope.
## When it stays silent
Other words, other kinds of report, words that stand for several amounts, differences that rounding explains. Where more than one in five of the comparable figures differ, one note says that they may have been restated; a lone difference with nothing that agrees is a note too.
## Source
COR-02 of the working list: the base implied by this year's figures is last year's published one.)",
    .examples = kExamples,
    .pairing = Pairing::kYearBefore,
    .compare = Compare,
};

}  // namespace crossfoot::cross_rules
