// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/indicator_prose.h"

#include <gtest/gtest.h>

#include "normalize/normalize.h"
#include "tests/normalize/sample_document.h"

namespace crossfoot {
namespace {

TEST(IndicatorProse, ReadsAnIndicatorToldInWords) {
  const SampleDocument document =
      SampleDocument()
          .Heading("（一）", "指标一：履职效能", 1)
          .Heading("1.", "数量指标：", 2)
          .Paragraph(
              "指标①：办展次数，指标值：>=5次，年中监控完成值：3次；自评完成值：6次，"
              "指标完成率120%，偏差原因：无。")
          .Paragraph("指标②讲座场数 ，指标值：≥3场；自评完成值：3场，指标完成率100%。");
  const FactSet facts = Normalize(document.Get(), Lexicon::BuiltIn());
  ASSERT_EQ(facts.indicators.size(), 2U);
  const Indicator& first = facts.indicators[0];
  EXPECT_EQ(first.level1, "履职效能");
  EXPECT_EQ(first.level2, "数量指标");
  EXPECT_EQ(first.level3, "办展次数");
  EXPECT_EQ(first.target, ">=5次");
  EXPECT_EQ(first.actual, "6次");
  EXPECT_EQ(first.rate, "120%");
  EXPECT_EQ(first.table, -1);
  EXPECT_EQ(facts.facts.at(static_cast<size_t>(first.target_fact)).scope, Scope::kTarget);
  EXPECT_EQ(facts.facts.at(static_cast<size_t>(first.actual_fact)).scope, Scope::kAchieved);
  EXPECT_EQ(facts.indicators[1].level3, "讲座场数");
}

TEST(IndicatorProse, ReadsNoneWithoutATarget) {
  const SampleDocument document = SampleDocument().Paragraph("指标1完成较好，得5分。");
  EXPECT_TRUE(Normalize(document.Get(), Lexicon::BuiltIn()).indicators.empty());
}

}  // namespace
}  // namespace crossfoot
