// SPDX-License-Identifier: GPL-3.0-or-later
//
// SCO105: points named inside an indicator's scoring rules: none may be over its full mark, steps
// of a scale fall, a deduction formula is made for the indicator's own mark.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule rubric_disagrees_with_mark;

namespace {

struct Point {
  FactId fact;
  bool bracketed;  // （1分）
  bool earned;     // 得1分
  uint32_t begin;
  uint32_t end;
  std::string_view before;
};

std::vector<Point> PointsIn(const CheckContext& context, const SheetText& where) {
  std::vector<Point> points;
  for (const Passage& passage : context.prose()) {
    if (passage.address != where.address) {
      continue;
    }
    for (const Said& said : passage.figures) {
      const Fact& fact = context.At(said.fact);
      if (said.begin < where.begin || said.end > where.end ||
          fact.quantity.unit.dimension != Dimension::kScore) {
        continue;
      }
      const std::string_view before = TrimBlanks(said.before);
      points.push_back({said.fact, before.ends_with("（") || before.ends_with("("),
                        before.ends_with("得"), said.begin, said.end, said.before});
    }
  }
  return points;
}

void CheckPoints(const CheckContext& context, const SheetNode& node,
                 const std::vector<Point>& points, ClaimSink& sink) {
  std::vector<FactId> bracketed;
  for (const Point& point : points) {
    if (!point.bracketed && !point.earned) {
      continue;
    }
    if (point.bracketed) {
      bracketed.push_back(point.fact);
    }
    Claim bound;
    bound.kind = RelationKind::kBound;
    bound.operands = {Term::Of(point.fact, "points in the rules")};
    bound.stated = Term::Of(node.weight, "full mark");
    bound.reason = {"“" + node.name + "”评分标准中的分值不应超过该指标分值",
                    "points in an indicator's rules are at most its full mark (" + node.name + ")"};
    bound.confidence = 0.88;
    sink.Propose(std::move(bound));
  }
  if (bracketed.size() >= 2) {
    Claim sum;
    for (const FactId fact : bracketed) {
      sum.operands.push_back(Term::Of(fact, "points"));
    }
    sum.stated = Term::Of(node.weight, "full mark");
    sum.reason = {"评分标准所列各项分值之和为该指标分值",
                  "the points of the rules add up to the full mark"};
    sum.only_if_held = true;
    sink.Propose(std::move(sum));
  }
  (void)context;
}

// "100%>结果≥90%,得3分; 90%>结果≥80%,得3分": two steps of one scale with the same points. The steps
// of one scale fall; where they rise, another scale begins.
void CheckSteps(const CheckContext& context, const SheetNode& node, const SheetText& where,
                const std::vector<Point>& points, ClaimSink& sink) {
  static const Pattern kThreshold("[≥≤><＞＜]|达到目标值");
  const std::string_view text = context.TextOf(where.address);
  std::vector<const Point*> scale;
  const auto value = [&](const Point* point) { return context.At(point->fact).quantity.value; };
  const auto spell = [&](const Point* replaced, const Decimal& by) {
    std::string steps;
    for (const Point* point : scale) {
      steps += (steps.empty() ? "" : ",") + (point == replaced ? by : value(point)).ToShortString();
    }
    return steps;
  };
  const auto flush = [&] {
    for (size_t i = 1; i < scale.size(); ++i) {
      if (value(scale[i]) != value(scale[i - 1]) || value(scale[i]).IsZero()) {
        continue;
      }
      const Decimal next = i + 1 < scale.size() ? value(scale[i + 1]) : Decimal(0);
      const Decimal between =
          Decimal::Divide(value(scale[i]) + next, 2, 1, Rounding::kHalfAway).Normalized();
      Observation observation;
      observation.facts = {scale[i]->fact, scale[i - 1]->fact};
      observation.confidence = 0.8;
      observation.severity = Severity::kWarning;
      observation.expression = spell(nullptr, 0) + " ; " + spell(scale[i], between);
      observation.stated = spell(nullptr, 0);
      observation.computed = spell(scale[i], between);
      observation.message = {
          "“" + node.name + "”评分标准中相邻两档得分相同（各档为" + spell(nullptr, 0) +
              "），分档失去意义，逐档递减似应为" + spell(scale[i], between),
          "two neighbouring steps of “" + node.name + "” earn the same points (" +
              spell(nullptr, 0) + "); falling steps would be " + spell(scale[i], between)};
      sink.Observe(std::move(observation));
    }
    scale.clear();
  };
  for (size_t i = 0; i < points.size(); ++i) {
    const Point& point = points[i];
    if (!point.earned || ContainsAny(point.before, "每|扣")) {
      continue;
    }
    const bool steps_on =
        !scale.empty() && value(&point) <= value(scale.back()) &&
        kThreshold.Contains(text.substr(scale.back()->end, point.begin - scale.back()->end));
    if (!steps_on) {
      flush();
    }
    scale.push_back(&point);
  }
  flush();
}

// 扣分值=变动率×2×10 … 扣2分 on an indicator of 3.
void CheckDeduction(const CheckContext& context, const SheetNode& node, const SheetText& where,
                    ClaimSink& sink) {
  static const Pattern kFormula(
      "扣分值\\s*=\\s*[^;；。]*?[×xX*]\\s*(\\d+(?:\\.\\d+)?)\\s*[×xX*]\\s*10[^\\d]");
  const std::string_view whole = context.TextOf(where.address);
  const std::string_view text = whole.substr(where.begin, where.end - where.begin);
  Pattern::Match match;
  if (!kFormula.Find(text, 0, &match)) {
    return;
  }
  const auto factor = Decimal::Parse(match.group[1]);
  const Decimal& mark = context.At(node.weight).quantity.value;
  if (!factor || *factor == mark) {
    return;
  }
  const auto begin = static_cast<uint32_t>(match.group[1].data() - whole.data());
  Observation observation;
  observation.marks = {
      {where.address, begin, static_cast<uint32_t>(begin + match.group[1].size()), "factor"}};
  observation.facts = {node.weight};
  observation.confidence = 0.75;
  observation.severity = Severity::kWarning;
  observation.expression = factor->ToString() + " = " + mark.ToString();
  observation.stated = factor->ToString();
  observation.computed = mark.ToString();
  observation.message = {"“" + node.name + "”分值为" + mark.ToString() + "分，扣分公式却按" +
                             factor->ToString() + "分计算",
                         "“" + node.name + "” has a full mark of " + mark.ToString() +
                             ", its deduction is worked out for " + factor->ToString()};
  sink.Observe(std::move(observation));
}

// The criteria that 评价要点 numbers: "1.… 2.…" or ①…②…; 0 where they do not count up from one.
int CriteriaIn(std::string_view text) {
  static const Pattern kNumber("(?:^|[\\s。；;：:])(\\d)\\s*[.．、](?:[^\\d]|$)");
  static constexpr std::array<const char*, 10> kCircled = {"①", "②", "③", "④", "⑤",
                                                           "⑥", "⑦", "⑧", "⑨", "⑩"};
  int circled = 0;
  for (const char* const one : kCircled) {
    if (text.find(one) == std::string_view::npos) {
      break;
    }
    ++circled;
  }
  if (circled > 0) {
    return circled;
  }
  int count = 0;
  Pattern::Match match;
  for (size_t at = 0; kNumber.Find(text, at, &match); at = match.begin + 1) {
    if (match.group[1].front() - '0' != count + 1) {
      return 0;
    }
    ++count;
  }
  return count;
}

// 全部符合(1分); 符合其中两项(0.5分), where only two criteria are listed: two steps, one case.
void CheckPartlyMet(const CheckContext& context, const SheetNode& node, ClaimSink& sink) {
  static const Pattern kPartly(
      "(?:符合|满足|达到|具备)其中([一二两三四五六七八九\\d])(?:项|条|个|点)[^一-龥]{0,2}[（(，,]?["
      "^；;。]{0,6}?"
      "(\\d+(?:\\.\\d+)?)分");
  static const Pattern kWholly(
      "(?:全部符合|全部满足|全部达到|全部具备|均符合)[（(，,]?[^；;。\\d]{0,6}(\\d+(?:\\.\\d+)?)"
      "分");
  int criteria = 0;
  for (const SheetText& where : node.rubric) {
    const std::string_view text =
        context.TextOf(where.address).substr(where.begin, where.end - where.begin);
    const size_t points = text.find("要点");
    if (points != std::string_view::npos) {
      criteria = CriteriaIn(text.substr(points));
    }
  }
  if (criteria < 2) {
    return;
  }
  for (const SheetText& where : node.rubric) {
    const std::string_view whole = context.TextOf(where.address);
    const std::string_view text = whole.substr(where.begin, where.end - where.begin);
    Pattern::Match all;
    Pattern::Match part;
    if (!kWholly.Find(text, 0, &all) || !kPartly.Find(text, 0, &part)) {
      continue;
    }
    static constexpr std::array<std::string_view, 10> kNumerals = {"",   "一", "二", "三", "四",
                                                                   "五", "六", "七", "八", "九"};
    const std::string_view numeral = part.group[1] == "两" ? kNumerals[2] : part.group[1];
    const auto at = std::find(kNumerals.begin() + 1, kNumerals.end(), numeral);
    const int met =
        at != kNumerals.end() ? static_cast<int>(at - kNumerals.begin()) : numeral.front() - '0';
    if (met < criteria || all.group[1] == part.group[2]) {
      continue;
    }
    const auto begin = static_cast<uint32_t>(part.group[0].data() - whole.data());
    Observation observation;
    observation.marks = {
        {where.address, begin, static_cast<uint32_t>(begin + part.group[0].size()), "part"}};
    observation.facts = {node.weight};
    observation.confidence = 0.8;
    observation.severity = Severity::kWarning;
    observation.expression = std::to_string(met) + " < " + std::to_string(criteria);
    observation.stated = std::string(part.group[0]);
    observation.computed = std::to_string(criteria);
    observation.message = {
        "“" + node.name + "”只列出" + std::to_string(criteria) + "个评价要点，“" +
            std::string(part.group[0]) + "”与“全部符合”是同一种情形，得分却不同",
        "“" + node.name + "” lists " + std::to_string(criteria) + " criteria, so meeting " +
            std::to_string(met) + " of them is meeting all, but earns other points"};
    sink.Observe(std::move(observation));
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const ScoreSheet& sheet : context.score_sheets()) {
    if (sheet.doubtful) {
      continue;
    }
    for (const SheetNode& node : sheet.nodes) {
      if (node.level != 3 || node.weight < 0 || node.rubric.empty()) {
        continue;
      }
      CheckPartlyMet(context, node, sink);
      for (const SheetText& where : node.rubric) {
        const std::vector<Point> points = PointsIn(context, where);
        CheckPoints(context, node, points, sink);
        CheckSteps(context, node, where, points, sink);
        CheckDeduction(context, node, where, sink);
      }
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效评分表\n"
     "一级指标\t二级指标\t三级指标\t评分标准\t得分\n"
     "投入(10分)\t目标设定(5分)\t目标合理性(2分)"
     "\t编报部门整体和项目的绩效目标，实现绩效目标全覆盖（8分）。\t2\n"
     "\t\t指标明确性(3分)\t指标清晰、细化、可衡量的，得满分，否则酌情扣分。\t3\n"
     "\t预算配置(5分)\t人员控制率(5分)\t控制率不大于100%的，得满分，否则酌情扣分。\t5\n",
     true, "8 points on a mark of 2"},
    {"2023年度青石县林业局部门整体支出绩效评分表\n"
     "一级指标\t二级指标\t三级指标\t评分标准\t得分\n"
     "投入(10分)\t目标设定(5分)\t目标合理性(2分)"
     "\t编报部门整体绩效目标（1分）；实现绩效目标全覆盖（1分）。\t2\n"
     "\t\t指标明确性(3分)\t指标清晰、细化、可衡量的，得满分，否则酌情扣分。\t3\n"
     "\t预算配置(5分)\t人员控制率(5分)\t控制率不大于100%的，得满分，否则酌情扣分。\t5\n",
     false, "1 + 1 is the mark"},
};

}  // namespace

const Rule rubric_disagrees_with_mark = {
    .id = "SCO105",
    .name = "rubric-disagrees-with-mark",
    .severity = Severity::kError,
    .summary_zh = "评分标准中的分值与指标分值矛盾。",
    .summary_en = "Points inside the scoring rules contradict the indicator's full mark.",
    .advice_zh = "请核对评分标准与指标分值。",
    .advice_en = "Check the scoring rules against the full mark.",
    .documentation = R"(## What it checks
Points in an indicator's scoring rules (（1分）, 得1分) against its full mark; neighbouring steps of a scale that earn the same; deduction formulas made for another mark; 符合其中两项 set apart from 全部符合 where only two criteria are listed.
## Why it matters
A rule that gives more than the mark, or the same for better and worse, cannot be applied.
## When it stays silent
Points taken off (扣), points for each of several cases (每…), sheets whose levels are not sure.
## Source
财预〔2020〕10号; arithmetic.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
