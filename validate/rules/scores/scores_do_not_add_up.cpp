// SPDX-License-Identifier: GPL-3.0-or-later
//
// SCO102: the total score is the sum of the indicators' scores; no score is over its full mark.
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/reading/measure_words.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule scores_do_not_add_up;

namespace {

constexpr int kFullMarks = 100;

// The points for budget execution that a form awards outside its list of indicators, in the row of
// the money: 年度资金总额 … 分值 10, 执行率 95.00%, 得分 9.5. The nearest one before the sheet.
struct ExecutionPoints {
  FactId weight = -1;
  FactId score = -1;
};

ExecutionPoints ExecutionBefore(const CheckContext& context, const ScoreSheet& sheet) {
  ExecutionPoints points;
  for (const FigureTable& table : context.tables()) {
    if (sheet.nodes.empty() || table.block > sheet.nodes.front().where.address.block) {
      break;
    }
    for (const FigureRow& row : table.rows) {
      if (!ContainsAny(row.Label(), "资金|支出总额|预算执行|执行率")) {
        continue;
      }
      ExecutionPoints found;
      for (const RowSegment& segment : row.segments) {
        for (const auto& [column, id] : segment.figures) {
          const Scope scope = context.At(id).scope;
          found.weight = scope == Scope::kWeight ? id : found.weight;
          found.score = scope == Scope::kScore ? id : found.score;
        }
      }
      if (found.weight >= 0 && found.score >= 0) {
        points = found;
        break;
      }
    }
  }
  return points;
}

void CheckSheet(const CheckContext& context, const ScoreSheet& sheet, ClaimSink& sink) {
  Claim total;
  Decimal full_marks = 0;
  bool all_weighted = true;
  bool whole = true;
  for (const SheetNode& node : sheet.nodes) {
    if (node.level != 3) {
      continue;
    }
    whole = whole && node.score >= 0;
    if (node.score < 0) {
      continue;
    }
    total.operands.push_back(Term::Of(node.score, "score"));
    all_weighted = all_weighted && node.weight >= 0;
    if (node.weight >= 0) {
      full_marks += context.At(node.weight).quantity.value;
      Claim bound;
      bound.kind = RelationKind::kBound;
      bound.operands = {Term::Of(node.score, "score")};
      bound.stated = Term::Of(node.weight, "full mark");
      bound.reason = {"“" + node.name + "”得分不应超过分值", "a score is at most its full mark"};
      bound.confidence = 0.9;
      bound.only_if_held = sheet.doubtful;
      sink.Propose(std::move(bound));
    }
  }
  if (sheet.total_score >= 0 && total.operands.size() >= 2) {
    total.stated = Term::Of(sheet.total_score, "total score");
    total.reason = {"总得分应为各指标得分之和", "the total score is the sum of the scores"};
    total.confidence = 0.9;
    total.only_if_held = !whole || sheet.doubtful;
    const Decimal marks = sheet.total_weight >= 0 ? context.At(sheet.total_weight).quantity.value
                                                  : Decimal(kFullMarks);
    std::vector<Claim> readings;
    if (all_weighted && full_marks < marks) {
      // Something that earns points stands outside the list.
      total.only_if_held = true;
      const ExecutionPoints execution = ExecutionBefore(context, sheet);
      if (execution.score >= 0) {
        Claim with = total;
        with.operands.push_back(Term::Of(execution.score, "score for execution"));
        with.reason = {"总得分应为预算执行得分与各指标得分之和",
                       "the total score is that for execution and those of the indicators"};
        with.only_if_held = sheet.doubtful || !whole ||
                            full_marks + context.At(execution.weight).quantity.value != marks;
        readings.push_back(std::move(with));
      }
    }
    readings.push_back(std::move(total));
    sink.Propose(std::move(readings));
  }
}

// 分值5分，得分10分 in running text.
void CheckProse(const CheckContext& context, ClaimSink& sink) {
  for (const Passage& passage : context.prose()) {
    if (passage.address.part == TextAddress::Part::kCell ||
        passage.text.find("得分") == std::string_view::npos) {
      continue;
    }
    for (size_t i = 0; i + 1 < passage.figures.size(); ++i) {
      const Said& mark = passage.figures[i];
      const Said& score = passage.figures[i + 1];
      const auto is_points = [&](const Said& said) {
        return context.At(said.fact).quantity.unit.dimension == Dimension::kScore;
      };
      if (mark.sentence != score.sentence || !is_points(mark) || !is_points(score) ||
          (mark.label != "分值" && mark.label != "满分") ||
          (score.label != "得分" && score.label != "自评得分" && score.label != "实际得分")) {
        continue;
      }
      Claim bound;
      bound.kind = RelationKind::kBound;
      bound.operands = {Term::Of(score.fact, "score")};
      bound.stated = Term::Of(mark.fact, "full mark");
      bound.reason = {"得分不应超过分值", "a score is at most its full mark"};
      bound.confidence = 0.9;
      sink.Propose(std::move(bound));
    }
  }
}

void Check(const CheckContext& context, ClaimSink& sink) {
  CheckProse(context, sink);
  for (const ScoreSheet& sheet : context.score_sheets()) {
    CheckSheet(context, sheet, sink);
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局项目支出绩效自评报告\n"
     "造林面积年度指标值为≥300亩，实际完成310亩，分值5分，得分10分。\n",
     true, "10 of 5 points"},
    {"2023年度青石县林业局项目支出绩效自评报告\n"
     "产出指标分值50分，效益指标分值30分，得分分别为50分和29分。\n",
     false, "which score is of which mark is not said there"},
    {"2023年度青石县林业局部门整体支出绩效评分表\n"
     "一级指标\t二级指标\t三级指标\t评分标准\t得分\n"
     "投入(10分)\t目标设定(5分)\t目标合理性(2分)\t目标符合客观实际，依据充分，得2分。\t3\n"
     "\t\t指标明确性(3分)\t指标清晰、细化、可衡量，得3分。\t3\n"
     "\t预算配置(5分)\t人员控制率(5分)\t控制率不大于100%，得5分。\t5\n",
     true, "a score of 3 on a full mark of 2"},
    {"2023年度青石县林业局部门整体支出绩效评分表\n"
     "一级指标\t二级指标\t三级指标\t评分标准\t得分\n"
     "投入(10分)\t目标设定(5分)\t目标合理性(2分)\t目标符合客观实际，依据充分，得2分。\t2\n"
     "\t\t指标明确性(3分)\t指标清晰、细化、可衡量，得3分。\t3\n"
     "\t预算配置(5分)\t人员控制率(5分)\t控制率不大于100%，得5分。\t4\n",
     false, "no score is over its mark"},
    {"2023年度青石县林业局项目支出绩效自评表\n"
     "一级指标\t二级指标\t三级指标\t分值\t得分\n"
     "预算执行\t预算执行率\t预算执行率\t20\t18.6\n"
     "产出指标小计\t\t\t50\t49\n"
     "产出指标\t数量指标\t造林面积\t28\t27.5\n"
     "产出指标\t质量指标\t成活率\t22\t21.5\n"
     "满意度指标小计\t\t\t30\t30\n"
     "满意度指标\t服务对象满意度指标\t林农满意度\t30\t30\n"
     "总分\t\t\t100\t97.6\n",
     false, "a group's subtotal stands before its indicators and is none of them"},
};

}  // namespace

const Rule scores_do_not_add_up = {
    .id = "SCO102",
    .name = "scores-do-not-add-up",
    .severity = Severity::kError,
    .summary_zh = "得分之和与总分不符，或得分超过分值。",
    .summary_en = "Scores do not add up to the total, or one is over its full mark.",
    .advice_zh = "请核对各指标得分和总分。",
    .advice_en = "Check the scores and the total.",
    .documentation = R"(## What it checks
The scores of all indicators of a sheet (and the points for budget execution printed above it) against the total score; each score against its full mark.
## Why it matters
The total is what is published and graded.
## When it stays silent
When an indicator's score could not be read, or the levels of the sheet are not sure; when the full marks listed fall short of the whole and nothing printed makes them up.
## Source
财预〔2020〕10号.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
