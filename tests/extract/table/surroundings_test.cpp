// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/surroundings.h"

#include <gtest/gtest.h>

#include "extract/table/table_finder.h"
#include "tests/extract/table/page_builder.h"

namespace crossfoot {
namespace {

using table_test::PageBuilder;

void AddTable(float top, PageBuilder* b) {
  b->Ruled({50, 250, 400, 550}, {top, top + 20, top + 40, top + 60});
  b->Text(55, top + 14, "项目").Text(255, top + 14, "预算数").Text(405, top + 14, "决算数");
  b->Text(55, top + 34, "甲").Right(395, top + 34, "12.50").Right(545, top + 34, "11.00");
  b->Text(55, top + 54, "乙").Right(395, top + 54, "2.50").Right(545, top + 54, "1.00");
}

PageTable Only(const PageContent& page) {
  PageTables found = FindTables(page);
  EXPECT_EQ(found.tables.size(), 1U);
  return found.tables.empty() ? PageTable() : std::move(found.tables.front());
}

TEST(ReadSurroundings, BindsCaptionUnitAndMaker) {
  PageBuilder b;
  b.Text(240, 80, "某某县收支总表", 16)
      .Text(50, 110, "编制部门：某某县财政局")
      .Text(490, 110, "单位：万元");
  AddTable(120, &b);
  const PageTable table = Only(b.page);
  EXPECT_EQ(table.caption.utf8(), "某某县收支总表");
  EXPECT_EQ(table.unit_note.utf8(), "单位：万元");
  ASSERT_EQ(table.notes.size(), 1U);
  EXPECT_EQ(table.notes[0].utf8(), "编制部门：某某县财政局");
}

TEST(ReadSurroundings, FindsTheUnitInsideACaption) {
  PageBuilder b;
  b.Text(220, 110, "表1收支情况（单位：万元）");
  AddTable(120, &b);
  const PageTable table = Only(b.page);
  EXPECT_EQ(table.caption.utf8(), "表1收支情况（单位：万元）");
  EXPECT_EQ(table.unit_note.utf8(), "单位：万元");
}

TEST(ReadSurroundings, TakesABudgetsTitleForNoFormNumber) {
  for (const char* title : {"预算执行情况表", "公开情况一览表"}) {
    PageBuilder b;
    b.Text(265, 110, title);
    AddTable(120, &b);
    EXPECT_EQ(Only(b.page).caption.utf8(), title);
  }
  for (const char* number : {"公开01表", "财决公开03表"}) {
    PageBuilder b;
    b.Text(50, 60, number).Text(240, 90, "某某县收支总表", 14);
    AddTable(120, &b);
    const PageTable table = Only(b.page);
    EXPECT_EQ(table.caption.utf8(), "某某县收支总表");
    ASSERT_EQ(table.notes.size(), 1U) << number;
    EXPECT_EQ(table.notes[0].utf8(), number);
  }
}

// It is a heading of the report's, as it is where the report is text.
TEST(ReadSurroundings, LeavesAnAttachmentsNumberAboveATitleToTheText) {
  for (const char* number : {"附件2", "附件：", "附表3-1", "附表：2023年度项目支出绩效自评表"}) {
    PageBuilder b;
    b.Text(50, 60, number).Text(240, 90, "某某县收支总表", 14);
    AddTable(120, &b);
    const PageTable table = Only(b.page);
    EXPECT_EQ(table.caption.utf8(), "某某县收支总表") << number;
    EXPECT_TRUE(table.notes.empty()) << number;
  }
  PageBuilder b;
  b.Text(150, 90, "附表：2023年度项目支出绩效自评表");
  AddTable(120, &b);
  EXPECT_TRUE(Only(b.page).caption.empty());
}

TEST(ReadSurroundings, TakesNoLineOfPlatesForAFurtherLineOfTheTitle) {
  PageBuilder b;
  b.Text(120, 75, "单位(公章)：某某局 自评总分：97分 单位领导审签：张三");
  b.Text(240, 90, "共性指标自评表");
  AddTable(120, &b);
  EXPECT_EQ(Only(b.page).caption.utf8(), "共性指标自评表");
}

TEST(ReadSurroundings, FindsTitleAndUnitOfATableNarrowerThanItsPage) {
  PageBuilder b;
  b.Text(265, 90, "采购执行情况表").Right(550, 110, "单位：万元");
  b.Ruled({50, 130, 230}, {120, 140, 160, 180});
  b.Text(55, 134, "类别").Text(135, 134, "采购金额");
  b.Text(55, 154, "货物").Right(225, 154, "12.50").Text(55, 174, "工程").Right(225, 174, "2.50");
  const PageTable table = Only(b.page);
  EXPECT_EQ(table.caption.utf8(), "采购执行情况表");
  EXPECT_EQ(table.unit_note.utf8(), "单位：万元");
}

TEST(ReadSurroundings, TakesTheNoteBelowAndNotTheParagraphAfterIt) {
  PageBuilder b;
  AddTable(120, &b);
  b.Text(50, 194, "注：本表金额为汇总数。");
  b.Text(50, 230, "本年支出比上年增加。");
  const PageTables found = FindTables(b.page);
  ASSERT_EQ(found.tables.size(), 1U);
  ASSERT_EQ(found.tables[0].notes.size(), 1U);
  EXPECT_EQ(found.tables[0].notes[0].utf8(), "注：本表金额为汇总数。");
  EXPECT_EQ(found.owner.back(), 0U);
}

TEST(ReadSurroundings, LeavesSentencesAndSectionHeadingsAlone) {
  PageBuilder b;
  b.Text(50, 90, "（一）收支情况").Text(50, 110, "本年收支如下表所示，单位均为万元。");
  AddTable(120, &b);
  const PageTable table = Only(b.page);
  EXPECT_TRUE(table.caption.empty());
  EXPECT_TRUE(table.unit_note.empty());
}

TEST(ReadSurroundings, SaysWhetherAnotherTableStandsBetweenTheTableAndThePagesEnd) {
  PageBuilder b;
  AddTable(120, &b);
  AddTable(420, &b);
  const PageTables found = FindTables(b.page);
  ASSERT_EQ(found.tables.size(), 2U);
  EXPECT_TRUE(found.tables[0].opens_page);
  EXPECT_FALSE(found.tables[0].closes_page);
  EXPECT_FALSE(found.tables[1].opens_page);
  EXPECT_TRUE(found.tables[1].closes_page);
}

TEST(IsUnitNote, KnowsUnitsFromOrganisations) {
  for (const char* yes :
       {"单位：万元", "金额单位: 元", "（单位：千元）", "单位：人民币元", "Unit: EUR million"}) {
    EXPECT_TRUE(IsUnitNote(yes)) << yes;
  }
  for (const char* no :
       {"编制单位：某某局", "填报单位：元宝区", "预算单位：某某局", "单位负责人：", "单位名称"}) {
    EXPECT_FALSE(IsUnitNote(no)) << no;
  }
}

}  // namespace
}  // namespace crossfoot
