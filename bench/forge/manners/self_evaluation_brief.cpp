// SPDX-License-Identifier: GPL-3.0-or-later
//
// The short county self-evaluation: six chapters of prose, figures in running text.
#include "bench/forge/manner.h"
#include "bench/forge/manners/topics.h"

namespace crossfoot::forge {

ForgedReport WriteBriefSelfEvaluation(uint64_t seed) {
  Random random(seed, "brief");
  ForgedReport report;
  report.hand = Hand::Draw(&random);
  const Agency agency = DrawAgency(seed, random.Chance(35));
  report.ledger = agency.ledger;
  Scribe scribe(report.ledger, report.hand, seed, "self-evaluation-brief", agency.year);
  Introduce(agency, &scribe);
  scribe.Title("{@entity}{y}年度部门整体支出绩效自评报告");
  scribe.Heading(1, "一、[部门基本情况|部门（单位）概况]");
  scribe.Heading(2, "（一）[机构设置与职责|部门职责及机构设置]");
  TellDuties(agency, &scribe);
  TellOffices(agency, &scribe);
  scribe.Heading(2, "（二）人员情况");
  TellStaff(&scribe);
  scribe.Heading(1, "二、部门整体支出情况");
  scribe.Heading(2, "（一）预算安排情况");
  TellBudget(&scribe);
  scribe.Heading(2, "（二）预算执行情况");
  if (random.Chance(50)) {
    TellIncome(&scribe);
  }
  TellSpending(&scribe);
  TellBasicSpending(&scribe);
  TellProjectSpending(&scribe);
  if (random.Chance(50)) {
    DrawExecutionTable(&scribe);
  }
  scribe.Heading(2, "（三）“三公”经费情况");
  TellThreePublic(&scribe);
  scribe.Heading(2, "（四）[政府采购和资产情况|政府采购及资产管理情况]");
  TellPurchases(&scribe);
  TellAssets(&scribe);
  TellCarryOver(&scribe);
  scribe.Heading(1, "三、绩效目标完成情况");
  TellIndicators(agency, &scribe);
  TellTasks(agency, &scribe);
  scribe.Heading(1, "四、自评结论");
  TellScores(&scribe);
  scribe.Heading(1, "五、存在的问题");
  TellProblems(&scribe);
  scribe.Heading(1, "六、下一步改进措施");
  TellPlans(&scribe);
  if (random.Chance(60)) {
    DrawScoreSheet(agency, &scribe);
  }
  report.manuscript = scribe.Finish();
  return report;
}

}  // namespace crossfoot::forge
