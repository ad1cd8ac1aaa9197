// SPDX-License-Identifier: GPL-3.0-or-later
//
// Final accounts of a department (部门决算): overview, nine tables, and the text that explains
// them.
#include "bench/forge/accounts.h"
#include "bench/forge/manner.h"
#include "bench/forge/manners/account_tables.h"

namespace crossfoot::forge {

namespace {

void Overview(const Accounts& accounts, Scribe* scribe) {
  scribe->Heading(1, "第一部分 {@entity}概况");
  scribe->Heading(2, "一、主要职能");
  scribe->Paragraph(
      "贯彻执行国家和省有关方针政策，[拟订并组织实施本{@place}有关规划和年度计划|"
      "承担本领域的行政管理和公共服务工作]。");
  scribe->Heading(2, "二、部门决算单位构成");
  std::string list;
  for (size_t i = 0; i < accounts.units.size(); ++i) {
    list += (i > 0 ? "、" : "") + ("{*units:" + accounts.units[i] + "}");
  }
  scribe->Paragraph(
      "纳入{@entity}{y}年度部门决算编制范围的单位[共{units}|共计{units}]，[包括|分别是]：" + list +
      "。");
}

void WholeAndParts(Scribe* scribe) {
  scribe->Heading(2, "一、收入支出决算总体情况说明");
  scribe->Paragraph(
      "[{@entity}{y}年度收入支出总计{in.total}。与{y-1}年度相比，收入支出总计{+in.total.diff:增加/"
      "减少}，"
      "{+in.total.growth:增长/下降}。|"
      "{y}年度收入总计、支出总计均为{in.total}，与上年{in.total.last}相比各{+in.total.diff:增加/"
      "减少}，"
      "{+in.total.growth:增长/下降}。]主要原因：项目安排有所变化。");
  scribe->Heading(2, "二、收入决算情况说明");
  if (scribe->ledger().Value("in.o").IsZero()) {
    scribe->Paragraph("本年收入合计{in}，其中：财政拨款收入{in.f}，占{share.in.f}。");
  } else {
    scribe->Paragraph(
        "本年收入合计{in}，其中：财政拨款收入{in.f}，占{share.in.f}；其他收入{in.o}，占{share.in.o}"
        "。");
  }
  scribe->Heading(2, "三、支出决算情况说明");
  scribe->Paragraph(
      "本年支出合计{out}，其中：基本支出{out.b}，占{share.out.b}；项目支出{out.p}，占{share.out.p}"
      "。");
  scribe->Heading(2, "四、财政拨款收入支出决算总体情况说明");
  scribe->Paragraph(
      "{@entity}{y}年度财政拨款收入支出总计{four.in}。与{y-1}年度相比，财政拨款收入支出总计"
      "{+four.in.diff:增加/减少}，{+four.in.growth:增长/下降}。");
}

void GeneralBudget(const Accounts& accounts, Scribe* scribe) {
  scribe->Heading(2, "五、一般公共预算财政拨款支出决算情况说明");
  scribe->Heading(3, "（一）一般公共预算财政拨款支出决算总体情况");
  scribe->Paragraph(
      "{@entity}{y}年度一般公共预算财政拨款支出{five}，占本年支出合计的{share.five}。与{y-1}"
      "年度相比，一般公共预算"
      "财政拨款支出{+five.diff:增加/减少}，{+five.growth:增长/下降}。");
  scribe->Heading(3, "（二）一般公共预算财政拨款支出决算结构情况");
  std::string structure;
  for (const Account& account : Classes(accounts)) {
    structure += (structure.empty() ? "" : "；") + ("{=" + account.code + "}{five." + account.code +
                                                    "}，占{share.five." + account.code + "}");
  }
  scribe->Paragraph("一般公共预算财政拨款支出{five}，主要用于以下方面：" + structure + "。");
  scribe->Heading(3, "（三）一般公共预算财政拨款支出决算具体情况");
  scribe->Paragraph(
      "{@entity}{y}年度一般公共预算财政拨款支出年初预算为{open}，支出决算为{five}，完成年初预算的{"
      "done}。其中：");
  int number = 0;
  for (const Account& account : accounts.functional) {
    if (account.code.size() != 7) {
      continue;
    }
    const std::string& c = account.code;
    const bool over = scribe->ledger().Value("five." + c) > scribe->ledger().Value("open." + c);
    scribe->Paragraph(std::to_string(++number) + ".{=" + c.substr(0, 3) +
                      "}（类）{=" + c.substr(0, 5) + "}（款）{=" + c + "}（项）。年初预算为{open." +
                      c + "}，支出决算为{five." + c + "}，完成年初预算的{done." + c + "}。决算数" +
                      (over ? "大于" : "小于") + "年初预算数的主要原因：" +
                      (over ? "年中追加预算" : "厉行节约，压减支出") + "。");
  }
}

void BasicAndThreePublic(Scribe* scribe) {
  scribe->Heading(2, "六、一般公共预算财政拨款基本支出决算情况说明");
  scribe->Paragraph(
      "{@entity}{y}年度一般公共预算财政拨款基本支出{five.b}，其中：人员经费{people}"
      "，主要包括：基本工资、津贴补贴、"
      "奖金、住房公积金等；公用经费{office}，主要包括：办公费、邮电费、差旅费、工会经费等。");
  scribe->Heading(2, "七、“三公”经费财政拨款支出决算情况说明");
  scribe->Paragraph(
      "{@entity}{y}年度“三公”经费财政拨款支出预算为{tp.budget}，支出决算为{tp}，完成预算的{tp.rate}"
      "。与{y-1}年度相"
      "比，“三公”经费支出{+tp.diff:增加/减少}，{+tp.growth:增长/下降}。");
  scribe->Paragraph(
      "其中：因公出国（境）费支出决算{tp.abroad}；公务用车购置及运行维护费支出决算{tp.car}"
      "，其中公务用车购置支出"
      "{tp.buy}，公务用车运行维护支出{tp.run}；公务接待费支出决算{tp.host}，占{tp.host.share}。");
  scribe->Paragraph("{y}年度公务接待{visits}、{visitors}，年末公务用车保有量为{cars}。");
}

}  // namespace

ForgedReport WriteFinalAccounts(uint64_t seed) {
  Random random(seed, "final-accounts");
  ForgedReport report;
  report.hand = Hand::Draw(&random);
  const Accounts accounts = DrawAccounts(seed, random.Chance(35));
  report.ledger = accounts.ledger;
  Scribe scribe(report.ledger, report.hand, seed, "final-accounts", accounts.year);
  Introduce(accounts, &scribe);
  scribe.Title("{@entity}{y}年度部门决算");
  Overview(accounts, &scribe);
  scribe.Heading(1, "第二部分 {@entity}{y}年度部门决算表");
  DrawIncomeAndSpending(accounts, &scribe);
  DrawIncome(accounts, &scribe);
  DrawSpending(accounts, &scribe);
  DrawFiscal(accounts, &scribe);
  DrawGeneralBudget(accounts, &scribe);
  DrawBasicByEconomy(accounts, &scribe);
  DrawThreePublic(&scribe);
  DrawEmptyFund("政府性基金预算", &scribe);
  DrawEmptyFund("国有资本经营预算", &scribe);
  scribe.Heading(1, "第三部分 {@entity}{y}年度部门决算情况说明");
  WholeAndParts(&scribe);
  GeneralBudget(accounts, &scribe);
  BasicAndThreePublic(&scribe);
  report.manuscript = scribe.Finish();
  return report;
}

}  // namespace crossfoot::forge
