// SPDX-License-Identifier: GPL-3.0-or-later
//
// SCO101: full marks at every level of a score sheet.
#include <algorithm>
#include <string>
#include <vector>

#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/rule.h"

namespace crossfoot::rules {

extern const Rule weights_do_not_add_up;

namespace {

constexpr int kFullMarks = 100;

// The last group of a sheet that ends without a total: what is missing may stand on another page,
// or in a table that was not seen to be the same.
bool MayGoOn(const CheckContext& context, const ScoreSheet& sheet, const SheetNode& node) {
  if (sheet.total_weight >= 0 || sheet.total_score >= 0 || node.children.empty()) {
    return false;
  }
  const SheetNode* deepest = &node;
  while (!deepest->children.empty()) {
    deepest = &sheet.nodes[static_cast<size_t>(deepest->children.back())];
  }
  Decimal parts;
  for (const int child : node.children) {
    const FactId weight = sheet.nodes[static_cast<size_t>(child)].weight;
    parts += weight >= 0 ? context.At(weight).quantity.value : Decimal();
  }
  return deepest == &sheet.nodes.back() && parts < context.At(node.weight).quantity.value;
}

void CheckSheet(const CheckContext& context, const ScoreSheet& sheet, ClaimSink& sink) {
  Claim top;
  Claim leaves;
  bool all_groups_marked = true;
  for (const SheetNode& node : sheet.nodes) {
    all_groups_marked = all_groups_marked && (node.weight >= 0 || node.level != 1);
    if (node.weight < 0) {
      continue;
    }
    if (node.level == 1) {
      top.operands.push_back(Term::Of(node.weight, "group"));
    }
    if (node.level == 3) {
      leaves.operands.push_back(Term::Of(node.weight, "indicator"));
    }
    Claim claim;
    bool whole = !node.children.empty();
    for (const int child : node.children) {
      const FactId weight = sheet.nodes[static_cast<size_t>(child)].weight;
      whole = whole && weight >= 0;
      claim.operands.push_back(Term::Of(weight, "part"));
    }
    if (!whole) {
      continue;
    }
    if (MayGoOn(context, sheet, node)) {
      sink.CannotTest({"评分表没有合计行，最后一组可能未完",
                       "a score sheet without its total: its last group may go on elsewhere"});
      continue;
    }
    claim.stated = Term::Of(node.weight, "group");
    claim.reason = {"“" + node.name + "”的分值应为其下各指标分值之和",
                    "a group's full mark is the sum of its indicators'"};
    claim.confidence = 0.9;
    claim.only_if_held = sheet.doubtful;
    sink.Propose(std::move(claim));
  }
  const auto close = [&](Claim claim, const char* zh, const char* en, bool sure) {
    if (claim.operands.size() < 2) {
      return;
    }
    claim.stated = sheet.total_weight >= 0
                       ? Term::Of(sheet.total_weight, "total")
                       : Term::Constant(kFullMarks, std::to_string(kFullMarks), "full marks");
    claim.reason = {zh, en};
    claim.confidence = 0.88;
    claim.only_if_held = !sure;
    sink.Propose(std::move(claim));
  };
  Decimal leaf_sum = 0;
  for (const Term& term : leaves.operands) {
    leaf_sum += context.At(term.fact).quantity.value;
  }
  // Groups are held against 100 only where the indicators prove that the sheet is read whole.
  const bool proven = leaf_sum == Decimal(kFullMarks) && !sheet.doubtful && all_groups_marked;
  close(std::move(top), "一级指标分值之和应为总分", "first-level groups add up to the full marks",
        proven);
  // The indicators are held against the printed total where they make 100 themselves, or exceed it:
  // points that are earned outside the list only ever explain that they fall short. A total that
  // leaves out one of the groups (预算执行) is that of the others.
  const auto leaves_one_out = [&](const Decimal& total) {
    return std::any_of(sheet.nodes.begin(), sheet.nodes.end(), [&](const SheetNode& node) {
      return node.weight >= 0 && leaf_sum - context.At(node.weight).quantity.value == total;
    });
  };
  const Decimal total =
      sheet.total_weight >= 0 ? context.At(sheet.total_weight).quantity.value : Decimal();
  const bool sure = !sheet.doubtful && sheet.total_weight >= 0 &&
                    (leaf_sum == Decimal(kFullMarks) || leaf_sum > total) && !leaves_one_out(total);
  close(std::move(leaves), "各指标分值之和应为总分", "indicators add up to the full marks", sure);
}

void Check(const CheckContext& context, ClaimSink& sink) {
  for (const ScoreSheet& sheet : context.score_sheets()) {
    CheckSheet(context, sheet, sink);
    if (sheet.doubtful) {
      sink.CannotTest({"评分表的层次无法确定", "the levels of a score sheet are not sure"});
    }
  }
}

constexpr RuleExample kExamples[] = {
    {"2023年度青石县林业局项目支出绩效自评表\n"
     "一级指标\t二级指标\t三级指标\t指标值\t实际完成值\t分值\t得分\n"
     "产出指标(50分)\t数量指标\t造林面积\t≥300亩\t310亩\t25\t25\n"
     "产出指标(50分)\t质量指标\t造林合格率\t≥90%\t95%\t15\t14\n"
     "产出指标(50分)\t时效指标\t按期完成率\t≥90%\t95%\t10\t10\n"
     "效益指标(40分)\t社会效益指标\t惠及群众人数\t≥50人\t60人\t40\t39\n"
     "满意度指标(10分)\t满意度指标\t群众满意度\t≥90%\t95%\t10\t10\n",
     false, "a group printed once more in each of its rows"},
    {"2023年度青石县林业局项目支出绩效自评表\n"
     "项目名称\t护林站房修缮项目\t\t\t\t\t\t\t\n"
     "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\t\n"
     "\t年度资金总额\t60\t59.40\t59.40\t10\t100%\t10\t\n"
     "\t其中：本年财政拨款\t60\t59.40\t59.40\t\t\t\t\n"
     "绩效指标\t一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因\n"
     "\t产出指标(50分)\t数量指标\t修缮站房数量\t≥6处\t6\t20\t20\t\n"
     "\t\t质量指标\t修缮合格率\t≥95%\t96%\t15\t15\t\n"
     "\t\t\t经费支出合规性\t严格执行相关制度规定\t达成预期指标\t15\t15\t\n"
     "\t效益指标(30分)\t社会效益指标\t护林条件改善程度\t效果明显\t达成预期指标\t15\t15\t\n"
     "\t\t可持续影响指标\t对站房长期使用的影响\t效果明显\t达成预期指标\t15\t15\t\n"
     "\t满意度指标(10分)\t满意度指标\t护林员满意度\t≥90%\t95%\t10\t10\t\n"
     "总分\t\t\t\t\t\t100\t100\t\n",
     false, "a group of one indicator is a group, not one more of the group above it"},
    {"2023年度青石县林业局部门整体支出绩效评分表\n"
     "一级指标\t二级指标\t三级指标\t评分标准\t得分\n"
     "投入(10分)\t目标设定(5分)\t目标合理性(2分)\t目标符合客观实际，依据充分，得2分。\t2\n"
     "\t\t指标明确性(2分)\t指标清晰、细化、可衡量，得2分。\t2\n"
     "\t预算配置(5分)\t人员控制率(5分)\t控制率不大于100%，得5分。\t5\n",
     true, "2 + 2 is not 5"},
    {"2023年度青石县林业局部门整体支出绩效评分表\n"
     "一级指标\t二级指标\t三级指标\t评分标准\t得分\n"
     "投入(10分)\t目标设定(5分)\t目标合理性(2分)\t目标符合客观实际，依据充分，得2分。\t2\n"
     "\t\t指标明确性(3分)\t指标清晰、细化、可衡量，得3分。\t3\n"
     "\t预算配置(5分)\t人员控制率(5分)\t控制率不大于100%，得5分。\t5\n",
     false, "every level adds up"},
    {"项目支出绩效自评表\n（2023年度）\n"
     "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
     "产出指标(50分)\t数量指标\t护林站房修缮数量\t≥50个\t50\t12\t12\n"
     "产出指标(50分)\t质量指标\t修缮质量合格率\t≥100百分比\t100\t12\t12\n"
     "产出指标(50分)\t质量指标\t经费支出合规性\t严格执行相关制度规定\t达成预期指标\t13\t13\n"
     "产出指标(50分)\t时效指标\t修缮完成及时性\t在项目计划完成时间内\t达成预期指标\t13\t13\n",
     false, "what was done is a value, even where it says 指标"},
    {"青石县林业局2023年度部门整体支出绩效自评表\n"
     "一级指标 | 二级指标 | 三级指标 | 分值 | 评分标准 | 自评得分 |\n"
     "规划（9分） | 基础信息（3分） | 信息完整性 | 3 | 信息是否完整（3分） | 3 |\n"
     "工作计划（6分） | 计划完整性 | 3 | 年度工作计划是否完整可行（3分） | 3 |\n"
     "计划明确性 | 3 | 年度工作计划是否明确可操作（3分） | 3 |\n",
     false, "what asks is how a mark is given"},
    {"青石县林业局2023年度部门整体支出绩效自评表\n"
     "一级指标\t二级指标\t三级指标\t得分\n"
     "投入（25分）\t目标设定（15分）\t相关性（5分）\t5\n"
     "投入（25分）\t目标设定（15分）\t明确性（5分）\t5\n"
     "投入（25分）\t目标设定（15分）\t合理性（5分）\t5\n"
     "投入（25分）\t预算编制（10分）\t测算依据（10分）\t8\n"
     "过程（30分）\t资金分配（2分）\t分配及时性（1分）\t1\n"
     "过程（30分）\t资金分配（2分）\t分配合规性（1分）\t1\n",
     false, "a sheet cut off in its last group"},
};

}  // namespace

const Rule weights_do_not_add_up = {
    .id = "SCO101",
    .name = "weights-do-not-add-up",
    .severity = Severity::kError,
    .summary_zh = "评分表各级分值之和与上级分值不符。",
    .summary_en = "Full marks in a score sheet do not add up to their group or to 100.",
    .advice_zh = "请核对各级指标的分值。",
    .advice_en = "Check the full marks at each level.",
    .documentation = R"(## What it checks
Full marks (分值, 权重) of a score sheet: indicators against their group, groups against theirs, first-level groups against the total or 100.
## Why it matters
A sheet whose marks do not make 100 gives no score on a scale of 100.
## When it stays silent
When the levels of the sheet cannot be told; when the last group of a sheet without a total falls short (it may go on elsewhere; said as not covered); against 100, when the indicators do not prove that the sheet was read whole.
## Source
财预〔2020〕10号: weights add up to 100.)",
    .examples = kExamples,
    .check = Check,
};

}  // namespace crossfoot::rules
