// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/text_reader.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(TextReader, PutsParagraphsTablesAndOutlineTogether) {
  const auto document = ReadText(
      "# 2022年度青石县文化馆部门决算公开\n\n一、收支情况\n\n本年收入 **10.00** 万元。\n\n"
      "项目支出决算表\n单位：万元\n项目\t预算数\t决算数\n书刊\t10.00\t9.99\n\n"
      "扫一扫在手机打开当前页\n",
      {});
  ASSERT_TRUE(document.ok());
  ASSERT_EQ(document->blocks.size(), 4U);
  EXPECT_EQ(document->blocks[2].text.utf8(), "本年收入 10.00 万元。");
  EXPECT_EQ(document->blocks[3].kind, BlockKind::kTable);
  EXPECT_EQ(document->tables[0].caption.utf8(), "项目支出决算表");
  EXPECT_EQ(document->tables[0].unit_note.utf8(), "单位：万元");
  ASSERT_EQ(document->outline.size(), 1U);
  EXPECT_EQ(document->blocks[3].section, 0);
  ASSERT_EQ(document->furniture.size(), 1U);
}

TEST(TextReader, LeavesATableOverTheLimitOutAndSaysSo) {
  Limits limits;
  limits.cells_per_table = 3;
  const auto document = ReadText("正文。\n项目\t数\n甲\t1\n", limits);
  ASSERT_TRUE(document.ok());
  EXPECT_TRUE(document->tables.empty());
  ASSERT_EQ(document->notes.size(), 1U);
  EXPECT_EQ(document->notes[0].kind, NoteKind::kLimit);
}

TEST(TextReader, HasAnErrorForTextWithoutWords) {
  const auto document = ReadText(" \n\t\n", {});
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, ErrorCode::kNoText);
}

TEST(TextReader, ReadsOneVeryLongLine) {
  std::string line;
  for (int i = 0; i < 200000; ++i) {
    line += "支出3.5万元，";
  }
  const auto document = ReadText(line, {});
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document->blocks.size(), 1U);
}

}  // namespace
}  // namespace crossfoot
