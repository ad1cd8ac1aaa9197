// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/reflow.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

std::vector<std::string> Paragraphs(std::string_view text) {
  const std::vector<SourceLine> lines = SplitLines(text);
  std::vector<std::string> out;
  for (const PrintedParagraph& paragraph : Reflow(lines, Measure(lines))) {
    out.push_back(paragraph.text.utf8());
  }
  return out;
}

// Copied from a page 20 characters wide: a blank line after every line, indents lost.
constexpr std::string_view kDumped =
    "(一)基本情况\n\n"
    "青石县文化馆为公益一类事业单位，编制\n\n"
    "12名，实有在职人员11人，内设综合股、展\n\n"
    "览股。全年工资福利支出100.25\n\n"
    "万元。\n\n\n\n"
    "馆内藏品经县文物部门登记造册，账目清\n\n"
    "楚，账实完全相符，未发生遗失损毁情况。藏\n\n"
    "品库房全年恒温恒湿，消防设施均完好无缺。\n\n"
    "本年度新增藏品均由民间捐赠，入库手续\n\n"
    "齐全，捐赠证书已全部发放到捐赠人手中。\n";

TEST(Reflow, GivesALabelAtALinesEndTheFigureBelow) {
  const std::string with_label =
      std::string(kDumped) + "\n指标一量化率，指标值：\n\n61%；自评完成值：90%。\n\n";
  EXPECT_TRUE(Paragraphs(with_label).back().ends_with("指标值：61%；自评完成值：90%。"));
  // What a colon only announces begins anew.
  const std::string announced =
      std::string(kDumped) + "\n具体情况如下：\n\n2023年新增三件藏品。\n\n";
  EXPECT_EQ(Paragraphs(announced).back(), "2023年新增三件藏品。");
}

TEST(Reflow, JoinsLinesThatThePageWrapped) {
  const std::vector<std::string> paragraphs = Paragraphs(kDumped);
  ASSERT_EQ(paragraphs.size(), 4U);
  EXPECT_EQ(paragraphs[0], "(一)基本情况");
  EXPECT_EQ(paragraphs[1],
            "青石县文化馆为公益一类事业单位，编制12名，实有在职人员11人，内设综合股、展览股。"
            "全年工资福利支出100.25万元。");
}

TEST(Reflow, TakesAShorterFirstLineAsANewParagraphAfterAFullOne) {
  const std::vector<std::string> paragraphs = Paragraphs(kDumped);
  ASSERT_EQ(paragraphs.size(), 4U);
  EXPECT_EQ(paragraphs[3].substr(0, 18), "本年度新增藏");
}

TEST(Reflow, LeadsEveryCharacterToItsLineAndColumn) {
  const std::vector<SourceLine> lines = SplitLines(kDumped);
  const std::vector<PrintedParagraph> paragraphs = Reflow(lines, Measure(lines));
  const Text& text = paragraphs[1].text;
  const size_t at = text.utf8().find("万元");
  EXPECT_EQ(text.PlaceOf(at, at + 6).line, 9);
  EXPECT_EQ(text.PlaceOf(at, at + 6).column, 1);
  const size_t figure = text.utf8().find("100.25");
  EXPECT_EQ(text.PlaceOf(figure, figure + 6).line, 7);
  EXPECT_EQ(text.PlaceOf(figure, figure + 6).column, 12);
}

TEST(Reflow, KeepsLinesApartThatAreParagraphsAlready) {
  const std::vector<std::string> paragraphs = Paragraphs(
      "一、部门基本情况\n"
      "(一)人员情况:\n"
      "我单位核定编制29人,设馆长1名。2022年实有在职人员11人,退休职工10人。\n"
      "1、完成全县图书的登记,按月盘点;\n"
      "2、打击倒卖,整顿秩序;\n"
      "(二)其他\n"
      "无。\n");
  EXPECT_EQ(paragraphs.size(), 7U);
}

TEST(Reflow, JoinsASentenceThatAPageBreakCut) {
  const std::vector<std::string> paragraphs = Paragraphs(
      "1. 预算收支情况。2020年，本馆预算总收入\n\n"
      "为 688.77 万元，其中财政拨款收入 688.73 万元。\n\n"
      "（3）临聘人员经费 75.02 万元，主要为单位雇\n\n"
      "员的工资。\n\n"
      "2. 加强管理，完善制度\n\n"
      "本馆全年无事故。\n");
  ASSERT_EQ(paragraphs.size(), 4U);
  EXPECT_EQ(paragraphs[0],
            "1. 预算收支情况。2020年，本馆预算总收入为688.77万元，其中财政拨款收入688.73万元。");
  EXPECT_EQ(paragraphs[1], "（3）临聘人员经费75.02万元，主要为单位雇员的工资。");
}

TEST(Reflow, KeepsTheFieldsOfAFormApart) {
  EXPECT_EQ(Paragraphs("部门名称（公章）：青石县文化馆\n填报人：某某\n联系电话：0000-1234567\n"
                       "为加强管理，现将有关情况报告如下：\n")
                .size(),
            4U);
}

TEST(Reflow, ClosesABracketThatALineEndLeftOpen) {
  EXPECT_EQ(Paragraphs("部门（单位）名称（盖\n\n章）\n"),
            std::vector<std::string>{"部门（单位）名称（盖章）"});
}

TEST(Reflow, UsesIndentsWhereTheyAreKept) {
  const std::vector<std::string> paragraphs = Paragraphs(
      "　　全馆上下团结一心，圆满完成了各项任务，\n取得了良好的社会效益。读者满意度逐年提高，\n"
      "各项服务均达到预期目标，未收到任何投诉。\n"
      "　　下一步将继续加强管理，努力提高服务水平，\n为读者提供更好的阅读环境。\n"
      "　　特此报告，请予以审议，不当之处请指正。\n妥否请示。\n");
  ASSERT_EQ(paragraphs.size(), 3U);
  EXPECT_EQ(paragraphs[1], "下一步将继续加强管理，努力提高服务水平，为读者提供更好的阅读环境。");
}

}  // namespace
}  // namespace crossfoot
