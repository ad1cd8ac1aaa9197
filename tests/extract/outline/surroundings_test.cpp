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

TEST(Surroundings, LooksPastTheMakersName) {
  const Document document =
      WithTable({"项目支出决算表", "公开01表", "编制单位：青石县林业局", "单位：万元"}, {});
  EXPECT_EQ(document.tables[0].caption.utf8(), "项目支出决算表");
  EXPECT_EQ(document.tables[0].unit_note.utf8(), "单位：万元");
  ASSERT_EQ(document.blocks.size(), 3U);
  EXPECT_EQ(document.blocks[0].text.utf8(), "公开01表");
  EXPECT_EQ(document.blocks[1].text.utf8(), "编制单位：青石县林业局");
}

TEST(Surroundings, ARowOfMakerAndUnitIsNoTable) {
  Document document;
  const auto add = [&](std::initializer_list<const char*> cells) {
    Block block;
    block.kind = BlockKind::kTable;
    block.table = static_cast<int>(document.tables.size());
    Table table;
    table.rows = 1;
    table.columns = static_cast<int>(cells.size());
    for (const char* text : cells) {
      Cell cell;
      cell.column = static_cast<int>(table.cells.size());
      cell.text.Append(text, {});
      table.cells.push_back(cell);
    }
    document.tables.push_back(table);
    document.blocks.push_back(block);
  };
  Block caption;
  caption.text.Append("项目支出决算表", {});
  document.blocks.push_back(caption);
  add({"编制单位：青石县林业局", "", "单位：元"});
  add({"合计", "900,000"});
  std::vector<HeadingHints> hints(document.blocks.size());
  AttachSurroundings(&hints, &document);
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].caption.utf8(), "项目支出决算表");
  EXPECT_EQ(document.tables[0].unit_note.utf8(), "单位：元");
  EXPECT_EQ(document.blocks.back().table, 0);
}

TEST(Surroundings, LeavesSentencesAndHeadingsWhereTheyAre) {
  const Document document = WithTable({"一、收支情况", "收支情况如下："}, {"后文。"});
  EXPECT_TRUE(document.tables[0].caption.empty());
  EXPECT_EQ(document.blocks.size(), 4U);
}

}  // namespace
}  // namespace crossfoot
