// SPDX-License-Identifier: GPL-3.0-or-later
//
// RAT109: 实际支出271.35万元，执行率99.68% in the text; 271.35 and 76.05% in the table's row.
#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"
#include "validate/slip.h"

namespace crossfoot::rules {

extern const Rule execution_rate_told_twice;

namespace {

constexpr size_t kReach = 4;
constexpr size_t kLeastDigits = 4;  // the same spending is known by its digits

struct Row {
  FactId done = -1;
  FactId rate = -1;
  bool total = false;  // of all the money
  int block = -1;      // its table's
};

// Rows with spending and its rate, whose spending no other row has with another rate.
std::vector<Row> RowsWithRates(const CheckContext& context) {
  std::vector<Row> rows;
  for (const FigureTable& table : context.tables()) {
    for (const FigureRow& line : table.rows) {
      Row row;
      row.total = ContainsAny(line.Label(), "资金总额") || line.Label() == "合计";
      row.block = table.block;
      for (const RowSegment& segment : line.segments) {
        for (const auto& [column, id] : segment.figures) {
          const Fact& fact = context.At(id);
          const bool ratio = fact.quantity.unit.dimension == Dimension::kRatio;
          if (fact.scope == Scope::kCompletionRate && ratio) {
            row.rate = id;
          } else if ((fact.scope == Scope::kActual || fact.scope == Scope::kFinalAccounts) &&
                     fact.quantity.unit.dimension == Dimension::kMoney) {
            row.done = id;
          }
        }
      }
      if (table.sure && row.done >= 0 && row.rate >= 0 &&
          SignificantDigits(context.At(row.done).quantity.value) >= kLeastDigits) {
        rows.push_back(row);
      }
    }
  }
  return rows;
}

// The indicator 预算执行率 of the one score sheet against the rate in the row of all the money that
// stands over it: in the same table, or in the one before.
void CheckSheet(const CheckContext& context, const std::vector<Row>& rows, ClaimSink& sink) {
  FactId actual = -1;
  for (const Indicator& one : context.facts().indicators) {
    const std::string name = FoldLabel(one.level3);
    if (one.table < 0 ||
        (name != "预算执行率" && name != "资金执行率" && name != "预算资金执行率")) {
      continue;
    }
    if (actual >= 0) {
      return;
    }
    actual = one.actual_fact;
  }
  if (actual < 0 || context.At(actual).quantity.unit.dimension != Dimension::kRatio) {
    return;
  }
  const int sheet = context.At(actual).anchor.address.block;
  int nearest = -1;
  for (const FigureTable& table : context.tables()) {
    nearest = table.block < sheet ? std::max(nearest, table.block) : nearest;
  }
  const Row* total = nullptr;
  for (const Row& row : rows) {
    if (row.total && (row.block == sheet || row.block == nearest)) {
      if (total != nullptr) {
        return;  // several projects, each with its form
      }
      total = &row;
    }
  }
  if (total == nullptr) {
    return;
  }
  Claim claim;
  claim.kind = RelationKind::kEquality;
  claim.operands = {Term::Of(total->rate, "of all the money")};
  claim.stated = Term::Of(actual, "in the sheet");
  claim.reason = {"评分表的预算执行率即资金表中年度资金总额的执行率",
                  "the sheet's rate of execution is that of all the money in its table"};
  claim.confidence = 0.82;
  claim.severity = Severity::kWarning;
  sink.Propose(std::move(claim));
}

void Check(const CheckContext& context, ClaimSink& sink) {
  const std::vector<Row> rows = RowsWithRates(context);
  if (rows.empty()) {
    return;
  }
  CheckSheet(context, rows, sink);
  for (const Passage& passage : context.prose()) {
    if (passage.address.part == TextAddress::Part::kCell) {
      continue;
    }
    for (size_t i = 1; i < passage.figures.size(); ++i) {
      const Said& rate = passage.figures[i];
      const Fact& fact = context.At(rate.fact);
      if (fact.quantity.unit.dimension != Dimension::kRatio || IsChange(fact) ||
          !ContainsAny(rate.label, "执行率") ||
          ContainsAny(rate.label, "年初|得分|上年|上半年|季度|月")) {
        continue;
      }
      for (size_t back = 1; back <= std::min(i, kReach); ++back) {
        const Said& done = passage.figures[i - back];
        const Fact& spent = context.At(done.fact);
        if (done.sentence != rate.sentence || spent.quantity.unit.dimension == Dimension::kRatio) {
          break;
        }
        if (spent.quantity.unit.dimension != Dimension::kMoney || IsChange(spent) ||
            StandingOf(context, done) != Standing::kDone || done.depth > rate.depth) {
          continue;
        }
        std::vector<Claim> readings;
        for (const Row& row : rows) {
          if (!context.At(row.done).quantity.interval.Intersects(spent.quantity.interval) ||
              SignificantDigits(spent.quantity.value) < kLeastDigits) {
            continue;
          }
          Claim claim;
          claim.kind = RelationKind::kEquality;
          claim.operands = {Term::Of(row.rate, "in the table")};
          claim.stated = Term::Of(rate.fact, "in the text");
          claim.reason = {
              "文字与表格说的是同一笔支出（" + context.Printed(done.fact) + "）的执行率",
              "text and table give the rate of one spending (" + context.Printed(done.fact) + ")"};
          claim.confidence = 0.85;
          readings.push_back(std::move(claim));
        }
        if (!readings.empty()) {
          sink.Propose(std::move(readings));
        }
        break;
      }
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "部门整体支出情况表\n单位：万元\n"
     "项目\t年初预算数\t全年预算数\t全年执行数\t执行率\n"
     "年度资金总额\t272.21\t356.76\t271.35\t76.06%\n"
     "部门整体支出绩效自评表\n"
     "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
     "预算执行率\t预算执行率\t预算执行率\t100%\t99.68%\t10\t7.61\n"
     "产出指标\t数量指标\t造林面积\t≥300亩\t310亩\t50\t50\n"
     "效益指标\t社会效益指标\t惠及群众人数\t≥50人\t60人\t30\t30\n"
     "满意度指标\t满意度指标\t群众满意度\t≥90%\t95%\t10\t10\n",
     true, "the sheet takes the opening budget for its base, the table the full-year one"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "部门整体支出情况表\n单位：万元\n"
     "项目\t年初预算数\t全年预算数\t全年执行数\t执行率\n"
     "年度资金总额\t356.76\t356.76\t355.35\t99.60%\n"
     "部门整体支出绩效自评表\n"
     "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
     "预算执行率\t预算执行率\t预算执行率\t100%\t100%\t10\t10\n"
     "产出指标\t数量指标\t造林面积\t≥300亩\t310亩\t50\t50\n"
     "效益指标\t社会效益指标\t惠及群众人数\t≥50人\t60人\t30\t30\n"
     "满意度指标\t满意度指标\t群众满意度\t≥90%\t95%\t10\t10\n",
     false, "a whole number of percent may be 99.60%"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "全年预算数356.76万元，实际支出271.35万元，预算执行率76.06%。\n"
     "部门整体支出情况表\n单位：万元\n"
     "项目\t年初预算数\t全年预算数\t全年执行数\t执行率\n"
     "年度资金总额\t272.21\t356.76\t271.35\t99.68%\n",
     true, "76.06% in the text, 99.68% in the table"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "全年预算数356.76万元，实际支出271.35万元，预算执行率76.1%。\n"
     "部门整体支出情况表\n单位：万元\n"
     "项目\t年初预算数\t全年预算数\t全年执行数\t执行率\n"
     "年度资金总额\t272.21\t356.76\t271.35\t76.06%\n",
     false, "the same, rounded"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "年初预算数272.21万元，实际支出271.35万元，年初预算执行率99.68%。\n"
     "部门整体支出情况表\n单位：万元\n"
     "项目\t年初预算数\t全年预算数\t全年执行数\t执行率\n"
     "年度资金总额\t272.21\t356.76\t271.35\t76.06%\n",
     false, "the text names another base"},
};

}  // namespace

const Rule execution_rate_told_twice = {
    .id = "RAT109",
    .name = "execution-rate-told-twice",
    .severity = Severity::kWarning,
    .summary_zh = "同一笔支出的执行率，文字与表格不一致。",
    .summary_en = "The rate of execution of one spending differs between text and table.",
    .advice_zh = "请核对两处所用的预算数，统一分母。",
    .advice_en = "Check which budget each divides by, and use one.",
    .documentation = R"(## What it checks
A rate of execution (执行率) in the text, told right after the amount spent, against the rate in the table row that has the same amount. Both may fit their own denominator; one of the two is then not the rate the form asks for.
## Why it matters
Points are given for the rate; the opening budget in the denominator makes it look better.
## When it stays silent
When the text names the opening budget or another period in the words of the rate; amounts of less than four digits; several rows with that amount where one of the rates agrees.
## Source
财预〔2020〕10号: 预算执行率 = 执行数 ÷ 全年预算数.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
