// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/indicator_sheet.h"

#include <gtest/gtest.h>

#include "normalize/normalize.h"
#include "tests/normalize/sample_document.h"

namespace crossfoot {
namespace {

std::vector<std::string> Read(const SampleDocument& document) {
  std::vector<std::string> out;
  for (const Indicator& one : Normalize(document.Get(), Lexicon::BuiltIn()).indicators) {
    out.push_back(one.level1 + "/" + one.level2 + "/" + one.level3 + " t=" + one.target +
                  " a=" + one.actual + " r=" + one.rate + " w=" + one.weight + " s=" + one.score);
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(IndicatorSheet, ReadsWeightsInBrackets) {
  EXPECT_EQ(
      Read(SampleDocument().Table(
          {"一级指标|二级指标|三级指标|三级指标|评分标准|得分", "^|^|指标名称|指标解释说明|^|^",
           "投入(15分)|目标设定 (5分)|职责明确(1分)|说明|符合(1分)|1",
           "^|^|活动合规性（1.5）|说明|符合(1分)|0.5", "小计||||100|96"},
          2, 3)),
      (Lines{"投入/目标设定/职责明确 t= a= r= w=1 s=1",
             "投入/目标设定/活动合规性 t= a= r= w=1.5 s=0.5"}));
}

TEST(IndicatorSheet, ReadsAWeightColumnBesideEveryLevel) {
  const SampleDocument document = SampleDocument().Table(
      {"评价指标|评价指标|评价指标|评价指标|评价指标|评价指标|得分情况",
       "一级指标|一级指标|二级指标|二级指标|三级指标|三级指标|^",
       "名称|参考分值|名称|参考分值|名称|参考分值|^", "决策|20|预算|10|合理性|5|4",
       "||||规范性|5|5", "||目标|10|完整性|10|9", "总得分情况||||||18"},
      3, 6);
  EXPECT_EQ(Read(document),
            (Lines{"决策/预算/合理性 t= a= r= w=5 s=4", "决策/预算/规范性 t= a= r= w=5 s=5",
                   "决策/目标/完整性 t= a= r= w=10 s=9"}));
  const FactSet facts = Normalize(document.Get(), Lexicon::BuiltIn());
  const Indicator& second = facts.indicators.at(1);
  EXPECT_EQ(facts.facts.at(static_cast<size_t>(second.weight_fact)).scope, Scope::kWeight);
  EXPECT_EQ(facts.facts.at(static_cast<size_t>(second.score_fact)).quantity.value, Decimal(5));
  EXPECT_EQ(facts.facts.at(static_cast<size_t>(second.level1_weight_fact)).quantity.value,
            Decimal(20));
}

TEST(IndicatorSheet, GivesEachOfSeveralMarksToTheLevelBesideIt) {
  EXPECT_EQ(
      Read(SampleDocument().Table({"一级指标|分值|二级指标|分值|三级指标|分值|得分",
                                   "投入|15|目标设定|9|目标合理性|5|5", "^|^|^|^|指标明确性|4|3.5"},
                                  1, 6)),
      (Lines{"投入/目标设定/目标合理性 t= a= r= w=5 s=5",
             "投入/目标设定/指标明确性 t= a= r= w=4 s=3.5"}));
}

TEST(IndicatorSheet, ReadsTargetsAndTheFundsLineOfAForm) {
  EXPECT_EQ(
      Read(SampleDocument().Table({"部门名称|青河市图书馆|||||",
                                   "资金来源|年初预算数|全年预算数|全年执行数|分值权重|执行率|得分",
                                   "年度总资金|5|4|4|10|100%|10", "其中：上级安排|1|1|1|—|—|—",
                                   "一级指标|二级指标|三级指标|指标值|分值权重|实际完成值|得分",
                                   "产出|数量|办展|>=5次|50|6次|50", "^|^|讲座|≥3场|40|2场|26.7"},
                                  0, 0)),
      (Lines{"预算执行/预算执行率/年度总资金 t=4 a=4 r=100% w=10 s=10",
             "产出/数量/办展 t=>=5次 a=6次 r= w=50 s=50",
             "产出/数量/讲座 t=≥3场 a=2场 r= w=40 s=26.7"}));
}

TEST(IndicatorSheet, GivesNothingForOtherTables) {
  EXPECT_TRUE(Read(SampleDocument().Table({"项目|预算数|决算数", "甲|1|2"}, 1, 1)).empty());
}

TEST(IndicatorSheet, ReadsASheetWithAColumnForUnits) {
  EXPECT_EQ(Read(SampleDocument().Table(
                {"一级指标|二级指标|指标内容|度量单位|目标值|完成值|权重|自评得分",
                 "产出指标|数量指标|造林面积|亩|5600|5712|20|20"},
                1, 4)),
            (Lines{"产出指标/数量指标/造林面积 t=5600 a=5712 r= w=20 s=20"}));
}

TEST(IndicatorSheet, ReadsOneHeadOverAllLevels) {
  EXPECT_EQ(
      Read(SampleDocument().Table({"绩效指标|绩效指标|绩效指标|年度指标值|全年完成值|分值|得分",
                                   "产出指标|数量指标|造林面积|≥5600亩|5712亩|20|20",
                                   "^|质量指标|成活率|≥90%|93%|15|15", "总分||||||98"},
                                  1, 3)),
      (Lines{"产出指标/数量指标/造林面积 t=≥5600亩 a=5712亩 r= w=20 s=20",
             "产出指标/质量指标/成活率 t=≥90% a=93% r= w=15 s=15"}));
}

TEST(IndicatorSheet, ReadsWeightAndScoreInOneCell) {
  EXPECT_EQ(Read(SampleDocument().Table(
                {"一级指标|二级指标|三级指标|目标值|完成值|分值/得分",
                 "产出指标|数量指标|造林面积|5600|5712|20/20", "^|^|补植面积|100|95|10分／9.5分"},
                1, 3)),
            (Lines{"产出指标/数量指标/造林面积 t=5600 a=5712 r= w=20 s=20",
                   "产出指标/数量指标/补植面积 t=100 a=95 r= w=10 s=9.5"}));
}

TEST(IndicatorSheet, ReadsTheWeightBeforeTheIndicator) {
  EXPECT_EQ(Read(SampleDocument().Table(
                {"权重|一级指标|二级指标|三级指标|上半年完成值|全年完成值|年度指标值|自评得分",
                 "20|产出指标|数量指标|造林面积|3000|5712|5600|20"},
                1, 4)),
            (Lines{"产出指标/数量指标/造林面积 t=5600 a=5712 r= w=20 s=20"}));
}

TEST(IndicatorSheet, ReadsTwoLevelsAndALowestLevelThatIsOnlyCalledIndicator) {
  EXPECT_EQ(
      Read(SampleDocument().Table({"一级指标|二级指标|分值|得分", "产出|办结率|20|19"}, 1, 2)),
      (Lines{"产出//办结率 t= a= r= w=20 s=19"}));
  EXPECT_EQ(Read(SampleDocument().Table({"一级指标|二级指标|绩效指标|指标值|实际完成值|分值|得分",
                                         "产出|数量|培训人次|≥90人次|95人次|20|19"},
                                        1, 3)),
            (Lines{"产出/数量/培训人次 t=≥90人次 a=95人次 r= w=20 s=19"}));
}

TEST(IndicatorSheet, ReadsOnAfterAHeadThatIsPrintedAgainOverleaf) {
  EXPECT_EQ(
      Read(SampleDocument().Table(
          {"一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
           "产出指标|数量指标|造林面积|5600|5712|20|20",
           "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分",
           "产出指标|数量指标|补植面积|100|95|10|9.5", "满意度指标||群众满意度|≥90%|92%|10|10"},
          1, 3)),
      (Lines{"产出指标/数量指标/造林面积 t=5600 a=5712 r= w=20 s=20",
             "产出指标/数量指标/补植面积 t=100 a=95 r= w=10 s=9.5",
             "满意度指标//群众满意度 t=≥90% a=92% r= w=10 s=10"}));
}

TEST(IndicatorSheet, ReadsAColumnLeftOfTheLevels) {
  EXPECT_EQ(
      Read(SampleDocument().Table(
          {"项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分|",
           "^|年度资金总额|100|100|95|10|95%|9.5|", "^|其中：当年财政拨款|100|100|95|—|95%|—|",
           "绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析",
           "^|产出指标|数量指标|培训人次|≥100人次|120人次|10|10|无",
           "^|^|质量指标|合格率|≥95%|96%|20|20|", "总分||||||100|39.5|"},
          0, 0)),
      (Lines{"预算执行/预算执行率/年度资金总额 t=100 a=95 r=95% w=10 s=9.5",
             "产出指标/数量指标/培训人次 t=≥100人次 a=120人次 r= w=10 s=10",
             "产出指标/质量指标/合格率 t=≥95% a=96% r= w=20 s=20"}));
}

}  // namespace
}  // namespace crossfoot
