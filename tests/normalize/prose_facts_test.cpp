// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/prose_facts.h"

#include <gtest/gtest.h>

#include "normalize/normalize.h"
#include "tests/normalize/sample_document.h"

namespace crossfoot {
namespace {

// The facts of one paragraph of a 2023 report: "metric|subject|scope|period|value
// symbol|qualifiers".
std::vector<std::string> Read(const std::string& words) {
  std::vector<std::string> out;
  const FactSet facts =
      Normalize(SampleDocument().Paragraph("柳河县文化馆2023年度部门决算").Paragraph(words).Get(),
                Lexicon::BuiltIn());
  for (const Fact& fact : facts.facts) {
    std::string line = fact.metric + "|" + fact.subject + "|" +
                       (fact.scope == Scope::kUnknown ? "" : std::string(ScopeName(fact.scope))) +
                       "|" + fact.period.ToString() + "|" + fact.quantity.value.ToString() +
                       fact.quantity.unit.symbol + "|";
    for (const std::string_view name : QualifierNames(fact.qualifiers)) {
      line += std::string(name) + " ";
    }
    out.push_back(line);
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(ProseFacts, LetPartsInheritScopeFromTheirWhole) {
  EXPECT_EQ(Read("我单位年初预算数为9.5万元，其中：上级安排2万元、本级安排7.5万元。实有3人。"),
            (Lines{"budget.total|年初预算数|opening_budget|2023|9.5万元|",
                   "funds.superior|上级安排|opening_budget|2023|2万元|",
                   "funds.local|本级安排|opening_budget|2023|7.5万元|", "|实有||2023|3人|"}));
}

TEST(ProseFacts, LetChangesAndSharesInheritTheirSubject) {
  EXPECT_EQ(Read("基本支出5万元，比上年增加1万元，增长25%，占本年支出的50%。"),
            (Lines{"expenditure.basic|基本支出||2023|5万元|",
                   "expenditure.basic|基本支出||2023|1万元|increase ",
                   "expenditure.basic|基本支出||2023|25%|increase ",
                   "expenditure.basic|基本支出||2023|50%|share "}));
}

TEST(ProseFacts, LetASharesWholeBeAnAmountAndNoRate) {
  EXPECT_EQ(Read("基本支出5万元，执行率100%，占总支出的90%。")[2],
            "expenditure.basic|基本支出||2023|90%|share ");
}

TEST(ProseFacts, TakeABareMyriadOfMoneyForMoney) {
  const FactSet facts = Normalize(
      SampleDocument().Paragraph("项目支出38万，罚款共计3.5万，播放量30万次，点击30万。").Get(),
      Lexicon::BuiltIn());
  ASSERT_EQ(facts.facts.size(), 4U);
  EXPECT_EQ(facts.facts[0].quantity.unit.dimension, Dimension::kMoney);
  EXPECT_EQ(facts.facts[0].quantity.unit.symbol, "万");  // as printed
  EXPECT_EQ(facts.facts[0].quantity.BaseValue(), Decimal(380000));
  EXPECT_EQ(facts.facts[0].metric, "expenditure.project");
  EXPECT_EQ(facts.facts[1].quantity.unit.dimension, Dimension::kMoney);
  EXPECT_EQ(facts.facts[2].quantity.unit.dimension, Dimension::kCount);
  EXPECT_EQ(facts.facts[3].quantity.unit.dimension, Dimension::kNone);
}

TEST(ProseFacts, TellExpenditureFromTheIncomeItIsPaidOf) {
  const FactSet facts =
      Normalize(SampleDocument()
                    .Paragraph("一般公共预算财政拨款收入50万元，一般公共预算财政拨款支出48万元，"
                               "政府性基金预算财政拨款支出2万元。")
                    .Get(),
                Lexicon::BuiltIn());
  ASSERT_EQ(facts.facts.size(), 3U);
  EXPECT_EQ(facts.facts[0].metric, "income.general");
  EXPECT_EQ(facts.facts[1].metric, "expenditure.general");
  EXPECT_EQ(facts.facts[2].metric, "expenditure.fund");
}

TEST(ProseFacts, ReadALabelPastAnEqualsSign) {
  EXPECT_EQ(Read("抽检率，指标值：＝100%，年中监控完成值：61%。"),
            (Lines{"|指标值|target|2023|100%|", "|年中监控完成值|mid_year|2023|61%|"}));
}

TEST(ProseFacts, CarryASubjectIntoASentenceThatBeginsWithAComparison) {
  EXPECT_EQ(
      Read("项目支出预算数为8万元，其中设备3万元。与上年相比减少2万元。"),
      (Lines{"expenditure.project|项目支出预算数|budget|2023|8万元|", "|设备|budget|2023|3万元|",
             "expenditure.project|项目支出预算数||2023|2万元|decrease "}));
}

TEST(ProseFacts, LetWordsThatNameNothingLeanOnTheirSentenceOrItem) {
  EXPECT_EQ(Read("“三公”经费预算2万元，支出决算为1万元，完成预算的50%。"),
            (Lines{"three_public.total|“三公”经费预算|budget|2023|2万元|",
                   "three_public.total|支出决算|final_accounts|2023|1万元|",
                   "rate.budget_completion|完成预算|completion_rate|2023|50%|"}));
  EXPECT_EQ(Read("1.行政运行（项）：主要用于人员。年初预算为5万元。"),
            (Lines{"|行政运行（项） 年初预算|opening_budget|2023|5万元|"}));
}

TEST(ProseFacts, TakeTheYearOfTheirSentence) {
  EXPECT_EQ(
      Read("2022年基本支出年初预算3万元，全年支出2万元。截至2023年12月31日，在职9人。"),
      (Lines{"expenditure.basic|基本支出年初预算|opening_budget|2022|3万元|",
             "expenditure.basic|全年支出|actual|2022|2万元|", "staff.active|在职||2023-end|9人|"}));
}

TEST(ProseFacts, NameAFormulasResultAfterIt) {
  EXPECT_EQ(
      Read("其中：在职人员控制率:在职11人/编制29人*100%=38%，得3分。"),
      (Lines{"staff.active|在职||2023|11人|", "staff.establishment|编制||2023|29人|", "||||100%|",
             "rate.staff_control|在职人员控制率||2023|38%|", "|在职人员控制率|score|2023|3分|"}));
}

TEST(ProseFacts, GiveNoMoneyMetricToACount) {
  EXPECT_EQ(Read("罚款12宗，罚款3万元。"),
            (Lines{"|罚款||2023|12宗|", "penalty.amount|罚款||2023|3万元|"}));
}

TEST(ProseFacts, KeepEveryNumeralThatIsNoQuantityAsAMention) {
  const FactSet facts = Normalize(
      SampleDocument().Paragraph("一、2023年共查处5件（第16条）。").Get(), Lexicon::BuiltIn());
  ASSERT_EQ(facts.facts.size(), 1U);
  ASSERT_EQ(facts.mentions.size(), 3U);
  EXPECT_EQ(facts.mentions[0].kind, MentionKind::kOrdinal);
  EXPECT_EQ(facts.mentions[1].year, 2023);
  EXPECT_EQ(facts.mentions[2].kind, MentionKind::kIdentifier);
}

}  // namespace
}  // namespace crossfoot
