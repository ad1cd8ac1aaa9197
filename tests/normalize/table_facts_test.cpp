// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/table_facts.h"

#include <gtest/gtest.h>

#include "normalize/normalize.h"
#include "tests/normalize/sample_document.h"

namespace crossfoot {
namespace {

std::vector<std::string> Read(const SampleDocument& document) {
  std::vector<std::string> out;
  for (const Fact& fact : Normalize(document.Get(), Lexicon::BuiltIn()).facts) {
    out.push_back(fact.metric + "|" + fact.subject + "|" +
                  (fact.scope == Scope::kUnknown ? "" : std::string(ScopeName(fact.scope))) + "|" +
                  fact.period.ToString() + "|" + fact.quantity.value.ToString() +
                  fact.quantity.unit.symbol + "|" +
                  std::string(UnitSourceName(fact.quantity.unit.source)));
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(TableFacts, AreOfTheirRowAndColumn) {
  EXPECT_EQ(Read(SampleDocument().Table({"项目|2022年预算数|2022年决算数|执行率",
                                         "基本支出|5.00|4.50|90%", "培训班|3.00|—|"},
                                        1, 1, "单位：万元")),
            (Lines{"expenditure.basic|基本支出 2022年预算数|budget|2022|5.00万元|unit_note",
                   "expenditure.basic|基本支出 2022年决算数|final_accounts|2022|4.50万元|unit_note",
                   "|基本支出 执行率|completion_rate|2022|90%|beside",
                   "|培训班 2022年预算数|budget|2022|3.00万元|unit_note"}));
}

TEST(TableFacts, TakeTheNearestUnit) {
  EXPECT_EQ(Read(SampleDocument().Table(
                {"指标|金额（元）|人数", "办公费|120|3", "其中：材料（万元）|1.5|2"}, 1, 1,
                "单位：万元")),
            (Lines{"economic.30201|办公费 金额（元）|||120元|header", "|办公费 人数|||3|none",
                   "|其中：材料（万元） 金额（元）|||1.5万元|label",
                   "|其中：材料（万元） 人数|||2|none"}));
}

TEST(TableFacts, TakeTheUnitFromTheLineAboveOrTheSection) {
  EXPECT_EQ(Read(SampleDocument().Paragraph("单位：万元").Table({"项目|预算数", "甲|5"}, 1, 1)),
            (Lines{"|甲 预算数|budget||5万元|unit_note"}));
  EXPECT_EQ(Read(SampleDocument()
                     .Heading("一、", "支出表（单位：元）")
                     .Paragraph("如下。")
                     .Paragraph("如下。")
                     .Table({"项目|预算数", "甲|5"}, 1, 1)),
            (Lines{"|甲 预算数|budget||5元|section"}));
  EXPECT_EQ(Read(SampleDocument().Table({"项目|预算数", "甲|5"}, 1, 1)),
            (Lines{"|甲 预算数|budget||5|none"}));
}

TEST(TableFacts, LeaveCodesAndRowNumbersAside) {
  const FactSet facts = Normalize(
      SampleDocument()
          .Table({"序号|科目编码|科目名称|合计", "1|2080505|养老保险|7.5"}, 1, 3, "单位：万元")
          .Get(),
      Lexicon::BuiltIn());
  ASSERT_EQ(facts.facts.size(), 1U);
  EXPECT_EQ(facts.facts[0].quantity.value.ToString(), "7.5");
  ASSERT_EQ(facts.mentions.size(), 2U);
  EXPECT_EQ(facts.mentions[0].kind, MentionKind::kOrdinal);
  EXPECT_EQ(facts.mentions[1].kind, MentionKind::kAccountCode);
}

TEST(TableFacts, TellScoresFromAmounts) {
  EXPECT_EQ(
      Read(SampleDocument().Table({"三级指标|分值|得分", "完成率|10|9.5"}, 1, 1, "单位：万元")),
      (Lines{"|完成率 分值|weight||10|header", "|完成率 得分|score||9.5|header"}));
}

TEST(TableFacts, KeepTheHalvesOfATwoSidedTableApart) {
  SampleDocument document;
  document.Table({"收入|决算数|支出|决算数", "财政拨款收入|5|基本支出|4"}, 1, 1, "单位：万元");
  document.LastTable().shape = TableShape::kTwoSided;
  document.LastTable().blocks = {{0, 1}, {2, 3}};
  EXPECT_EQ(Read(document),
            (Lines{"income.fiscal|财政拨款收入 决算数|final_accounts||5万元|unit_note",
                   "expenditure.basic|基本支出 决算数|final_accounts||4万元|unit_note"}));
}

TEST(TableFacts, GiveAColumnsMetricToItsTotalOnly) {
  EXPECT_EQ(
      Read(SampleDocument().Table({"科目|基本支出", "合计|5", "财政事务|5"}, 1, 1, "单位：万元")),
      (Lines{"expenditure.basic|合计 基本支出|||5万元|unit_note",
             "|财政事务 基本支出|||5万元|unit_note"}));
}

// Forms put their funds block under columns whose labels stand further right.
TEST(TableFacts, TakeNoFigureForTheNameOfItsRow) {
  EXPECT_EQ(Read(SampleDocument().Table(
                {"项目资金|年初预算数|全年预算数|全年执行数", "年度资金总额|120.00|135.50|130.08"},
                1, 2, "单位：万元")),
            (Lines{"budget.total|年度资金总额 年初预算数|opening_budget||120.00万元|unit_note",
                   "budget.total|年度资金总额 全年预算数|full_year_budget||135.50万元|unit_note",
                   "budget.total|年度资金总额 全年执行数|actual||130.08万元|unit_note"}));
}

TEST(TableFacts, TakeAFullMarkForNoScore) {
  EXPECT_EQ(Read(SampleDocument().Table({"指标|分值|得分", "甲|60|58", "总分|100|97"}, 1, 1)),
            (Lines{"|甲 分值|weight||60|header", "|甲 得分|score||58|header",
                   "|总分 分值|weight||100|header", "score.total|总分 得分|score||97|header"}));
}

TEST(TableFacts, TakeTheUnitOfTheirRowsMeasure) {
  EXPECT_EQ(
      Read(SampleDocument().Table({"指标内容|度量单位|目标值|完成值|权重",
                                   "造林面积|亩|5600|5712|20", "成活率|%|85|88.5|15"},
                                  1, 2)),
      (Lines{"|造林面积 目标值|target||5600亩|label", "|造林面积 完成值|achieved||5712亩|label",
             "|造林面积 权重|weight||20|header", "|成活率 目标值|target||85%|label",
             "|成活率 完成值|achieved||88.5%|label", "|成活率 权重|weight||15|header"}));
}

}  // namespace
}  // namespace crossfoot
