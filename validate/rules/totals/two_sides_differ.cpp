// SPDX-License-Identifier: GPL-3.0-or-later
//
// SUM113: 收入总计 = 支出总计 in a two-sided table, and each side's 总计 from its 本年合计 and
// balances.
#include <algorithm>
#include <string>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule two_sides_differ;

namespace {

bool IsGrandTotal(std::string_view label) {
  return label == "总计" || label == "收入总计" || label == "支出总计";
}

bool IsYearTotal(std::string_view label) {
  return label == "本年收入合计" || label == "本年支出合计";
}

// "十二、农林水支出", but not "一般公共服务支出".
bool IsNumbered(std::string_view label) {
  constexpr size_t kBytes = 3;  // of a Chinese character
  size_t numerals = 0;
  while (label.size() >= kBytes &&
         ContainsAny(label.substr(0, kBytes), "一|二|三|四|五|六|七|八|九|十")) {
    label.remove_prefix(kBytes);
    ++numerals;
  }
  return numerals > 0 && label.substr(0, kBytes) == "、";
}

// One side: the segments whose label stands left of column `boundary`, or from it on.
void CheckSide(const FigureTable& table, bool right, int boundary, ClaimSink& sink) {
  Claim items;  // 一、二、三、… = 本年合计
  Claim grand;
  std::vector<Term> unnumbered;  // rows above 本年合计 in a table that numbers none
  bool nested = false;           // … some of them parts of others
  bool below = false;
  for (const FigureRow& row : table.rows) {
    const auto found = std::find_if(
        row.segments.begin(), row.segments.end(),
        [&](const RowSegment& one) { return (one.label_column >= boundary) == right; });
    if (found == row.segments.end() || found->figures.empty()) {
      continue;
    }
    const RowSegment& segment = *found;
    const FactId fact = segment.figures.front().second;
    if (IsYearTotal(segment.label)) {
      items.stated = Term::Of(fact, "total");
      grand.operands.push_back(Term::Of(fact, "this year"));
      below = true;
    } else if (IsGrandTotal(segment.label)) {
      grand.stated = Term::Of(fact, "grand total");
    } else if (!below && IsNumbered(segment.label)) {
      items.operands.push_back(Term::Of(fact, "item"));
    } else if (!below) {
      nested = nested || !ContainsAny(segment.label, "支出|收入") ||
               ContainsAny(segment.label, "其中|小计|合计|基本支出|项目支出|（|(|1|2|3");
      unnumbered.push_back(Term::Of(fact, "item"));
    } else if (below && ContainsAny(segment.label, "结转|结余") &&
               !ContainsAny(segment.label, "一、|二、|三、|其中|1|2|3")) {
      grand.operands.push_back(Term::Of(fact, "balance"));
    }
  }
  if (items.operands.empty() && unnumbered.size() > 1 && !nested) {
    items.operands = std::move(unnumbered);
  }
  if (items.stated.fact >= 0 && !items.operands.empty()) {
    items.reason = {"本年合计由其上各项构成", "this year's total is made up of the items above it"};
    items.confidence = 0.85;
    items.only_if_held = !table.sure;
    sink.Propose(std::move(items));
  }
  if (grand.stated.fact >= 0 && !grand.operands.empty()) {
    grand.reason = {"总计 = 本年合计 + 结转和结余", "grand total = this year's total + balances"};
    grand.confidence = 0.85;
    grand.only_if_held = !table.sure;
    sink.Propose(std::move(grand));
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const FigureTable& table : context.tables()) {
    if (!ContainsAny(table.title, "总表|收支")) {
      continue;
    }
    int boundary = -1;  // the column where the right side's labels stand
    for (const FigureRow& row : table.rows) {
      if (row.segments.size() > 2) {
        boundary = -1;
        break;
      }
      if (row.segments.size() == 2) {
        boundary = std::max(boundary, row.segments[1].label_column);
      }
      if (row.segments.size() != 2 || !IsGrandTotal(row.segments[0].label) ||
          !IsGrandTotal(row.segments[1].label) || row.segments[0].figures.empty() ||
          row.segments[1].figures.empty()) {
        continue;
      }
      Claim claim;
      claim.kind = RelationKind::kEquality;
      claim.operands = {Term::Of(row.segments[0].figures.front().second, "income side")};
      claim.stated = Term::Of(row.segments[1].figures.front().second, "expenditure side");
      claim.reason = {"收入总计应等于支出总计", "both sides of the table have one total"};
      claim.confidence = 0.92;
      claim.only_if_held = !table.sure || !Comparable(context.At(claim.operands[0].fact),
                                                      context.At(claim.stated.fact));
      sink.Propose(std::move(claim));
    }
    if (boundary > 0) {
      CheckSide(table, false, boundary, sink);
      CheckSide(table, true, boundary, sink);
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2024年度部门决算\n"
     "收入支出决算总表\n单位：万元\n"
     "项目\t决算数\t项目\t决算数\n"
     "一、财政拨款收入\t90.00\t一、农林水支出\t80.00\n"
     "本年收入合计\t90.00\t本年支出合计\t80.00\n"
     "年初结转和结余\t10.00\t年末结转和结余\t20.00\n"
     "总计\t100.00\t总计\t101.00\n",
     true, "100 and 101"},
    {"青石县林业局2024年度部门决算\n"
     "收入支出决算总表\n单位：万元\n"
     "项目\t决算数\t项目\t决算数\n"
     "一、财政拨款收入\t90.00\t一、农林水支出\t80.00\n"
     "本年收入合计\t90.00\t本年支出合计\t80.00\n"
     "年初结转和结余\t10.00\t年末结转和结余\t20.00\n"
     "总计\t100.00\t总计\t100.00\n",
     false, "both sides agree"},
    {"青石县林业局2024年部门预算\n"
     "部门收支总表\n单位：万元\n"
     "项目\t预算数\t项目\t预算数\n"
     "一、财政拨款收入\t90.00\t一般公共服务支出\t60.00\n"
     "二、其他收入\t10.00\t农林水支出\t40.00\n"
     "本年收入合计\t100.00\t本年支出合计\t100.00\n"
     "收入总计\t100.00\t支出总计\t100.00\n",
     false, "items without numbers, one of whose names begins like a number"},
    {"青石县林业局2024年部门预算\n"
     "部门收支总表\n单位：万元\n"
     "项目\t预算数\t项目\t预算数\n"
     "一、财政拨款收入\t90.00\t一般公共服务支出\t60.00\n"
     "二、其他收入\t10.00\t农林水支出\t46.00\n"
     "本年收入合计\t100.00\t本年支出合计\t100.00\n"
     "收入总计\t100.00\t支出总计\t100.00\n",
     true, "items without numbers that add up to 106"},
};

}  // namespace

const Rule two_sides_differ = {
    .id = "SUM113",
    .name = "two-sides-differ",
    .severity = Severity::kError,
    .summary_zh = "收支总表两侧总计不等，或总计与本年合计加结转不符。",
    .summary_en = "The two sides of an income and expenditure table do not agree.",
    .advice_zh = "请核对收支两侧。",
    .advice_en = "Check both sides.",
    .documentation = R"(## What it checks
收入总计 = 支出总计 in one row; on each side 本年合计 = Σ items and 总计 = 本年合计 + 结转和结余.
## Why it matters
The identity holds by construction; a break is a typing slip in the published table.
## When it stays silent
Tables read without confidence; lines 其中.
## Source
部门决算 01 and 04 tables; 部门预算 01 and 04 tables.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
