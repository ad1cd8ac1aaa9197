// SPDX-License-Identifier: GPL-3.0-or-later
//
// The long self-evaluation of the west: money by its source, basic and project expenditure apart,
// indicators told one by one and again in the sheet (自评表).
#include "bench/forge/manner.h"
#include "bench/forge/manners/topics.h"

namespace crossfoot::forge {

ForgedReport WriteLongSelfEvaluation(uint64_t seed) {
  Random random(seed, "long");
  ForgedReport report;
  report.hand = Hand::Draw(&random);
  const Agency agency = DrawAgency(seed, random.Chance(35));
  report.ledger = agency.ledger;
  Scribe scribe(report.ledger, report.hand, seed, "self-evaluation-long", agency.year);
  Introduce(agency, &scribe);
  scribe.Title("{@entity}{y}年部门整体支出绩效自评报告");
  scribe.Heading(1, "一、基本概况");
  scribe.Heading(2, "（一）部门单位基本情况");
  TellDuties(agency, &scribe);
  TellOffices(agency, &scribe);
  TellStaff(&scribe);
  scribe.Heading(2, "（二）部门单位年度重点工作");
  TellTasks(agency, &scribe);
  scribe.Heading(2, "（三）部门单位整体预算规模及安排情况");
  scribe.Paragraph(
      "{y}年[我单位|本单位]年初安排预算数为{opening}，其中：基本支出{opening.basic}，项目支出{"
      "opening.project}。");
  scribe.Paragraph(
      "[我单位|本单位]年初批复预算数{opening}，年中调整数{adjust}，调整后全年预算数{full}"
      "，预算调整率{adjust_rate}。");
  scribe.Paragraph(
      "{y}年[我单位|本单位]全年预算数为{full}，全年实际支出资金{exp}，预算执行率为{exec}"
      "。资金主要用于人员经费、公用"
      "经费和项目经费。");
  scribe.Heading(1, "二、部门单位整体支出管理及使用情况");
  scribe.Heading(2, "（一）基本支出投入、管理和使用情况");
  scribe.Paragraph(
      "{y}年我单位基本支出年初预算安排{opening.basic}，全年预算总额{full.basic}，全年实际支出{exp."
      "basic}，资金执行率"
      "{exec.basic}，占总支出的{share.basic}，其中：工资福利支出{exp.basic.wages}、商品和服务支出{"
      "exp.basic.goods}、对"
      "个人和家庭的补助{exp.basic.family}。");
  scribe.Heading(2, "（二）“三公”经费控制情况");
  TellThreePublic(&scribe);
  scribe.Heading(2, "（三）项目专项支出投入、管理和使用情况");
  scribe.Paragraph(
      "{y}年专项项目年初预算{opening.project}，全年预算总投入{full.project}，全年实际支出{exp."
      "project}，资金执行率"
      "{exec.project}，占总支出的{share.project}。");
  TellProjectSpending(&scribe);
  scribe.Heading(2, "（四）政府采购及资产管理情况");
  TellPurchases(&scribe);
  TellAssets(&scribe);
  scribe.Heading(1, "三、部门单位整体支出绩效分析");
  TellIndicators(agency, &scribe);
  scribe.Heading(1, "四、评价结论");
  TellScores(&scribe);
  scribe.Heading(1, "五、存在的主要问题及原因分析");
  TellProblems(&scribe);
  scribe.Heading(1, "六、改进措施和建议");
  TellPlans(&scribe);
  DrawExecutionTable(&scribe);
  DrawScoreSheet(agency, &scribe);
  report.manuscript = scribe.Finish();
  return report;
}

}  // namespace crossfoot::forge
