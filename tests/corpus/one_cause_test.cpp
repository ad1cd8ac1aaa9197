// SPDX-License-Identifier: GPL-3.0-or-later
//
// One slip is one finding: what it breaks beside is not told as if it were another.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "corpus/report_run.h"

namespace crossfoot {
namespace {

std::vector<Finding> Found(const std::string& report) {
  const auto record = RunReport(Source{"report.txt", report});
  EXPECT_TRUE(record.ok());
  return record.ok() ? record->findings : std::vector<Finding>();
}

TEST(OneCause, AUnitOverATableExplainsWhatRoundingInTheRightUnitWould) {
  // In 万元 the last column is rounded; in 元, as noted, it would be off by 0.01.
  const auto findings = Found(
      "青石县林业局2024年度部门整体支出绩效自评报告\n"
      "2024年年初预算3994.70万元，全年预算4238.78万元，实际支出3847.65万元。\n"
      "预算执行情况表\n单位：元\n"
      "项目\t年初预算数\t全年预算数\t全年执行数\n"
      "合计\t3994.70\t4238.78\t3847.65\n"
      "基本支出\t1500.00\t1500.68\t1451.55\n"
      "项目支出\t2494.70\t2738.10\t2396.09\n");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "UNI111");
}

TEST(OneCause, WordsOfATemplateDoNotTurnAChangeIntoAnAmount) {
  const auto findings = Found(
      "青石县林业局2024年度部门决算\n"
      "2024年度“三公”经费支出预算21.00万元，支出决算18.60万元。与上年度相比，“三公”"
      "经费支出增加（减少）0.85万元。\n"
      "“三公”经费支出决算表\n单位：万元\n"
      "项目\t预算数\t决算数\n"
      "合计\t21.00\t18.60\n"
      "1.因公出国（境）费\t0.00\t0.00\n"
      "2.公务用车购置及运行费\t16.00\t15.20\n"
      "3.公务接待费\t5.00\t3.40\n");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].rule, "STR102");
}

TEST(OneCause, ARowThatIsMissingIsNoSlipOfAFigureInEachColumn) {
  // 服务 is not there: both columns fall short, and neither by a digit.
  const auto findings = Found(
      "青石县林业局2024年度部门整体支出绩效自评报告\n"
      "政府采购执行情况表\n单位：万元\n"
      "采购类别\t采购预算金额\t实际采购金额\n"
      "货物\t120.50\t118.20\n"
      "工程\t80.00\t74.30\n"
      "合计\t250.80\t240.15\n");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].relations.size(), 2U);
  EXPECT_TRUE(findings[0].diagnosis.empty());
  EXPECT_TRUE(findings[0].alternatives.empty());
}

}  // namespace
}  // namespace crossfoot
