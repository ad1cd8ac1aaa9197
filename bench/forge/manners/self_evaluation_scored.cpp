// SPDX-License-Identifier: GPL-3.0-or-later
//
// The self-evaluation of the south: comparisons with last year, rates with their arithmetic written
// out, and a score sheet whose groups carry their full marks.
#include "bench/forge/manner.h"
#include "bench/forge/manners/topics.h"

namespace crossfoot::forge {

namespace {

void WrittenOut(Scribe* scribe) {
  scribe->Paragraph(
      "[在职人员控制率：在职{staff}/编制{quota}×100%={staff.rate}；“三公”经费控制率：实际支出{tp}/"
      "预算{tp.budget}×"
      "100%={tp.rate}；政府采购执行率：实际采购{buy}/采购预算{buy.budget}×100%={buy.rate}。|"
      "在职人员控制率={#staff}/{#quota}×100%={staff.rate}，“三公”经费控制率={#tp}/"
      "{#tp.budget}×100%={tp.rate}，预算调整"
      "率={#adjust}/{#opening}×100%={adjust_rate}。]");
}

void GroupedSheet(const Agency& agency, Scribe* scribe) {
  scribe->BeginGrid("部门整体支出绩效评价指标体系评分表", 1, false);
  scribe->Row({"一级指标", "二级指标", "三级指标", "分值", "得分"});
  scribe->Row({"预算执行", "预算执行率", "预算执行率", "{#exec.weight}", "{#exec.score}"});
  std::string group;
  const std::vector<std::pair<std::string, std::string>> keys{
      {"产出指标", "output"}, {"效益指标", "benefit"}, {"满意度指标", "satisfaction"}};
  for (const Indicator& one : agency.indicators) {
    if (one.group != group) {
      group = one.group;
      for (const auto& [name, key] : keys) {
        if (name == group) {
          scribe->Row({group + "小计", "", "", "{#" + key + ".weight}", "{#" + key + ".score}"});
        }
      }
    }
    scribe->Row(
        {one.group, one.level2, one.name, "{#" + one.key + ".weight}", "{#" + one.key + ".score}"});
  }
  scribe->Row({"总分", "", "", "{#total.weight}", "{#total.score}"});
  scribe->EndGrid();
}

}  // namespace

ForgedReport WriteScoredSelfEvaluation(uint64_t seed) {
  Random random(seed, "scored");
  ForgedReport report;
  report.hand = Hand::Draw(&random);
  const Agency agency = DrawAgency(seed, random.Chance(35));
  report.ledger = agency.ledger;
  Scribe scribe(report.ledger, report.hand, seed, "self-evaluation-scored", agency.year);
  Introduce(agency, &scribe);
  scribe.Title("{@entity}{y}年度部门整体支出绩效自评报告");
  scribe.Heading(1, "一、部门概况");
  scribe.Heading(2, "（一）部门职能与机构设置");
  TellDuties(agency, &scribe);
  TellOffices(agency, &scribe);
  scribe.Heading(2, "（二）人员情况");
  TellStaff(&scribe);
  scribe.Heading(1, "二、部门整体收支情况");
  scribe.Heading(2, "（一）收入支出预算安排情况");
  TellBudget(&scribe);
  scribe.Heading(2, "（二）收入支出决算情况");
  TellIncome(&scribe);
  TellSpending(&scribe);
  scribe.Paragraph(
      "按支出性质分，基本支出{exp.basic}，比上年{+diff.basic:增加/减少}，{+growth.basic:增长/"
      "下降}，占本年支出的"
      "{share.basic}；项目支出{exp.project}，占本年支出的{share.project}。");
  TellBasicSpending(&scribe);
  TellCarryOver(&scribe);
  scribe.Heading(2, "（三）“三公”经费支出情况");
  TellThreePublic(&scribe);
  scribe.Heading(1, "三、部门整体支出绩效评价情况");
  scribe.Heading(2, "（一）指标测算");
  WrittenOut(&scribe);
  scribe.Heading(2, "（二）绩效目标完成情况");
  TellTasks(agency, &scribe);
  scribe.Heading(2, "（三）评价结论");
  TellScores(&scribe);
  scribe.Heading(1, "四、存在的问题");
  TellProblems(&scribe);
  scribe.Heading(1, "五、整改措施");
  TellPlans(&scribe);
  GroupedSheet(agency, &scribe);
  report.manuscript = scribe.Finish();
  return report;
}

}  // namespace crossfoot::forge
