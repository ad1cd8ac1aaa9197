// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/identity.h"

#include <gtest/gtest.h>

#include "normalize/normalize.h"
#include "tests/normalize/sample_document.h"

namespace crossfoot {
namespace {

Identity Read(const SampleDocument& document) {
  return Normalize(document.Get(), Lexicon::BuiltIn()).identity;
}

TEST(Identity, ReadsATitleThatNamesBodyYearAndKind) {
  const Identity identity = Read(SampleDocument()
                                     .Paragraph("附件1")
                                     .Paragraph("柳河县文化馆2021年度部门整体支出绩效自评报告")
                                     .Paragraph("自评综合得分96.5分，评价结果为“优”。"));
  EXPECT_EQ(identity.title, "柳河县文化馆2021年度部门整体支出绩效自评报告");
  EXPECT_EQ(identity.entity, "柳河县文化馆");
  EXPECT_EQ(identity.region, "柳河县");
  EXPECT_EQ(identity.kind, "部门整体支出绩效自评报告");
  EXPECT_EQ(identity.year, 2021);
  EXPECT_EQ(identity.self_score, "96.5");
  EXPECT_EQ(identity.grade, "优");
  EXPECT_TRUE(identity.entity_anchor && identity.self_score_anchor && identity.grade_anchor);
}

TEST(Identity, TakesTheBodyBehindItsLabelAndNoPersons) {
  const Identity identity = Read(SampleDocument()
                                     .Paragraph("2020年度部门整体支出绩效自评报告")
                                     .Paragraph("部门名称（公章）：青河市图书馆")
                                     .Paragraph("填报人：某某")
                                     .Paragraph("联系电话：0123-4567890"));
  EXPECT_EQ(identity.entity, "青河市图书馆");
  EXPECT_EQ(identity.year, 2020);
}

TEST(Identity, TakesTheBodyOfATableHead) {
  const Identity identity =
      Read(SampleDocument()
               .Paragraph("2020年度部门整体支出绩效自评表")
               .Table({"部门（单位）名称（盖章）|青河市图书馆", "年度目标|完成"}, 0, 1));
  EXPECT_EQ(identity.entity, "青河市图书馆");
}

TEST(Identity, TakesTheBodyOfTheLineAboveTheTitle) {
  const Identity identity =
      Read(SampleDocument().Paragraph("青河市东湖区审计局").Paragraph("2024年度部门决算"));
  EXPECT_EQ(identity.entity, "青河市东湖区审计局");
  EXPECT_EQ(identity.kind, "部门决算");
}

TEST(Identity, TakesTheBodyThatIsNamedMostOften) {
  const Identity identity =
      Read(SampleDocument()
               .Paragraph("青河市卫生健康委员会印发通知。")
               .Paragraph("青河市卫生监督所下设4个科室。")
               .Paragraph("青河市卫生监督所编制20人，部门整体支出绩效自评综合得分99分。"));
  EXPECT_EQ(identity.entity, "青河市卫生监督所");
}

TEST(Identity, TakesNoScoreOfOtherReportsFromAccounts) {
  const Identity identity = Read(SampleDocument()
                                     .Paragraph("青河市审计局2024年度部门决算")
                                     .Paragraph("绩效自评项目4个，平均得分99.4分。"));
  EXPECT_EQ(identity.self_score, "");
}

TEST(Identity, IsEmptyWhereNothingTells) {
  const Identity identity = Read(SampleDocument().Paragraph("今天下雨。"));
  EXPECT_EQ(identity.title + identity.entity + identity.region + identity.kind, "");
}

TEST(Identity, JoinsATitleThatStandsOnSeveralLines) {
  const Identity identity = Read(SampleDocument()
                                     .Paragraph("关于柳河县文化和旅游局")
                                     .Paragraph("二〇二二年度部门整体支出绩效")
                                     .Paragraph("评价的自评报告")
                                     .Paragraph("县财政局：")
                                     .Paragraph("自评得分为94.6分。"));
  EXPECT_EQ(identity.title, "关于柳河县文化和旅游局二〇二二年度部门整体支出绩效评价的自评报告");
  EXPECT_EQ(identity.entity, "柳河县文化和旅游局");
  EXPECT_EQ(identity.kind, "部门整体支出绩效自评报告");
  EXPECT_EQ(identity.year, 2022);
}

TEST(Identity, LeavesTheBodyAndTheAttachmentOutOfTheTitle) {
  for (const char* above : {"柳河县文化馆", "附件2", "经研究，整体支出绩效如下："}) {
    EXPECT_EQ(
        Read(SampleDocument().Paragraph(above).Paragraph("2021年度部门整体支出绩效自评报告")).title,
        "2021年度部门整体支出绩效自评报告");
  }
}

TEST(Identity, ReadsAYearWithoutItsCentury) {
  EXPECT_EQ(Read(SampleDocument().Paragraph("柳河县文化馆23年度部门整体绩效自评报告")).year, 2023);
}

TEST(Identity, TakesTheBodyBehindTheWordsForItsSeal) {
  EXPECT_EQ(Read(SampleDocument()
                     .Paragraph("2023年度部门整体支出绩效自评表")
                     .Paragraph("填报单位：（盖章）白石县林业局"))
                .entity,
            "白石县林业局");
}

TEST(Identity, TakesTheScoreNotTheFullMark) {
  EXPECT_EQ(Read(SampleDocument()
                     .Paragraph("2022年度项目支出绩效自评表")
                     .Table({"三级指标|分值|得分", "合格率|100|97.00", "总分|100|97.00"}, 1, 1))
                .self_score,
            "97.00");
}

}  // namespace
}  // namespace crossfoot
