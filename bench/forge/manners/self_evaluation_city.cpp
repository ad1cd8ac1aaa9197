// SPDX-License-Identifier: GPL-3.0-or-later
//
// The self-evaluation of a large city's district: running chapters, most money in one table, the
// same figures told once more in the text.
#include "bench/forge/manner.h"
#include "bench/forge/manners/topics.h"

namespace crossfoot::forge {

namespace {

void MoneyTable(Scribe* scribe) {
  scribe->BeginGrid("部门预算收支执行情况表", 1);
  const bool turned = scribe->random().Chance(40);
  if (turned) {
    scribe->Row({"支出类别", "全年预算数", "决算数", "结余", "执行率"});
    scribe->Row({"合计", "{#full}", "{#exp}", "{#unspent}", "{exec}"});
    scribe->Row({"基本支出", "{#full.basic}", "{#exp.basic}", "", "{exec.basic}"});
    scribe->Row({"项目支出", "{#full.project}", "{#exp.project}", "", "{exec.project}"});
  } else {
    scribe->Row({"支出类别", "年初预算数", "调整数", "调整预算数", "决算数"});
    scribe->Row(
        {"基本支出", "{#opening.basic}", "{#adjust.basic}", "{#full.basic}", "{#exp.basic}"});
    scribe->Row({"项目支出", "{#opening.project}", "{#adjust.project}", "{#full.project}",
                 "{#exp.project}"});
    scribe->Row({"合计", "{#opening}", "{#adjust}", "{#full}", "{#exp}"});
  }
  scribe->EndGrid();
}

void PurchaseTable(Scribe* scribe) {
  scribe->BeginGrid("政府采购执行情况表", 1);
  scribe->Row({"采购类别", "实际采购金额"});
  scribe->Row({"货物", "{#buy.goods}"});
  scribe->Row({"工程", "{#buy.works}"});
  scribe->Row({"服务", "{#buy.services}"});
  scribe->Row({"合计", "{#buy}"});
  scribe->EndGrid();
}

}  // namespace

ForgedReport WriteCitySelfEvaluation(uint64_t seed) {
  Random random(seed, "city");
  ForgedReport report;
  report.hand = Hand::Draw(&random);
  const Agency agency = DrawAgency(seed, random.Chance(35));
  report.ledger = agency.ledger;
  Scribe scribe(report.ledger, report.hand, seed, "self-evaluation-city", agency.year);
  Introduce(agency, &scribe);
  scribe.Title("{y}年度部门整体支出绩效自评报告");
  scribe.Paragraph("部门名称（公章）：{@entity}");
  scribe.Heading(1, "一、部门（单位）基本情况");
  scribe.Heading(2, "（一）主要职能");
  TellDuties(agency, &scribe);
  scribe.Heading(2, "（二）机构编制");
  TellOffices(agency, &scribe);
  TellStaff(&scribe);
  scribe.Heading(2, "（三）{y}年部门预算编制情况");
  scribe.Paragraph(
      "{y}年，[本单位|我单位]年初预算数{opening}，调整预算数{full}，[年中追加{adjust}|"
      "较年初预算增加{adjust}，增长"
      "{adjust_rate}]。");
  scribe.Heading(2, "（四）{y}年部门预算执行情况");
  scribe.Paragraph(
      "{y}年，[本单位|我单位]预算总收入{income.total}，其中财政拨款收入{income.fiscal}，其他收入{"
      "income.other}，年初结转"
      "和结余{carry.begin}；预算总支出{exp}；年末结转和结余{carry.end}。");
  scribe.Paragraph(
      "[截至{y}年12月31日，|]调整预算数{full}，实际支出{exp}，预算执行率为{exec}。其中，基本支出{"
      "exp.basic}，执行率"
      "{exec.basic}；项目支出{exp.project}，执行率{exec.project}。");
  MoneyTable(&scribe);
  scribe.Heading(1, "二、部门主要履职绩效情况");
  scribe.Heading(2, "（一）主要履职情况");
  TellTasks(agency, &scribe);
  TellIndicators(agency, &scribe);
  scribe.Heading(2, "（二）资金及资产管理情况");
  TellPurchases(&scribe);
  PurchaseTable(&scribe);
  TellAssets(&scribe);
  TellThreePublic(&scribe);
  scribe.Heading(1, "三、总体评价和整改措施");
  TellScores(&scribe);
  TellProblems(&scribe);
  TellPlans(&scribe);
  DrawScoreSheet(agency, &scribe);
  report.manuscript = scribe.Finish();
  return report;
}

}  // namespace crossfoot::forge
