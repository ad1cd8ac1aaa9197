// SPDX-License-Identifier: GPL-3.0-or-later
//
// EQU122: an indicator told in the text by the name it has in the sheet: its target, what was done,
// its full mark and its score are those of its row.
#include <string>
#include <utility>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/evaluate.h"
#include "validate/reading/indicator_tellings.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule indicator_told_otherwise;

namespace {

bool Bare(const Fact& fact) {
  return fact.quantity.unit.symbol.empty() && (fact.quantity.unit.dimension == Dimension::kNone ||
                                               fact.quantity.unit.dimension == Dimension::kScore);
}

// A count or a mark printed bare in a sheet has the unit that the text gives it; a bare figure and
// a rate are not compared.
bool CanBeCompared(const Fact& text, const Fact& sheet) {
  if (Comparable(text, sheet)) {
    return true;
  }
  const Fact& other = Bare(text) ? sheet : text;
  return (Bare(text) || Bare(sheet)) && other.quantity.unit.dimension != Dimension::kRatio &&
         other.quantity.unit.dimension != Dimension::kMoney;
}

// ≥50 stands for all from 50: two targets that say so are compared as printed.
void CompareAsPrinted(const CheckContext& context, FactId text, FactId sheet, Claim* claim) {
  const Fact& a = context.At(text);
  const Fact& b = context.At(sheet);
  const bool least =
      Has(a.qualifiers, Qualifier::kAtLeast) && Has(b.qualifiers, Qualifier::kAtLeast);
  const bool most = Has(a.qualifiers, Qualifier::kAtMost) && Has(b.qualifiers, Qualifier::kAtMost);
  if (!least && !most) {
    return;
  }
  const auto as_printed = [&](FactId id, const char* role) {
    const Fact& fact = context.At(id);
    Term term = Term::Constant(fact.quantity.BaseValue(), context.Printed(id), role);
    term.address = fact.anchor.address;
    term.begin = fact.anchor.begin;
    term.end = fact.anchor.end;
    return term;
  };
  // The bound that lies further in is the one that the other must meet.
  const bool text_inside = least == (a.quantity.BaseValue() >= b.quantity.BaseValue());
  if (text_inside) {
    claim->operands = {as_printed(sheet, "in the sheet")};
  } else {
    claim->stated = as_printed(text, "in the text");
  }
}

struct Pair {
  FactId text;
  FactId sheet;
  const char* zh;
  const char* en;
};

void Check(const CheckContext& context, ClaimSink& sink) {
  std::vector<Claim> claims;
  size_t held = 0;
  for (const IndicatorTelling& telling : ReadIndicatorTellings(context.facts(), context.prose())) {
    const Indicator& row = context.facts().indicators[static_cast<size_t>(telling.indicator)];
    for (const Pair& pair : {Pair{telling.target, row.target_fact, "指标值", "target"},
                             Pair{telling.actual, row.actual_fact, "实际完成值", "actual value"},
                             Pair{telling.rate, row.rate_fact, "完成率", "completion rate"},
                             Pair{telling.weight, row.weight_fact, "分值", "full mark"},
                             Pair{telling.score, row.score_fact, "得分", "score"}}) {
      if (pair.text < 0 || pair.sheet < 0 ||
          !CanBeCompared(context.At(pair.text), context.At(pair.sheet))) {
        continue;
      }
      Claim claim;
      claim.kind = RelationKind::kEquality;
      claim.operands = {Term::Of(pair.sheet, "in the sheet")};
      claim.stated = Term::Of(pair.text, "in the text");
      CompareAsPrinted(context, pair.text, pair.sheet, &claim);
      claim.reason = {"“" + row.level3 + "”的" + pair.zh + "，正文与自评表应一致",
                      "text and sheet give the " + std::string(pair.en) + " of one indicator (" +
                          row.level3 + ")"};
      claim.confidence = 0.9;
      const RelationStatus status = StatusOf(claim, context.facts());
      held += status == RelationStatus::kHeld || status == RelationStatus::kRounding ? 1 : 0;
      claims.push_back(std::move(claim));
    }
  }
  // Text and sheet of one period agree nearly everywhere; of two periods nearly nowhere.
  const bool believed = held >= 2 && held * 3 >= claims.size() * 2;
  for (Claim& claim : claims) {
    claim.only_if_held = !believed;
    sink.Propose(std::move(claim));
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "①苗木成活达标率：目标值≥90%，实际完成值96%。\n"
     "②抽检林场任务数：目标值≥50家，实际完成值58家。\n"
     "部门整体支出绩效自评表\n"
     "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
     "产出指标\t质量指标\t苗木成活达标率\t≥90%\t96%\t20\t20\n"
     "产出指标\t数量指标\t抽检林场任务数\t≥50家\t85家\t30\t30\n",
     true, "58 in the text, 85 in the sheet"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "①苗木成活达标率：目标值≥90%，实际完成值96%。\n"
     "②抽检林场任务数：目标值≥50家，实际完成值85家，上年完成值58家。\n"
     "部门整体支出绩效自评表\n"
     "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
     "产出指标\t质量指标\t苗木成活达标率\t≥90%\t96%\t20\t20\n"
     "产出指标\t数量指标\t抽检林场任务数\t≥50家\t85家\t30\t30\n",
     false, "text and sheet agree, and last year's figure is another"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "①苗木成活达标率：目标值≥85%，实际完成值93%。\n"
     "②抽检林场任务数：目标值≥25家，实际完成值28家。\n"
     "部门整体支出绩效自评表\n"
     "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
     "产出指标\t质量指标\t苗木成活达标率\t≥90%\t96%\t20\t20\n"
     "产出指标\t数量指标\t抽检林场任务数\t≥50家\t85家\t30\t30\n",
     false, "the text tells of the half-year: nothing agrees"},
};

}  // namespace

const Rule indicator_told_otherwise = {
    .id = "EQU122",
    .name = "indicator-told-otherwise",
    .severity = Severity::kError,
    .summary_zh = "正文逐项所述绩效指标的指标值、完成值、分值、得分与自评表该行不一致。",
    .summary_en =
        "The text tells an indicator's values or marks otherwise than its row of the sheet.",
    .advice_zh = "请核对正文与自评表该指标。",
    .advice_en = "Check the indicator in the text and in the sheet.",
    .documentation = R"(## What it checks
Indicators that the text names as the sheet does (third level, at least four characters, opening their clause), with 指标值 or 目标值, 完成值, 完成率, 分值 and 得分 beside: each against the row of that name.
## Why it matters
The sheet is scored, the text is read; one of the two was typed again.
## When it stays silent
Names that stand in two rows; figures of another kind (a rate against a count); when fewer than two thirds of what the text tells agree with the sheet, for then it tells of another time.
## Source
财预〔2020〕10号: report and self-evaluation sheet are of one evaluation.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
