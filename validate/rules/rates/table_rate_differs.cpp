// SPDX-License-Identifier: GPL-3.0-or-later
//
// RAT107: the rate column of a table: 执行率 = 决算数 ÷ 预算数 in every row; the points for it.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/evaluate.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule table_rate_differs;

namespace {

bool IsPlanned(Scope scope) {
  return scope == Scope::kFullYearBudget || scope == Scope::kAdjustedBudget ||
         scope == Scope::kOpeningBudget || scope == Scope::kBudget || scope == Scope::kPlan;
}

bool IsDone(Scope scope) { return scope == Scope::kActual || scope == Scope::kFinalAccounts; }

bool Holds(const CheckContext& context, const Claim& claim) {
  const RelationStatus status = StatusOf(claim, context.facts());
  return status == RelationStatus::kHeld || status == RelationStatus::kRounding;
}

// Two rows whose latest budget and another differ tell which one the column is of: the only row
// that fits the other base alone is then wrong, and loses its other readings.
void KeepToOneBase(const CheckContext& context, const FigureTable& table,
                   std::vector<std::vector<Claim>>* rows) {
  int of_latest = 0;
  int of_other = 0;
  std::vector<Claim>* odd = nullptr;
  const Claim* fits = nullptr;
  for (std::vector<Claim>& readings : *rows) {
    const bool latest = Holds(context, readings.front());
    const auto other = std::find_if(readings.begin() + 1, readings.end(),
                                    [&](const Claim& claim) { return Holds(context, claim); });
    of_latest += latest && other == readings.end() && readings.size() > 1 ? 1 : 0;
    if (!latest && other != readings.end()) {
      ++of_other;
      odd = &readings;
      fits = &*other;
    }
  }
  if (!table.sure || of_latest == 0 || of_other != 1) {
    return;
  }
  const std::string base(context.At(fits->operands[1].fact).subject);
  Claim claim = odd->front();
  claim.severity = of_latest > 1 ? Severity::kError : Severity::kWarning;
  claim.reason = {
      "“执行率”列 = 执行数 ÷ 预算数；同表其他行以" + context.At(claim.operands[1].fact).subject +
          "为分母，此行却恰为执行数÷“" + base + "”，似用错分母",
      "the rate column = done / budget; the other rows divide by the latest budget, this "
      "one by “" +
          base + "”: the wrong base"};
  *odd = {std::move(claim)};
}

void CheckTable(const CheckContext& context, const FigureTable& table, ClaimSink& sink) {
  std::vector<std::vector<Claim>> rows;
  size_t held = 0;
  bool standard = false;  // the head of a 自评表: 年度资金总额 … 全年预算数, 全年执行数, 执行率
  for (const FigureRow& row : table.rows) {
    std::vector<FactId> planned;
    FactId done = -1;
    FactId rate = -1;
    FactId weight = -1;
    FactId score = -1;
    for (const RowSegment& segment : row.segments) {
      for (const auto& [column, id] : segment.figures) {
        const Fact& fact = context.At(id);
        const bool ratio = fact.quantity.unit.dimension == Dimension::kRatio;
        if (IsPlanned(fact.scope) && !ratio) {
          planned.push_back(id);
        } else if (IsDone(fact.scope) && !ratio) {
          done = id;
        } else if (fact.scope == Scope::kCompletionRate && ratio) {
          rate = id;
        } else if (fact.scope == Scope::kWeight) {
          weight = id;
        } else if (fact.scope == Scope::kScore) {
          score = id;
        }
      }
    }
    if (rate < 0 || done < 0 || planned.empty()) {
      continue;
    }
    std::vector<Claim> readings;
    // The last planned column is the latest budget; the others are tried too.
    for (auto it = planned.rbegin(); it != planned.rend(); ++it) {
      if (!Comparable(context.At(*it), context.At(done)) &&
          context.At(*it).quantity.unit.dimension != context.At(done).quantity.unit.dimension) {
        continue;
      }
      Claim claim;
      claim.kind = RelationKind::kRatio;
      claim.operands = {Term::Of(done, "done"), Term::Of(*it, "budget")};
      claim.stated = Term::Of(rate, "rate");
      claim.reason = {"“执行率”列 = 执行数 ÷ 预算数", "the rate column = done / budget"};
      claim.confidence = 0.9;
      claim.only_if_held = !readings.empty();
      readings.push_back(std::move(claim));
    }
    if (readings.empty()) {
      continue;
    }
    standard = standard || ContainsAny(row.Label(), "资金总额|支出总额|总资金|预算资金");
    held += Holds(context, readings.front()) ? 1 : 0;
    rows.push_back(std::move(readings));
    if (weight >= 0 && score >= 0) {
      Claim points;
      points.kind = RelationKind::kProduct;
      points.operands = {Term::Of(weight, "full mark"), Term::Of(rate, "rate")};
      points.stated = Term::Of(score, "score");
      points.reason = {"预算执行率得分 = 分值 × 执行率", "points for execution = full mark × rate"};
      points.only_if_held = true;  // local bands differ
      sink.Propose(std::move(points));
    }
  }
  // One wrong rate among right ones is told; a column of other rates is not understood.
  const bool believed = table.sure && rows.size() >= 3 && held * 3 >= rows.size() * 2;
  const bool known = table.sure && standard && rows.size() < 3;
  KeepToOneBase(context, table, &rows);
  for (std::vector<Claim>& readings : rows) {
    readings.front().only_if_held = !believed && !known && !readings.front().severity;
    if (known && !believed && !readings.front().severity) {
      readings.front().severity = Severity::kWarning;
    }
    sink.Propose(std::move(readings));
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const FigureTable& table : context.tables()) {
    CheckTable(context, table, sink);
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "项目支出预决算差异表\n单位：万元\n"
     "支出项目\t预算数\t决算数\t执行率\n"
     "日常业务经费\t10.00\t9.99\t99.90%\n"
     "造林工作经费\t152.97\t150.49\t98.38%\n"
     "防火工作经费\t20.00\t10.00\t80.00%\n"
     "临聘人员经费\t75.02\t74.90\t99.84%\n",
     true, "10 of 20 is 50%"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "项目支出预决算差异表\n单位：万元\n"
     "支出项目\t预算数\t决算数\t执行率\n"
     "日常业务经费\t10.00\t9.99\t99.90%\n"
     "造林工作经费\t152.97\t150.49\t98.38%\n"
     "防火工作经费\t20.00\t10.00\t50.00%\n"
     "临聘人员经费\t75.02\t74.90\t99.84%\n",
     false, "every rate fits"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "部门整体支出情况表\n单位：万元\n"
     "项目\t年初预算数\t全年预算数\t全年执行数\t执行率\n"
     "年度资金总额\t300.00\t400.00\t380.00\t126.67%\n"
     "其中：基本支出\t200.00\t250.00\t240.00\t96.00%\n"
     "项目支出\t100.00\t150.00\t140.00\t93.33%\n",
     true, "the first row divides by the opening budget, the others by the full-year one"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "部门整体支出情况表\n单位：万元\n"
     "项目\t年初预算数\t全年预算数\t全年执行数\t执行率\n"
     "年度资金总额\t300.00\t400.00\t380.00\t126.67%\n"
     "其中：基本支出\t200.00\t250.00\t240.00\t120.00%\n"
     "项目支出\t100.00\t150.00\t140.00\t140.00%\n",
     false, "a column of the opening budget throughout"},
};

}  // namespace

const Rule table_rate_differs = {
    .id = "RAT107",
    .name = "table-rate-differs",
    .severity = Severity::kError,
    .summary_zh = "表内执行率与同行预算数、决算数不符。",
    .summary_en = "A rate in a table is not the quotient of its row's figures.",
    .advice_zh = "请核对该行。",
    .advice_en = "Check this row.",
    .documentation = R"(## What it checks
Tables with a budget column, a spending column and a rate column: the quotient in every row; the points for execution as full mark × rate are confirmed where they fit.
## Why it matters
Rates in hand-made tables are typed, not computed.
## When it stays silent
When fewer than two thirds of three or more rows fit (the head of a 自评表, 年度资金总额, needs no other rows); tables read without confidence; another budget column that fits, unless the other rows of the table fit the latest budget alone.
## Source
财预〔2020〕10号: 预算执行率.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
