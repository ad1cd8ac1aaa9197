// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/outline/surroundings.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

Document WithTable(std::initializer_list<const char*> before,
                   std::initializer_list<const char*> after) {
  Document document;
  const auto add = [&](const char* text) {
    Block block;
    block.text.Append(text, Place{0, 1, 1, {}});
    document.blocks.push_back(block);
  };
  for (const char* text : before) {
    add(text);
  }
  Block block;
  block.kind = BlockKind::kTable;
  block.table = 0;
  document.blocks.push_back(block);
  document.tables.emplace_back();
  for (const char* text : after) {
    add(text);
  }
  std::vector<HeadingHints> hints(document.blocks.size());
  AttachSurroundings(&hints, &document);
  EXPECT_EQ(hints.size(), document.blocks.size());
  return document;
}

TEST(Surroundings, TakesCaptionUnitAndNotes) {
  const Document document =
      WithTable({"正文一句。", "项目支出决算表", "单位：万元"}, {"注：本表含上年结转。", "后文。"});
  EXPECT_EQ(document.tables[0].caption.utf8(), "项目支出决算表");
  EXPECT_EQ(document.tables[0].unit_note.utf8(), "单位：万元");
  ASSERT_EQ(document.tables[0].notes.size(), 1U);
  EXPECT_EQ(document.blocks.size(), 3U);
}

TEST(Surroundings, LeavesSentencesAndHeadingsWhereTheyAre) {
  const Document document = WithTable({"一、收支情况", "收支情况如下："}, {"后文。"});
  EXPECT_TRUE(document.tables[0].caption.empty());
  EXPECT_EQ(document.blocks.size(), 4U);
}

}  // namespace
}  // namespace crossfoot
