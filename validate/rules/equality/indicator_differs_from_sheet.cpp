// SPDX-License-Identifier: GPL-3.0-or-later
//
// EQU106: target and actual value of an indicator in the text against the sheet in the annex; and
// the completion rate of each indicator.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule indicator_differs_from_sheet;

namespace {

constexpr size_t kNamePrefix = 4;  // characters of a name that must stand before its row
constexpr size_t kMostRows = 300;

struct Told {
  std::string name;  // folded
  int row = -1;      // the indicator of that name, where it was found by it
  FactId target = -1;
  FactId actual = -1;
  FactId rate = -1;
  FactId weight = -1;
  FactId score = -1;
};

// Where an indicator's name stands in a passage.
struct Named {
  size_t begin = 0;
  size_t end = 0;
  std::string name;
  int row = -1;
};

// Names that one row of one sheet has, long enough to be no common word.
std::vector<Named> RowNames(const CheckContext& context) {
  const std::vector<Indicator>& rows = context.facts().indicators;
  std::vector<Named> out;
  std::map<std::string_view, int> times;
  for (size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].table >= 0) {
      ++times[rows[i].level3];
      out.push_back({0, 0, rows[i].level3, static_cast<int>(i)});
    }
  }
  std::erase_if(out, [&](const Named& one) {
    return times[one.name] > 1 || one.name.size() < 3 * kNamePrefix;
  });
  return out.size() <= kMostRows ? out : std::vector<Named>();
}

// A name opens its clause: after a mark or an ordinal, not within a longer word.
bool OpensClause(std::string_view text, size_t at) {
  if (at == 0) {
    return true;
  }
  const char32_t code = DecodeUtf8Before(text, at).code;
  return code < 0x80 || (code >= 0x2000 && code < 0x3100) || code >= 0xFF00;
}

// 指标①：名称，指标值…; or the name of a row with its values told after it.
std::vector<Named> NamesIn(const Passage& passage, const std::vector<Named>& rows) {
  static const Pattern kName(
      "指标[①②③④⑤⑥⑦⑧⑨⑩\\d]+\\s*[：:、]?\\s*([^，,。；;：:]{2,60})[，,]\\s*指标值");
  static const Pattern kValues("指标值|目标值|计划值|实际完成|完成值");
  std::vector<Named> names;
  Pattern::Match match;
  for (size_t at = 0; kName.Find(passage.text, at, &match); at = match.end) {
    names.push_back({match.begin, match.end, FoldLabel(match.group[1]), -1});
  }
  if (!names.empty() || passage.figures.size() < 2 || !kValues.Contains(passage.text)) {
    return names;
  }
  for (const Named& row : rows) {
    const size_t at = passage.text.find(row.name);
    if (at != std::string_view::npos && OpensClause(passage.text, at)) {
      names.push_back({at, at + row.name.size(), row.name, row.row});
    }
  }
  std::sort(names.begin(), names.end(),
            [](const Named& a, const Named& b) { return a.begin < b.begin; });
  return names;
}

void Take(const Said& said, Told* told) {
  if (ContainsAny(said.label, "年中|上年|去年|监控|中期|全市|全省|平均")) {
    return;
  }
  const auto put = [&](FactId* slot) { *slot = *slot < 0 ? said.fact : *slot; };
  // 工作任务按期完成率年度指标值≥95%: the name of the indicator may be that of a rate.
  if (ContainsAny(said.label, "完成率") &&
      !ContainsAny(said.label, "指标值|目标值|计划值|完成值|实际完成|分值|得分")) {
    put(&told->rate);
  } else if (told->target < 0 && told->actual < 0 &&
             ContainsAny(said.before, "指标值|目标值|计划值") && !ContainsAny(said.label, "分值")) {
    told->target = said.fact;
  } else if (ContainsAny(said.label, "自评完成值|实际完成")) {
    put(&told->actual);
  } else if (ContainsAny(said.label, "分值|权重|满分")) {
    put(&told->weight);
  } else if (ContainsAny(said.label, "得分")) {
    put(&told->score);
  }
}

// Indicators told in running text; one may run over several paragraphs.
std::vector<Told> ToldInProse(const CheckContext& context) {
  const std::vector<Named> rows = RowNames(context);
  std::vector<Told> out;
  bool open = false;
  for (const Passage& passage : context.prose()) {
    if (passage.address.part != TextAddress::Part::kBlock) {
      continue;
    }
    const BlockKind kind =
        context.document().blocks[static_cast<size_t>(passage.address.block)].kind;
    open = open && kind != BlockKind::kHeading;
    const std::vector<Named> names = NamesIn(passage, rows);
    size_t next = 0;
    const auto take = [&](size_t until) {
      while (next < names.size() && names[next].begin <= until) {
        out.push_back({names[next].name, names[next].row});
        open = true;
        ++next;
      }
    };
    for (const Said& said : passage.figures) {
      take(said.begin);
      if (open) {
        Take(said, &out.back());
      }
    }
    take(passage.text.size());
    // A row's values stand in the paragraph of its name.
    open = open && (out.empty() || out.back().row < 0);
  }
  // A name in passing, with less than two of its values, tells no indicator.
  std::erase_if(out, [](const Told& told) {
    const int values = static_cast<int>(told.target >= 0) + static_cast<int>(told.actual >= 0) +
                       static_cast<int>(told.weight >= 0) + static_cast<int>(told.score >= 0);
    return told.row >= 0 && values < 2;
  });
  return out;
}

bool Bare(const Fact& fact) {
  return fact.quantity.unit.symbol.empty() && (fact.quantity.unit.dimension == Dimension::kNone ||
                                               fact.quantity.unit.dimension == Dimension::kScore);
}

std::string_view Prefix(std::string_view name) {
  size_t at = 0;
  for (size_t i = 0; i < kNamePrefix && at < name.size(); ++i) {
    at += DecodeUtf8(name, at).length;
  }
  return name.substr(0, at);
}

// What the text tells of one indicator against its row.
struct Comparison {
  std::vector<Claim> claims;
  size_t agree = 0;
};

void CompareOne(const CheckContext& context, FactId text, FactId sheet, const std::string& name,
                const char* what_zh, const char* what_en, Comparison* out) {
  if (text < 0 || sheet < 0) {
    return;
  }
  const Fact& a = context.At(text);
  const Fact& b = context.At(sheet);
  // A count printed bare in the sheet has the unit of its target.
  const bool comparable = Comparable(a, b) || Bare(b) || Bare(a);
  if (!comparable || (Bare(b) && a.quantity.unit.dimension == Dimension::kRatio)) {
    return;
  }
  Claim claim;
  claim.kind = RelationKind::kEquality;
  claim.operands = {Term::AsNumber(sheet, "in the sheet")};
  claim.stated = Term::AsNumber(text, "in the text");
  claim.reason = {
      "“" + name + "”的" + what_zh + "，正文与自评表应一致",
      "text and sheet give the " + std::string(what_en) + " of one indicator (" + name + ")"};
  claim.confidence = 0.88;
  const bool same_direction =
      Has(a.qualifiers, Qualifier::kAtLeast) == Has(b.qualifiers, Qualifier::kAtLeast);
  if (!same_direction && a.quantity.BaseValue() == b.quantity.BaseValue()) {
    return;  // ≥90% and 90%: not a contradiction
  }
  claim.message = {"“" + name + "”的" + what_zh + "，正文为" + context.Printed(text) +
                       a.quantity.unit.symbol + "，自评表为" + context.Printed(sheet) +
                       b.quantity.unit.symbol,
                   "the " + std::string(what_en) + " of “" + name + "” is " +
                       context.Printed(text) + a.quantity.unit.symbol + " in the text and " +
                       context.Printed(sheet) + b.quantity.unit.symbol + " in the sheet"};
  out->claims.push_back(std::move(claim));
  // ≥85 and ≥90 have values in common, yet are two targets.
  const bool bounds =
      Has(a.qualifiers, Qualifier::kAtLeast) || Has(a.qualifiers, Qualifier::kAtMost) ||
      Has(b.qualifiers, Qualifier::kAtLeast) || Has(b.qualifiers, Qualifier::kAtMost);
  const bool agree = a.quantity.value == b.quantity.value ||
                     (!bounds && a.quantity.interval.Intersects(b.quantity.interval));
  out->agree += agree ? 1 : 0;
}

void CheckRate(const CheckContext& context, const Told& told, ClaimSink& sink) {
  if (told.target < 0 || told.actual < 0 || told.rate < 0 ||
      !Comparable(context.At(told.target), context.At(told.actual))) {
    return;
  }
  Claim claim;
  claim.kind = RelationKind::kRatio;
  claim.operands = {Term::Of(told.actual, "actual"), Term::AsNumber(told.target, "target")};
  claim.stated = Term::Of(told.rate, "completion rate");
  claim.reason = {"指标完成率 = 完成值 ÷ 指标值", "completion rate = actual / target"};
  claim.confidence = 0.85;
  // Rates are often capped at 100%, and falling indicators are turned round.
  claim.only_if_held = context.At(told.rate).quantity.BaseValue() == Decimal(1) ||
                       Has(context.At(told.target).qualifiers, Qualifier::kAtMost);
  sink.Propose(std::move(claim));
}

void Check(const CheckContext& context, ClaimSink& sink) {
  const std::vector<Indicator>& rows = context.facts().indicators;
  std::vector<Comparison> compared;
  size_t next = 0;
  for (const Told& one : ToldInProse(context)) {
    CheckRate(context, one, sink);
    size_t found = one.row >= 0 ? static_cast<size_t>(one.row) : rows.size();
    for (size_t r = next; found == rows.size() && r < rows.size(); ++r) {
      if (rows[r].table >= 0 && FoldLabel(rows[r].level3).starts_with(Prefix(one.name))) {
        found = r;
      }
    }
    if (found == rows.size()) {
      sink.CannotTest(
          {"自评表中未找到正文所述指标", "an indicator of the text was not found in the sheet"});
      continue;
    }
    next = found + 1;
    Comparison comparison;
    CompareOne(context, one.target, rows[found].target_fact, one.name, "指标值", "target",
               &comparison);
    CompareOne(context, one.actual, rows[found].actual_fact, one.name, "实际完成值", "actual value",
               &comparison);
    CompareOne(context, one.weight, rows[found].weight_fact, one.name, "分值", "full mark",
               &comparison);
    CompareOne(context, one.score, rows[found].score_fact, one.name, "得分", "score", &comparison);
    compared.push_back(std::move(comparison));
  }
  size_t told = 0;
  size_t agree = 0;
  for (const Comparison& comparison : compared) {
    told += comparison.claims.size();
    agree += comparison.agree;
  }
  // Where hardly anything agrees, the text tells of another stage than the sheet.
  if (told > 1 && 2 * agree < told) {
    for (size_t i = 0; i < told; ++i) {
      sink.CannotTest({"正文所述与自评表大多不同，可能不是同一阶段",
                       "the text agrees with the sheet in less than half: another stage"});
    }
    return;
  }
  for (Comparison& comparison : compared) {
    for (Claim& claim : comparison.claims) {
      sink.Propose(std::move(claim));
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "指标①：造林合格率，指标值：≥90%，自评完成值：90%，指标完成率100%。\n"
     "指标②：抽检林场数，指标值：>=50家，自评完成值：85家，指标完成率170%。\n"
     "附表：部门整体支出绩效自评表\n"
     "一级指标\t二级指标\t三级指标\t指标值\t分值\t实际完成值\t得分\n"
     "产出指标\t质量指标\t造林合格率\t≥90%\t20\t100%\t20\n"
     "产出指标\t数量指标\t抽检林场数\t>=50家\t30\t85\t30\n",
     true, "90% in the text, 100% in the sheet"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "指标①：造林合格率，指标值：≥90%，自评完成值：90%，指标完成率100%。\n"
     "指标②：抽检林场数，指标值：>=50家，自评完成值：85家，指标完成率170%。\n"
     "附表：部门整体支出绩效自评表\n"
     "一级指标\t二级指标\t三级指标\t指标值\t分值\t实际完成值\t得分\n"
     "产出指标\t质量指标\t造林合格率\t≥90%\t20\t90%\t20\n"
     "产出指标\t数量指标\t抽检林场数\t>=50家\t30\t85\t30\n",
     false, "text and sheet agree"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "①抽检林场数量年度指标值为≥50家，实际完成85家，分值30分，得分28分。\n"
     "附表：部门整体支出绩效自评表\n"
     "一级指标\t二级指标\t三级指标\t指标值\t分值\t实际完成值\t得分\n"
     "产出指标\t质量指标\t造林合格率\t≥90%\t20\t90%\t20\n"
     "产出指标\t数量指标\t抽检林场数量\t≥50家\t30\t85家\t29\n",
     true, "28 in the text, 29 in the sheet"},
    {"2023年度青石县林业局部门整体支出绩效自评报告\n"
     "①抽检林场数量年度指标值为≥50家，年中监控完成值41家，实际完成85家；上年抽检林场数量完成值60家"
     "。\n"
     "附表：部门整体支出绩效自评表\n"
     "一级指标\t二级指标\t三级指标\t指标值\t分值\t实际完成值\t得分\n"
     "产出指标\t质量指标\t造林合格率\t≥90%\t20\t90%\t20\n"
     "产出指标\t数量指标\t抽检林场数量\t≥50家\t30\t85家\t30\n",
     false, "other stages and years are other values"},
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

const Rule indicator_differs_from_sheet = {
    .id = "EQU106",
    .name = "indicator-differs-from-sheet",
    .severity = Severity::kError,
    .summary_zh = "正文中指标的指标值、完成值与自评表不一致，或完成率计算有误。",
    .summary_en = "An indicator's target or actual value differs between text and sheet.",
    .advice_zh = "请核对正文与自评表。",
    .advice_en = "Check the text against the sheet.",
    .documentation = R"(## What it checks
Indicators told in the text (指标①：名称，指标值…，自评完成值…，指标完成率…; or the name of a row with 目标值, 实际完成, 分值, 得分 after it) against the row of the same name in the annexed sheet, and the completion rate against target and actual value.
## Why it matters
The sheet is scored, the text is read.
## When it stays silent
Indicators not found in the sheet, and texts that agree with the sheet in less than half of what they tell, which are of another stage (both said as not covered); rates capped at 100%; indicators that should be low.
## Source
财预〔2020〕10号.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
