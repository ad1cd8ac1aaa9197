// SPDX-License-Identifier: GPL-3.0-or-later
//
// SUM112: totals across a table: 合计 = 基本支出 + 项目支出; 年初预算数 + 调整数 = 调整预算数.
//
// Which columns a total column sums is learnt from the table itself: a run of columns after it that
// adds up in nearly all rows is meant; the rows that break it are told. Columns of a budget and its
// adjustment say by their heads what they come to, and two rows that hold for one that does not.
#include <algorithm>
#include <string>
#include <vector>

#include "base/pattern.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/evaluate.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule table_total_differs_from_columns;

namespace {

constexpr size_t kMostColumns = 24;
constexpr size_t kLeastRows = 4;

bool IsTotalHeader(std::string_view header) { return ContainsAny(header, "合计|小计|总计"); }

std::vector<Claim> ClaimsFor(const CheckContext& context, const FigureTable& table, int total,
                             const std::vector<int>& parts) {
  std::vector<Claim> claims;
  for (const FigureRow& row : table.rows) {
    const FactId stated = row.At(total);
    Claim claim;
    for (const int part : parts) {
      const FactId fact = row.At(part);
      if (fact >= 0) {
        claim.operands.push_back(Term::Of(fact, "part"));
      }
    }
    if (stated < 0 || claim.operands.empty()) {
      continue;
    }
    claim.idle = context.At(stated).quantity.value.IsZero();
    claim.stated = Term::Of(stated, "total");
    claim.reason = {"“" + table.title + "”每行的合计由其后各列构成",
                    "in each row of the table the total is made up of the columns after it"};
    claim.confidence = 0.9;
    claims.push_back(std::move(claim));
  }
  return claims;
}

void CheckTable(const CheckContext& context, const FigureTable& table, ClaimSink& sink) {
  if (table.columns.size() < 2 || table.columns.size() > kMostColumns) {
    return;
  }
  for (size_t c = 0; c + 1 < table.columns.size(); ++c) {
    const int total = table.columns[c];
    if (total >= static_cast<int>(table.headers.size()) ||
        !IsTotalHeader(table.headers[static_cast<size_t>(total)])) {
      continue;
    }
    std::vector<int> parts;
    std::vector<Claim> best;
    size_t best_held = 0;
    for (size_t p = c + 1; p < table.columns.size(); ++p) {
      parts.push_back(table.columns[p]);
      std::vector<Claim> claims = ClaimsFor(context, table, total, parts);
      size_t held = 0;
      size_t tested = 0;
      for (const Claim& claim : claims) {
        const RelationStatus status = StatusOf(claim, context.facts());
        tested += claim.idle ? 0 : 1;
        held +=
            !claim.idle && (status == RelationStatus::kHeld || status == RelationStatus::kRounding)
                ? 1
                : 0;
      }
      // The longest run that is right most often: columns of zeros belong to it too.
      if (held > 0 && held >= best_held && tested > 0) {
        best = std::move(claims);
        best_held = held;
      }
    }
    const auto tested = static_cast<size_t>(
        std::count_if(best.begin(), best.end(), [](const Claim& claim) { return !claim.idle; }));
    const bool believed = table.sure && tested >= kLeastRows && best_held * 5 >= tested * 4;
    for (Claim& claim : best) {
      claim.only_if_held = !believed;
      sink.Propose(std::move(claim));
    }
  }
}

// The one column whose head is `words`, all of it; −1 where there is none or another.
int ColumnOf(const FigureTable& table, const Pattern& words) {
  int found = -1;
  for (const int column : table.columns) {
    const auto at = static_cast<size_t>(column);
    if (at < table.headers.size() && words.Contains(table.headers[at])) {
      if (found >= 0) {
        return -1;
      }
      found = column;
    }
  }
  return found;
}

void CheckAdjustment(const CheckContext& context, const FigureTable& table, ClaimSink& sink) {
  static const Pattern kOpening("^年初预算(?:数|额|金额|资金)?$");
  static const Pattern kChange("^(?:年中|预算)?(?:调整|追加|调增)(?:数|额|金额|预算)?$");
  static const Pattern kAdjusted("^(?:调整后?|全年)预算(?:总额|数|额|金额)?$");
  const int opening = ColumnOf(table, kOpening);
  const int change = ColumnOf(table, kChange);
  const int adjusted = ColumnOf(table, kAdjusted);
  if (opening < 0 || change < 0 || adjusted < 0 || change == adjusted) {
    return;
  }
  std::vector<Claim> claims;
  int held = 0;
  int broken = 0;
  for (const FigureRow& row : table.rows) {
    const FactId from = row.At(opening);
    const FactId by = row.At(change);
    const FactId to = row.At(adjusted);
    if (from < 0 || by < 0 || to < 0) {
      continue;
    }
    Claim claim;
    claim.operands = {Term::Of(from, "opening budget"), Term::Of(by, "adjustment")};
    claim.stated = Term::Of(to, "adjusted budget");
    claim.reason = {"年初预算数 + 调整数 = 调整后预算数",
                    "opening budget + adjustment = adjusted budget"};
    claim.confidence = 0.9;
    claim.idle = context.At(by).quantity.value.IsZero();
    const RelationStatus status = StatusOf(claim, context.facts());
    broken += status == RelationStatus::kViolated ? 1 : 0;
    held += !claim.idle && (status == RelationStatus::kHeld || status == RelationStatus::kRounding)
                ? 1
                : 0;
    claims.push_back(std::move(claim));
  }
  for (Claim& claim : claims) {
    claim.only_if_held = !table.sure || held < 2 * broken;
    sink.Propose(std::move(claim));
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const FigureTable& table : context.tables()) {
    CheckTable(context, table, sink);
    CheckAdjustment(context, table, sink);
  }
}

constexpr RuleExample kExamples[] = {
    {"青石县林业局2024年度部门决算\n"
     "支出决算表\n单位：万元\n"
     "科目名称\t本年支出合计\t基本支出\t项目支出\n"
     "行政运行\t20.00\t20.00\t0.00\n"
     "一般行政管理事务\t10.00\t1.00\t9.00\n"
     "养老保险缴费支出\t7.00\t7.00\t0.00\n"
     "职业年金缴费支出\t2.00\t2.00\t0.00\n"
     "住房公积金\t11.00\t10.00\t0.00\n",
     true, "10 + 0 is not 11 in the last row"},
    {"青石县林业局2024年度部门决算\n"
     "支出决算表\n单位：万元\n"
     "科目名称\t本年支出合计\t基本支出\t项目支出\n"
     "行政运行\t20.00\t20.00\t0.00\n"
     "一般行政管理事务\t10.00\t1.00\t9.00\n"
     "养老保险缴费支出\t7.00\t7.00\t0.00\n"
     "职业年金缴费支出\t2.00\t2.00\t0.00\n"
     "住房公积金\t10.00\t10.00\t0.00\n",
     false, "every row adds up"},
    {"青石县林业局2024年度部门整体支出绩效自评报告\n"
     "部门预算执行情况表\n单位：万元\n"
     "支出类别\t年初预算数\t调整数\t调整预算数\t决算数\n"
     "基本支出\t120.00\t10.00\t120.00\t118.50\n"
     "项目支出\t80.00\t5.50\t85.50\t81.20\n"
     "其他支出\t20.00\t1.50\t21.50\t20.10\n",
     true, "120 + 10 is not 120, while the two other rows add up"},
};

}  // namespace

const Rule table_total_differs_from_columns = {
    .id = "SUM112",
    .name = "table-total-differs-from-columns",
    .severity = Severity::kError,
    .summary_zh = "表内某行合计与该行各列之和不符。",
    .summary_en = "A row's total is not the sum of its columns.",
    .advice_zh = "请核对该行各列。",
    .advice_en = "Check this row's columns.",
    .documentation = R"(## What it checks
Columns headed 合计, 小计 or 总计 against the columns after them, in every row; columns headed
年初预算数, 调整数 and 调整预算数 (全年预算数) against one another.
## Why it matters
A cell pasted into the neighbouring row or column shows here first.
## When it stays silent
When no run of columns adds up in at least four of five rows; when fewer than two rows of an
adjusted budget hold for one that does not; tables read without confidence; rounding.
## Source
部门决算 and 部门预算 tables: 合计 = 基本支出 + 项目支出 ….)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
