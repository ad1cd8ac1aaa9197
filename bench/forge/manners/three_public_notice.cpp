// SPDX-License-Identifier: GPL-3.0-or-later
//
// The notice of a department's “三公” expenditure: a table and the paragraphs that explain it.
#include "bench/forge/accounts.h"
#include "bench/forge/manner.h"
#include "bench/forge/manners/account_tables.h"

namespace crossfoot::forge {

ForgedReport WriteThreePublicNotice(uint64_t seed) {
  Random random(seed, "three-public");
  ForgedReport report;
  report.hand = Hand::Draw(&random);
  const Accounts accounts = DrawAccounts(seed, random.Chance(35));
  report.ledger = accounts.ledger;
  Scribe scribe(report.ledger, report.hand, seed, "three-public-notice", accounts.year);
  Introduce(accounts, &scribe);
  scribe.Title("{@entity}{y}年度“三公”经费[支出决算情况说明|决算公开情况]");
  scribe.Heading(1, "一、“三公”经费支出决算总体情况");
  scribe.Paragraph(
      "[{y}年度“三公”经费支出预算{tp.budget}，支出决算{tp}，完成预算的{tp.rate}，比上年{tp.last}"
      "{+tp.diff:增加/减少}，{+tp.growth:增长/下降}。|"
      "{@entity}{y}年“三公”经费财政拨款预算安排{tp.budget}，实际支出{tp}，完成预算的{tp.rate}"
      "。与上年相比"
      "{+tp.diff:增加/减少}，{+tp.growth:增长/降低}。|"
      "{y}年“三公”经费决算数为{tp}，较上年决算数{tp.last}{+tp.diff:上升/下降}，"
      "{^tp.growth:增幅/降幅}为{~tp.growth}；预算数为{tp.budget}，预算完成率{tp.rate}。]");
  scribe.Heading(1, "二、“三公”经费支出决算具体情况");
  scribe.Paragraph("（一）因公出国（境）费支出{tp.abroad}。全年未安排因公出国（境）团组。");
  scribe.Paragraph(
      "（二）公务用车购置及运行维护费支出{tp.car}。其中：公务用车购置支出{tp.buy}"
      "；公务用车运行维护支出{tp.run}，完成预"
      "算{tp.run.budget}的{tp.run.rate}，占“三公”经费支出的{tp.run.share}，年末公务用车保有量{cars}"
      "。");
  scribe.Paragraph(
      "（三）公务接待费支出{tp.host}，完成预算{tp.host.budget}的{tp.host.rate}，占“三公”经费支出的{"
      "tp.host.share}。全年国"
      "内公务接待{visits}、{visitors}。");
  DrawThreePublic(&scribe);
  report.manuscript = scribe.Finish();
  return report;
}

}  // namespace crossfoot::forge
