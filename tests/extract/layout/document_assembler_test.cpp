// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/document_assembler.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/extract/layout/page_setter.h"

namespace crossfoot {
namespace {

// A ruled table of `rows` × 2 at (100, top), 200 × 20 each.
void SetTable(PageSetter* setter, float top, int rows) {
  const float bottom = top + 20 * static_cast<float>(rows);
  for (int i = 0; i <= rows; ++i) {
    const float y = top + 20 * static_cast<float>(i);
    setter->Rule(100, y, 500, y);
    if (i < rows) {
      setter->Set(110, y + 14, i == 0 ? "项目" : "支出" + std::to_string(i));
      setter->Set(310, y + 14, i == 0 ? "金额" : std::to_string(100 + i) + ".00");
    }
  }
  for (const float x : {100.0F, 300.0F, 500.0F}) {
    setter->Rule(x, top, x, bottom);
  }
}

std::string Shape(const Document& document) {
  std::string shape;
  for (const Block& block : document.blocks) {
    shape += block.kind == BlockKind::kTable ? "<" + std::to_string(block.table) + ">"
                                             : block.text.utf8();
    shape += "|";
  }
  return shape;
}

TEST(DocumentAssembler, SetsTablesAmongTheParagraphs) {
  PageSetter setter(1);
  setter.Set(100, 100, "表前的话。");
  SetTable(&setter, 150, 4);
  setter.Set(100, 300, "表间的话。");
  SetTable(&setter, 350, 3);
  setter.Set(100, 500, "表后的话。");
  DocumentAssembler assembler;
  assembler.AddPage(setter.page());
  const Document document = assembler.Finish();
  EXPECT_EQ(Shape(document), "表前的话。|<0>|表间的话。|<1>|表后的话。|");
  ASSERT_EQ(document.tables.size(), 2U);
  EXPECT_EQ(document.tables[0].rows, 4);
  EXPECT_EQ(document.tables[1].rows, 3);
}

TEST(DocumentAssembler, SetsFurnitureApart) {
  DocumentAssembler assembler;
  for (int i = 1; i <= 3; ++i) {
    PageSetter setter(i);
    setter.Set(100, 300, "第" + std::to_string(i) + "页的正文。").Set(300, 780, std::to_string(i));
    assembler.AddPage(setter.page());
  }
  const Document document = assembler.Finish();
  EXPECT_EQ(Shape(document), "第1页的正文。|第2页的正文。|第3页的正文。|");
  EXPECT_EQ(document.furniture.size(), 3U);
  EXPECT_EQ(document.pages.size(), 3U);
}

TEST(DocumentAssembler, SaysWhatIsWeak) {
  PageContent page;
  page.info = {2, 600, 800, 0};
  page.hidden_glyphs = 7;
  page.over_limit = true;
  page.damaged = true;
  page.cut_off = {10, 790, 300, 800};
  page.images = {{0, 0, 600, 800}};
  DocumentAssembler assembler;
  assembler.AddPage(page);
  const Document document = assembler.Finish();
  std::vector<NoteKind> kinds;
  for (const Note& note : document.notes) {
    kinds.push_back(note.kind);
    EXPECT_EQ(note.place.page, 2);
  }
  EXPECT_EQ(kinds,
            (std::vector<NoteKind>{NoteKind::kDamagedPage, NoteKind::kLimit, NoteKind::kHiddenText,
                                   NoteKind::kTextCutOff, NoteKind::kNeedsOcr}));
}

TEST(DocumentAssembler, SendsAPageOfUnknownCharactersToOcr) {
  PageSetter setter(1);
  setter.Set(100, 100, "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  setter.page().unmapped_glyphs = 3;
  DocumentAssembler assembler;
  assembler.AddPage(setter.page());
  const Document document = assembler.Finish();
  ASSERT_EQ(document.notes.size(), 1U);
  EXPECT_EQ(document.notes[0].kind, NoteKind::kNeedsOcr);
}

TEST(DocumentAssembler, JoinsATableUnderRunningHeadsAndNotUnderOtherText) {
  for (const bool repeated : {true, false}) {
    DocumentAssembler assembler;
    for (int i = 1; i <= 3; ++i) {
      PageSetter setter(i);
      // Lower than any page's margin; only its being repeated tells that it is no text.
      const char* other[] = {"甲项支出的说明", "乙类收入", "丙款"};
      setter.Set(200, 95, repeated ? "某某局部门预算" : other[i - 1]);
      SetTable(&setter, 150, 20);
      setter.Set(300, 780, std::to_string(i));
      assembler.AddPage(setter.page());
    }
    const Document document = assembler.Finish();
    ASSERT_EQ(document.tables.size(), repeated ? 1U : 3U);
    EXPECT_EQ(document.tables[0].rows, repeated ? 58 : 20);
  }
}

TEST(DocumentAssembler, JoinsALastRowOfSpanningCellsThatStandsAloneOverleaf) {
  PageSetter first(1);
  for (int i = 0; i <= 10; ++i) {
    const float y = 300 + 20 * static_cast<float>(i);
    first.Rule(100, y, 500, y);
    if (i < 10) {
      first.Set(105, y + 14, "201").Set(160, y + 14, "支出").Set(310, y + 14, "3.00");
      first.Set(410, y + 14, "2.00");
    }
  }
  for (const float x : {100.0F, 150.0F, 300.0F, 400.0F, 500.0F}) {
    first.Rule(x, 300, x, 500);
  }
  PageSetter second(2);
  second.Rule(100, 100, 500, 100).Rule(100, 120, 500, 120);
  for (const float x : {100.0F, 300.0F, 400.0F, 500.0F}) {
    second.Rule(x, 100, x, 120);
  }
  second.Set(160, 114, "合计").Set(310, 114, "30.00").Set(410, 114, "20.00");
  DocumentAssembler assembler;
  assembler.AddPage(first.page());
  assembler.AddPage(second.page());
  const Document document = assembler.Finish();
  ASSERT_EQ(document.tables.size(), 1U);
  const Table& table = document.tables[0];
  EXPECT_EQ(table.rows, 11);
  EXPECT_EQ(table.pages, (std::vector<int>{1, 2}));
  const Cell& total = table.cells[table.cells.size() - 3];
  EXPECT_EQ(total.text.utf8(), "合计");
  EXPECT_EQ(total.column_span, 2);
  EXPECT_EQ(table.cells.back().text.utf8(), "20.00");
  EXPECT_TRUE(document.blocks.size() == 1 && document.furniture.empty());
}

TEST(DocumentAssembler, SetsFootnotesAfterTheirParagraph) {
  PageSetter first(1);
  for (int i = 0; i < 8; ++i) {
    first.Set(100, 100 + 20 * static_cast<float>(i),
              "正文的一行又一行一直写到右边的边上才换到下一行去接着写不留空处啊");
  }
  first.Rule(100, 700, 220, 700).Set(100, 720, "①脚注写在页的下方。", 7);
  PageSetter second(2);
  second.Set(100, 100, "接着上一页的句子。");
  DocumentAssembler assembler;
  assembler.AddPage(first.page());
  assembler.AddPage(second.page());
  const Document document = assembler.Finish();
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_NE(document.blocks[0].text.utf8().find("不留空处啊接着上一页的句子。"), std::string::npos);
  EXPECT_EQ(document.blocks[1].kind, BlockKind::kFootnote);
  EXPECT_EQ(document.blocks[1].text.utf8(), "①脚注写在页的下方。");
}

TEST(DocumentAssembler, LeadsTheCellsOfASidewaysTableBackToThePage) {
  PageSetter setter(1, 800, 600);
  setter.Set(100, 60, "横放的表上面先有这一句话，它有二十多个字那么长。");
  SetTable(&setter, 150, 4);
  const PageContent sideways = Turn(setter.page().info, 90).Upright(setter.page());
  ASSERT_EQ(CommonDirection(sideways), 270);
  DocumentAssembler assembler;
  assembler.AddPage(sideways);
  const Document document = assembler.Finish();
  ASSERT_EQ(document.tables.size(), 1U);
  const Cell& cell = document.tables[0].cells[0];
  EXPECT_EQ(cell.text.utf8(), "项目");
  const Place place = cell.text.PlaceOf(0, 6);
  ASSERT_TRUE(place.box.has_value() && cell.place.box.has_value());
  EXPECT_TRUE(cell.place.box->Contains(place.box->center()));
  EXPECT_LT(place.box->right, 600);
  EXPECT_GT(place.box->height(), place.box->width());
}

TEST(DocumentAssembler, GivesAnEmptyPageNothing) {
  DocumentAssembler assembler;
  assembler.AddPage(PageSetter(1).page());
  const Document document = assembler.Finish();
  EXPECT_TRUE(document.blocks.empty());
  EXPECT_TRUE(document.notes.empty());
}

}  // namespace
}  // namespace crossfoot
