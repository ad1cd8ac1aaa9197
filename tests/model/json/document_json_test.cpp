// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json/document_json.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

Text Words(std::string_view words, const Place& place) {
  Text text;
  text.Append(words, place);
  return text;
}

Document Sample() {
  Document document;
  document.source = {"报告.pdf", std::string(64, 'a'), "application/pdf", 1234, 2};
  document.pages = {{1, 595.28F, 841.89F, 0}, {2, 841.89F, 595.28F, 90}};
  Block heading;
  heading.kind = BlockKind::kHeading;
  heading.section = 0;
  heading.text = Words("一、\"基本\"情况\n", Place{1, 0, 0, Box{10, 20, 110.125F, 32}});
  Block paragraph;
  paragraph.section = 0;
  paragraph.text = Words("2023年", Place{1, 0, 0, Box{10, 40, 60, 52}});
  Block at;
  at.kind = BlockKind::kTable;
  at.table = 0;
  at.section = 0;
  document.blocks = {heading, paragraph, at};
  document.outline = {{"一、", 1, "\"基本\"情况", 0, -1, false}};
  Table table;
  table.rows = 2;
  table.columns = 2;
  table.header_rows = 1;
  table.label_columns = 1;
  table.shape = TableShape::kTwoSided;
  table.blocks = {{0, 0}, {1, 1}};
  table.caption = Words("收入支出决算总表", {});
  table.unit_note = Words("单位：万元", {});
  table.pages = {1, 2};
  table.cells = {{0, 0, 1, 2, Words("项目", {}), Place{1, 0, 0, Box{1, 2, 3, 4}}},
                 {1, 0, 1, 1, Words("合计", {}), Place{2, 0, 0, Box{1, 2, 3, 4}}},
                 {1, 1, 1, 1, {}, Place{2, 0, 0, Box{3, 2, 5, 4}}}};
  document.tables = {table};
  document.furniture = {Words("— 1 —", Place{1, 0, 0, Box{290, 800, 310, 810}})};
  document.notes = {{NoteKind::kNeedsOcr, "page 2 is a picture", Place{2, 0, 0, {}}}};
  return document;
}

TEST(DocumentJson, ParseOfPrintIsIdentity) {
  const std::string json = DocumentJson(Sample());
  const auto again = ReadDocumentJson(json);
  ASSERT_TRUE(again) << again.error().ToString();
  EXPECT_EQ(DocumentJson(*again), json);
  EXPECT_EQ(again->tables[0].cells[1].place.page, 2);
  EXPECT_EQ(again->blocks[0].text.utf8(), "一、\"基本\"情况\n");
}

TEST(DocumentJson, IsOneLine) { EXPECT_EQ(DocumentJson(Sample()).find('\n'), std::string::npos); }

TEST(DocumentJson, WhatIsNotADocumentIsAnError) {
  for (const char* bad : {"", "{", "[]", "{\"source\":3}", "{\"source\":{}}"}) {
    const auto document = ReadDocumentJson(bad);
    ASSERT_FALSE(document) << bad;
    EXPECT_EQ(document.error().code, ErrorCode::kBrokenMarkup);
  }
}

}  // namespace
}  // namespace crossfoot
