// SPDX-License-Identifier: GPL-3.0-or-later
//
// The self-evaluation of one project (项目支出绩效自评): the form with money and indicators, and
// the report that goes with it.
#include "bench/forge/manner.h"
#include "bench/forge/manners/topics.h"

namespace crossfoot::forge {

namespace {

void DrawForm(const Agency& agency, Scribe* scribe) {
  scribe->BeginGrid("项目支出绩效自评表", 1);
  scribe->Row({"项目资金", "年初预算数", "全年预算数", "全年执行数", "执行率"});
  scribe->Row({"年度资金总额", "{#opening.project}", "{#full.project}", "{#exp.project}",
               "{exec.project}"});
  scribe->Row({"其中：当年财政拨款", "{#opening.project}", "{#full.project}", "{#exp.project}",
               "{exec.project}"});
  scribe->Row({"上年结转资金", "", "", "", ""});
  scribe->Row({"其他资金", "", "", "", ""});
  scribe->EndGrid();
  DrawScoreSheet(agency, scribe);
}

}  // namespace

ForgedReport WriteProjectEvaluation(uint64_t seed) {
  Random random(seed, "project");
  ForgedReport report;
  report.hand = Hand::Draw(&random);
  const Agency agency = DrawAgency(seed, random.Chance(35), Scored::kProjects);
  report.ledger = agency.ledger;
  Scribe scribe(report.ledger, report.hand, seed, "project-evaluation", agency.year);
  Introduce(agency, &scribe);
  scribe.Title("{@project}项目{y}年度绩效自评报告");
  scribe.Paragraph("项目单位：{@entity}");
  scribe.Heading(1, "一、项目基本情况");
  scribe.Paragraph("{@project}项目由{@entity}组织实施，主管部门为{@superior}。");
  scribe.Heading(2, "（一）项目资金安排情况");
  scribe.Paragraph(
      "[{y}年项目年初预算{opening.project}，年中追加{adjust.project}，全年预算数{full.project}。|"
      "项目年初预算安排"
      "{opening.project}，调整后全年预算{full.project}，追加{adjust.project}。]");
  scribe.Heading(2, "（二）项目资金使用情况");
  scribe.Paragraph(
      "[截至{y}年12月31日，|]项目全年预算{full.project}，实际支出{exp.project}，[预算执行率为|"
      "资金执行率]{exec.project}。"
      "其中：设备购置{exp.project.a}，委托服务{exp.project.b}，其他支出{exp.project.c}。");
  scribe.Heading(1, "二、项目绩效目标完成情况");
  TellIndicators(agency, &scribe);
  TellTasks(agency, &scribe);
  scribe.Heading(1, "三、自评结论");
  scribe.Paragraph(
      "项目自评总分{total.score}，[评价等级为|自评结果为]“{?total.score}”。其中：预算执行率{exec."
      "weight}得{exec.score}，产出指标"
      "{output.weight}得{output.score}，效益指标{benefit.weight}得{benefit.score}，满意度指标{"
      "satisfaction.weight}得"
      "{satisfaction.score}。");
  scribe.Heading(1, "四、存在的问题和改进措施");
  TellProblems(&scribe);
  TellPlans(&scribe);
  DrawForm(agency, &scribe);
  report.manuscript = scribe.Finish();
  return report;
}

}  // namespace crossfoot::forge
