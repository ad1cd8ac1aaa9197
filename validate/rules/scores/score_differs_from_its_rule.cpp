// SPDX-License-Identifier: GPL-3.0-or-later
//
// SCO108: 目标值为10%；达到目标值得3分，每增加0.1个百分点扣0.1分: the points that an indicator's
// own rule gives for the value told, against the score given.
//
// METHOD      Rule (target, full mark, step, points a step, which way is worse) → Value (the row's
//             own actual value, or the rate of that name that the text works out; 预算调整率 from
//             the budgets themselves) → Points, by whole steps and by parts of a step.
// LIMITS      rules with several conditions, bands, or words only are left alone.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "base/pattern.h"
#include "base/utf8.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/reading/subject.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule score_differs_from_its_rule;

namespace {

constexpr int kScale = 10;

struct StepRule {
  Decimal target;  // in percent
  Decimal mark;
  Decimal step;      // percentage points
  Decimal points;    // taken off for each step
  bool over = true;  // a value over the target is worse
};

std::optional<StepRule> RuleIn(std::string_view text) {
  static const Pattern kTarget(
      "(?:目标值(?:为|是)?\\s*[≤<＜≥>＞＝=]?|以)\\s*(\\d+(?:\\.\\d+)?)\\s*[%％](?:为标准)?");
  static const Pattern kMark(
      "(?:达到目标值|等于目标值|达标|[≤<＜]\\s*\\d+(?:\\.\\d+)?\\s*[%％]的?)[，,]?(?:得|计)\\s*("
      "\\d+(?:\\.\\d+)?)\\s*分");
  static const Pattern kStep(
      "每(增加|超过|超出|超|高于|降低|低于|减少|少)\\s*(\\d+(?:\\.\\d+)?|一)\\s*(?:个百分点|[%％])["
      "，,]?扣\\s*(\\d+(?:\\.\\d+)?)\\s*分");
  Pattern::Match target;
  Pattern::Match mark;
  Pattern::Match step;
  Pattern::Match second;
  if (!kTarget.Find(text, 0, &target) || !kMark.Find(text, 0, &mark) ||
      !kStep.Find(text, 0, &step) || kStep.Find(text, step.end, &second)) {
    return std::nullopt;
  }
  StepRule rule;
  const auto value = Decimal::Parse(target.group[1]);
  const auto full = Decimal::Parse(mark.group[1]);
  const auto size =
      step.group[2] == "一" ? std::optional(Decimal(1)) : Decimal::Parse(step.group[2]);
  const auto points = Decimal::Parse(step.group[3]);
  if (!value || !full || !size || !points || size->Sign() <= 0) {
    return std::nullopt;
  }
  rule.target = *value;
  rule.mark = *full;
  rule.step = *size;
  rule.points = *points;
  rule.over = ContainsAny(step.group[1], "增加|超|高于");
  return rule;
}

// A value in percent with the figures it comes from.
struct Worked {
  Decimal percent;
  std::vector<FactId> from;
};

// The one figure of that scope that the text tells of the whole budget; -1 where it tells several.
FactId Budget(const CheckContext& context, std::string_view words) {
  FactId found = -1;
  for (const Passage& passage : context.prose()) {
    if (passage.address.part != TextAddress::Part::kBlock) {
      continue;
    }
    for (const Said& said : passage.figures) {
      const Fact& fact = context.At(said.fact);
      const uint32_t begin = passage.sentences[static_cast<size_t>(said.sentence)].first;
      const std::string_view sofar = passage.text.substr(begin, said.begin - begin);
      if (fact.quantity.unit.dimension != Dimension::kMoney || IsChange(fact) ||
          !ContainsAny(said.label, words) ||
          ContainsAny(sofar, "基本支出|项目|三公|公用|采购|其中|人员经费")) {
        continue;
      }
      if (found >= 0 && context.At(found).quantity.BaseValue() != fact.quantity.BaseValue()) {
        return -1;
      }
      found = found < 0 ? said.fact : found;
    }
  }
  return found;
}

std::optional<Worked> AdjustmentRate(const CheckContext& context) {
  const FactId opening = Budget(context, "年初预算");
  const FactId full = Budget(context, "全年预算|调整后预算|调整预算数");
  if (opening < 0 || full < 0 || context.At(opening).quantity.BaseValue().Sign() <= 0) {
    return std::nullopt;
  }
  const Decimal a = context.At(opening).quantity.BaseValue();
  const Decimal b = context.At(full).quantity.BaseValue();
  return Worked{Decimal::Divide((b - a).Abs() * Decimal(100), a, kScale, Rounding::kHalfAway),
                {full, opening}};
}

// 在职人员控制率 … =38%: the rate told after the indicator's own name, in the clause of the name.
std::optional<Worked> RateTold(const CheckContext& context, const std::string& name) {
  std::optional<Worked> found;
  for (const Passage& passage : context.prose()) {
    if (passage.address.part != TextAddress::Part::kBlock ||
        passage.text.find('|') != std::string_view::npos) {
      continue;
    }
    for (const Said& said : passage.figures) {
      const Fact& fact = context.At(said.fact);
      if (fact.quantity.unit.dimension != Dimension::kRatio || IsChange(fact) ||
          !SubjectKey(said.label).ends_with(name)) {
        continue;
      }
      const Decimal percent = fact.quantity.BaseValue() * Decimal(100);
      if (found && found->percent != percent) {
        return std::nullopt;
      }
      found = Worked{percent, {said.fact}};
    }
  }
  return found;
}

void CheckNode(const CheckContext& context, const SheetNode& node, ClaimSink& sink) {
  std::optional<StepRule> rule;
  for (const SheetText& where : node.rubric) {
    const std::string_view text =
        context.TextOf(where.address).substr(where.begin, where.end - where.begin);
    if (const auto one = RuleIn(text)) {
      if (rule) {
        return;
      }
      rule = one;
    }
  }
  if (!rule || rule->mark != context.At(node.weight).quantity.value) {
    return;
  }
  const std::string name = SubjectKey(node.name);
  std::optional<Worked> worked = RateTold(context, name);
  if (!worked && name == "预算调整率") {
    worked = AdjustmentRate(context);
  }
  if (!worked) {
    return;
  }
  const Decimal miss = rule->over ? worked->percent - rule->target : rule->target - worked->percent;
  const Decimal steps =
      miss.Sign() <= 0 ? Decimal(0) : Decimal::Divide(miss, rule->step, kScale, Rounding::kDown);
  const auto points = [&](const Decimal& count) {
    const Decimal left = rule->mark - count * rule->points;
    return left.Sign() < 0 ? Decimal(0) : left;
  };
  // By parts of a step, by whole steps, and by steps begun: any of the three may be meant.
  const Decimal most = points(steps.RoundTo(0, Rounding::kDown));
  const Decimal least = points(steps.RoundTo(0, Rounding::kUp));
  const Decimal& given = context.At(node.score).quantity.value;
  const std::string percent = worked->percent.RoundTo(2, Rounding::kHalfAway).ToShortString();
  const std::string expression = rule->mark.ToShortString() + " - (" + percent + " - " +
                                 rule->target.ToShortString() + ") / " +
                                 rule->step.ToShortString() + " * " + rule->points.ToShortString() +
                                 " = " + given.ToShortString();
  const Mark mark{node.where.address, node.where.begin, node.where.end, "indicator"};
  if (given >= least && given <= most) {
    sink.Pass({RelationKind::kBand,
               expression,
               {"得分与评分标准相符", "the score follows from the rule"},
               {mark},
               {node.score},
               0.85});
    return;
  }
  Observation observation;
  observation.marks = {mark};
  observation.facts = {node.score};
  observation.facts.insert(observation.facts.end(), worked->from.begin(), worked->from.end());
  observation.confidence = 0.75;
  observation.severity = Severity::kWarning;
  observation.expression = expression;
  observation.stated = given.ToShortString();
  observation.computed = most.ToShortString();
  observation.message = {"“" + node.name + "”实际为" + percent + "%，按评分标准应得" +
                             most.ToShortString() + "分，自评得" + given.ToShortString() + "分",
                         "“" + node.name + "” is " + percent + "%; its own rule gives " +
                             most.ToShortString() + " points, the score is " +
                             given.ToShortString()};
  sink.Observe(std::move(observation));
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const ScoreSheet& sheet : context.score_sheets()) {
    for (const SheetNode& node : sheet.nodes) {
      if (!sheet.doubtful && node.level == 3 && node.weight >= 0 && node.score >= 0) {
        CheckNode(context, node, sink);
      }
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局部门整体支出绩效评分表\n"
     "2023年年初预算数为200.00万元，全年预算数为228.00万元。\n"
     "一级指标\t二级指标\t三级指标\t评分标准\t得分\n"
     "过程(10分)\t预算执行(10分)\t预算调整率(3分)"
     "\t目标值为10%；达到目标值得3分，每增加1个百分点扣0.5分，扣完为止。\t3\n"
     "\t\t制度健全性(3分)\t制度健全的，得满分，否则酌情扣分。\t3\n"
     "\t\t信息公开(4分)\t按规定公开的，得满分，否则酌情扣分。\t4\n",
     true, "14% is 4 points over 10%: 2 points off"},
    {"2023年度青石县林业局部门整体支出绩效评分表\n"
     "2023年年初预算数为200.00万元，全年预算数为228.00万元。\n"
     "一级指标\t二级指标\t三级指标\t评分标准\t得分\n"
     "过程(10分)\t预算执行(10分)\t预算调整率(3分)"
     "\t目标值为10%；达到目标值得3分，每增加1个百分点扣0.5分，扣完为止。\t1\n"
     "\t\t制度健全性(3分)\t制度健全的，得满分，否则酌情扣分。\t3\n"
     "\t\t信息公开(4分)\t按规定公开的，得满分，否则酌情扣分。\t4\n",
     false, "3 - 4 × 0.5 is 1"},
};

}  // namespace

const Rule score_differs_from_its_rule = {
    .id = "SCO108",
    .name = "score-differs-from-its-rule",
    .severity = Severity::kWarning,
    .summary_zh = "得分与该指标自己的评分标准不符。",
    .summary_en = "A score is not what the indicator's own rule gives for the value told.",
    .advice_zh = "请按评分标准重新计分，或核对指标实际值。",
    .advice_en = "Work the points out again, or check the value.",
    .documentation = R"(## What it checks
Rules of one step (目标值…达到目标值得N分，每超过一个百分点扣k分) for rates whose value the text tells under the indicator's own name; 预算调整率 is worked out from the opening and the full-year budget.
## Why it matters
Points awarded against one's own rule are what reviewers look for first.
## When it stays silent
Rules with bands or several conditions; rates told with several values; scores that whole steps, parts of steps or steps begun would give; sheets whose levels are not sure.
## Source
财预〔2013〕53号: formulas of the rates; the sheet's own rule.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
