// SPDX-License-Identifier: GPL-3.0-or-later
//
// The budget of a department (部门预算): overview, nine tables, and the text that explains them.
#include <algorithm>

#include "bench/forge/accounts.h"
#include "bench/forge/manner.h"
#include "bench/forge/manners/account_tables.h"

namespace crossfoot::forge {

namespace {

std::string Figure(const std::string& key) { return "{#" + key + "}"; }

void Sides(const Accounts& accounts, bool fiscal, Scribe* scribe) {
  scribe->BeginGrid(fiscal ? "财政拨款收支总表" : "部门收支总表", 2);
  scribe->Row({{"收入", 2, 1}, {"支出", 2, 1}});
  scribe->Row({"项目", "预算数", "项目", "预算数"});
  const std::vector<Account> classes = Classes(accounts);
  const std::vector<std::pair<std::string, std::string>> income{
      {"一、一般公共预算拨款收入", Figure("in.f")},
      {"二、政府性基金预算拨款收入", ""},
      {"三、国有资本经营预算拨款收入", ""},
      {fiscal ? "" : "四、其他收入", fiscal ? "" : Figure("in.o")}};
  for (size_t i = 0; i < std::max(classes.size(), income.size()); ++i) {
    const bool left = i < income.size();
    const bool right = i < classes.size();
    scribe->Row({left ? income[i].first : "", left ? income[i].second : "",
                 right ? "{=" + classes[i].code + "}" : "",
                 right ? Figure((fiscal ? "five." : "out.") + classes[i].code) : ""});
  }
  if (fiscal) {
    scribe->Row({"本年收入合计", Figure("in.f"), "本年支出合计", Figure("five")});
    scribe->Row({"上年结转", Figure("fbegin"), "结转下年", Figure("fend")});
    scribe->Row({"收入总计", Figure("four.in"), "支出总计", Figure("four.out")});
  } else {
    scribe->Row({"本年收入合计", Figure("in"), "本年支出合计", Figure("out")});
    scribe->Row({"上年结转", Figure("begin"), "结转下年", Figure("end")});
    scribe->Row({"收入总计", Figure("in.total"), "支出总计", Figure("out.total")});
  }
  scribe->EndGrid();
}

void ByAccount(const Accounts& accounts, const std::string& caption, const std::string& column,
               Scribe* scribe) {
  scribe->BeginGrid(caption, 1);
  scribe->Row({"科目编码", "科目名称", "合计", "基本支出", "项目支出"});
  for (const Account& account : accounts.functional) {
    scribe->Row({"{&" + account.code + "}", "{=" + account.code + "}",
                 Figure(column + "." + account.code), Figure(column + ".b." + account.code),
                 Figure(column + ".p." + account.code)});
  }
  scribe->Row({"", "合计", Figure(column), Figure(column + ".b"), Figure(column + ".p")});
  scribe->EndGrid();
}

void Income(const Accounts& accounts, Scribe* scribe) {
  scribe->BeginGrid("部门收入总表", 1);
  scribe->Row({"科目编码", "科目名称", "合计", "一般公共预算拨款收入", "其他收入"});
  scribe->Row({"", "合计", Figure("in"), Figure("in.f"), Figure("in.o")});
  for (const Account& account : accounts.functional) {
    scribe->Row({"{&" + account.code + "}", "{=" + account.code + "}", Figure("in." + account.code),
                 Figure("in.f." + account.code), Figure("in.o." + account.code)});
  }
  scribe->EndGrid();
}

void Basic(const Accounts& accounts, Scribe* scribe) {
  scribe->BeginGrid("一般公共预算基本支出表", 1);
  scribe->Row({"科目编码", "科目名称", "合计"});
  for (const Account& account : accounts.economic) {
    scribe->Row(
        {"{&" + account.code + "}", "{=" + account.code + "}", Figure("e." + account.code)});
  }
  scribe->Row({"", "合计", Figure("five.b")});
  scribe->EndGrid();
}

void ThreePublic(Scribe* scribe) {
  scribe->BeginGrid("“三公”经费支出表", 1);
  scribe->Row({"合计", "因公出国（境）费", "公务用车购置及运行费小计", "公务用车购置费",
               "公务用车运行费", "公务接待费"});
  scribe->Row({Figure("tp.budget"), Figure("tp.abroad.budget"), Figure("tp.car.budget"),
               Figure("tp.buy.budget"), Figure("tp.run.budget"), Figure("tp.host.budget")});
  scribe->EndGrid();
}

void Text(const Accounts& accounts, Scribe* scribe) {
  scribe->Heading(1, "第三部分 {@entity}{y}年部门预算情况说明");
  scribe->Heading(2, "一、部门收支总体情况");
  scribe->Paragraph(
      "[{y}年收入预算总计{in.total}，比上年{+in.total.diff:增加/减少}，{+in.total.growth:增长/"
      "下降}。|{y}年部门收入、支出总"
      "计均为{in.total}，与上年预算相比各{+in.total.diff:增加/减少}，{+in.total.growth:增长/"
      "下降}。]其中：本年收入{in}，上年结"
      "转{begin}。");
  scribe->Paragraph(
      "本年支出{out}，其中：基本支出{out.b}，占{share.out.b}；项目支出{out.p}，占{share.out.p}。");
  scribe->Heading(2, "二、一般公共预算支出情况");
  std::string structure;
  for (const Account& account : Classes(accounts)) {
    structure += (structure.empty() ? "" : "；") + ("{=" + account.code + "}{five." + account.code +
                                                    "}，占{share.five." + account.code + "}");
  }
  scribe->Paragraph(
      "{y}年一般公共预算拨款支出{five}，比上年{+five.diff:增加/减少}，{+five.growth:增长/"
      "下降}。主要用于以下方面：" +
      structure + "。");
  scribe->Heading(2, "三、一般公共预算基本支出情况");
  scribe->Paragraph(
      "{y}年一般公共预算基本支出{five.b}，其中：人员经费{people}，公用经费{office}。");
  scribe->Heading(2, "四、“三公”经费情况");
  scribe->Paragraph(
      "{y}年“三公”经费预算{tp.budget}，其中：因公出国（境）费{tp.abroad.budget}"
      "，公务用车购置及运行费{tp.car.budget}（其中公务用"
      "车购置费{tp.buy.budget}、公务用车运行费{tp.run.budget}），公务接待费{tp.host.budget}。");
}

}  // namespace

ForgedReport WriteBudget(uint64_t seed) {
  Random random(seed, "budget");
  ForgedReport report;
  report.hand = Hand::Draw(&random);
  const Accounts accounts = DrawAccounts(seed, random.Chance(35));
  report.ledger = accounts.ledger;
  Scribe scribe(report.ledger, report.hand, seed, "budget", accounts.year);
  Introduce(accounts, &scribe);
  scribe.Title("{@entity}{y}年部门预算");
  scribe.Heading(1, "第一部分 {@entity}概况");
  std::string list;
  for (size_t i = 0; i < accounts.units.size(); ++i) {
    list += (i > 0 ? "、" : "") + ("{*units:" + accounts.units[i] + "}");
  }
  scribe.Paragraph("纳入{@entity}{y}年部门预算编制范围的单位共{units}，包括：" + list + "。");
  scribe.Heading(1, "第二部分 {@entity}{y}年部门预算表");
  Sides(accounts, false, &scribe);
  Income(accounts, &scribe);
  ByAccount(accounts, "部门支出总表", "out", &scribe);
  Sides(accounts, true, &scribe);
  ByAccount(accounts, "一般公共预算支出表", "five", &scribe);
  Basic(accounts, &scribe);
  ThreePublic(&scribe);
  DrawEmptyFund("政府性基金预算", &scribe);
  DrawEmptyFund("国有资本经营预算", &scribe);
  Text(accounts, &scribe);
  report.manuscript = scribe.Finish();
  return report;
}

}  // namespace crossfoot::forge
