// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/outline/outline.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

Document Of(const std::vector<std::string>& paragraphs) {
  Document document;
  int line = 0;
  for (const std::string& paragraph : paragraphs) {
    Block block;
    block.text.Append(paragraph, Place{0, ++line, 1, {}});
    document.blocks.push_back(block);
  }
  return document;
}

std::vector<std::string> Outline(const Document& document) {
  std::vector<std::string> out;
  for (const Section& section : document.outline) {
    out.push_back(std::to_string(section.level) + (section.run_in ? "r " : " ") + section.number +
                  section.title);
  }
  return out;
}

TEST(Outline, TellsHeadingsFromListItemsAndRunInHeadings) {
  Document document = Of({
      "2022年度青石县文化馆部门整体支出绩效自评报告",
      "一、基本情况",
      "(一)主要职责:",
      "1．负责全县群众文化活动的组织；",
      "2．负责非遗保护；",
      "3．完成交办的其他工作。",
      "(二)预算执行情况",
      "1. 预算收支情况。本年收入12.50万元，支出12.50万元。",
      "2. 资产情况。年末资产总计3.57万元。",
      "3. 项目情况。",
      "本年无项目支出。",
      "二、存在的问题",
      "无。",
  });
  BuildOutline({}, &document);
  EXPECT_EQ(Outline(document),
            (std::vector<std::string>{"1 一、基本情况", "2 (一)主要职责", "2 (二)预算执行情况",
                                      "3r 1.预算收支情况", "3r 2.资产情况", "3 3.项目情况",
                                      "1 二、存在的问题"}));
  EXPECT_EQ(document.blocks[0].kind, BlockKind::kHeading);
  EXPECT_EQ(document.blocks[3].kind, BlockKind::kListItem);
  EXPECT_EQ(document.blocks[7].kind, BlockKind::kParagraph);
  EXPECT_EQ(document.blocks[10].section, 5);
  EXPECT_EQ(document.outline[1].parent, 0);
}

TEST(Outline, KeepsAHeadingThatEndsWithAFullStop) {
  Document document = Of({"1、收入支出安排情况。", "年初预算为10万元。", "2、收支结构分析。",
                          "本年支出10万元。", "3、其他。", "无。"});
  BuildOutline({}, &document);
  EXPECT_EQ(document.outline.size(), 3U);
}

TEST(Outline, DoesNotTakeAListForHeadings) {
  Document document = Of({"（一）主要履职目标", "1. 加强宣传，推进复工。", "2. 巩固成果。",
                          "3. 完善工作。", "（二）主要履职情况", "本馆开馆300天。"});
  BuildOutline({}, &document);
  EXPECT_EQ(Outline(document),
            (std::vector<std::string>{"1 （一）主要履职目标", "1 （二）主要履职情况"}));
}

TEST(Outline, LeavesTheTableOfContentsOut) {
  Document document = Of({"目　录", "第一部分 概况………1", "一、主要职能", "第一部分 概况",
                          "一、主要职能", "负责图书借阅。"});
  BuildOutline({}, &document);
  EXPECT_EQ(Outline(document), (std::vector<std::string>{"1 第一部分概况", "2 一、主要职能"}));
  EXPECT_EQ(document.outline[0].block, 3);
}

TEST(Outline, TakesUnnumberedHeadingsFromMarkupOnly) {
  Document document = Of({"部门概况", "馆内设三个股室。", "收支情况", "一、收入", "收入10万元。"});
  std::vector<HeadingHints> hints(5);
  hints[2].markup_level = 2;
  BuildOutline(hints, &document);
  EXPECT_EQ(Outline(document), (std::vector<std::string>{"1 收支情况", "2 一、收入"}));
}

TEST(Outline, BeginsNumbersAgainUnderAnUnnumberedHeading) {
  Document document =
      Of({"主要职能", "一、负责借阅。馆内设两个股室。", "二、负责展览。", "名词解释",
          "（一）财政拨款：指财政资金。另有说明。", "（二）其他收入：指别的。另有说明。"});
  std::vector<HeadingHints> hints(6);
  hints[0].size_ratio = hints[3].size_ratio = 1.5F;
  BuildOutline(hints, &document);
  ASSERT_GE(document.outline.size(), 3U);
  const auto terms = std::find_if(document.outline.begin(), document.outline.end(),
                                  [](const Section& s) { return s.title == "名词解释"; });
  ASSERT_NE(terms, document.outline.end());
  EXPECT_EQ(terms->level, 1);
  EXPECT_EQ(document.outline.back().number, "（二）");
  EXPECT_EQ(document.outline.back().level, 2);
}

TEST(Outline, DoesNotPutNumbersThatGoOnUnderALineSetApart) {
  Document document = Of({"一、收入", "收入10万元。", "收支对照图", "二、支出", "支出10万元。"});
  std::vector<HeadingHints> hints(5);
  hints[2].bold = hints[2].centred = true;
  BuildOutline(hints, &document);
  ASSERT_EQ(document.outline.size(), 3U);
  EXPECT_EQ(document.outline[1].level, 2);
  EXPECT_EQ(document.outline[2].number, "二、");
  EXPECT_EQ(document.outline[2].level, 1);
}

TEST(Outline, SetsAttachmentsOutermost) {
  Document document = Of({"一、概况", "（一）职能", "负责借阅。", "附件2：", "收支表如下。"});
  BuildOutline({}, &document);
  ASSERT_EQ(document.outline.size(), 3U);
  EXPECT_EQ(document.outline[2].level, 1);
  EXPECT_EQ(document.blocks[4].section, 2);
}

TEST(Outline, TakesTheFirstLineSetAboveAllOthersForTheTitle) {
  for (const bool marked : {true, false}) {
    Document document = Of({"溪河县司法局2023年度“三公”经费决算公开情况", "一、总体情况",
                            "支出10万元。另有说明。", "二、增减原因", "减少2万元。另有说明。"});
    std::vector<HeadingHints> hints(5);
    hints[0].markup_level = marked ? 1 : 0;
    hints[0].size_ratio = marked ? 1.0F : 1.5F;
    BuildOutline(hints, &document);
    EXPECT_EQ(Outline(document), (std::vector<std::string>{"1 一、总体情况", "1 二、增减原因"}));
    EXPECT_EQ(document.blocks[0].kind, BlockKind::kParagraph);
  }
}

}  // namespace
}  // namespace crossfoot
