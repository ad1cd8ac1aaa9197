// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/page_break.h"

#include <string>

#include <gtest/gtest.h>

#include "extract/layout/document_assembler.h"
#include "tests/extract/layout/page_setter.h"

namespace crossfoot {
namespace {

// A ruled table of three columns between 100 and 500, rows 20 high.
void SetTable(PageSetter* setter, float top, const std::vector<std::vector<std::string>>& rows) {
  const float bottom = top + 20 * static_cast<float>(rows.size());
  float y = top;
  setter->Rule(100, y, 500, y);
  for (const std::vector<std::string>& row : rows) {
    float x = 105;
    for (const std::string& cell : row) {
      setter->Set(x, y + 14, cell);
      x += x < 200 ? 150 : 125;
    }
    y += 20;
    setter->Rule(100, y, 500, y);
  }
  for (const float x : {100.0F, 250.0F, 375.0F, 500.0F}) {
    setter->Rule(x, top, x, bottom);
  }
}

const std::vector<std::vector<std::string>>& Body() {
  static const std::vector<std::vector<std::string>> kRows = {
      {"基本支出", "12.50", "11.00"}, {"项目支出", "2.50", "1.00"}, {"合计", "15.00", "12.00"}};
  return kRows;
}

std::vector<std::vector<std::string>> Whole() {
  std::vector<std::vector<std::string>> rows = Body();
  rows.insert(rows.begin(), {"项目", "预算数", "决算数"});
  return rows;
}

Document Read(const std::vector<PageSetter*>& pages) {
  DocumentAssembler assembler;
  for (PageSetter* page : pages) {
    assembler.AddPage(page->page());
  }
  return assembler.Finish();
}

std::string Words(const Document& document) {
  std::string words;
  for (const Block& block : document.blocks) {
    words += block.kind == BlockKind::kTable ? "<>" : block.text.utf8();
    words += "|";
  }
  return words;
}

TEST(PageBreak, BringsTheTitleAtThePagesFootToItsTable) {
  PageSetter first(1);
  first.Set(100, 300, "本年支出如下。").Set(270, 700, "支出总表").Set(440, 720, "单位：万元");
  PageSetter second(2);
  SetTable(&second, 100, Whole());
  const Document document = Read({&first, &second});
  EXPECT_EQ(Words(document), "本年支出如下。|<>|");
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].caption.utf8(), "支出总表");
  EXPECT_EQ(document.tables[0].unit_note.utf8(), "单位：万元");
  EXPECT_EQ(document.tables[0].caption.segments()[0].place.page, 1);
}

TEST(PageBreak, LeavesSentencesAndHeadingsWhereTheyStand) {
  for (const char* last : {"详见下表。", "二、支出情况"}) {
    PageSetter first(1);
    first.Set(100, 300, "本年支出如下。").Set(270, 700, last);
    PageSetter second(2);
    SetTable(&second, 100, Whole());
    const Document document = Read({&first, &second});
    ASSERT_EQ(document.tables.size(), 1U);
    EXPECT_TRUE(document.tables[0].caption.empty()) << last;
  }
}

TEST(PageBreak, LeavesTheTitleOfATableThatDoesNotOpenItsPage) {
  PageSetter first(1);
  first.Set(100, 300, "本年支出如下。").Set(270, 700, "支出总表");
  PageSetter second(2);
  second.Set(100, 80, "以上为本年各项支出。");
  SetTable(&second, 200, Whole());
  const Document document = Read({&first, &second});
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_TRUE(document.tables[0].caption.empty());
}

TEST(PageBreak, BringsALoneHeadToItsTable) {
  PageSetter first(1);
  first.Set(100, 300, "本年支出如下。").Set(270, 700, "支出总表").Set(440, 720, "单位：万元");
  SetTable(&first, 730, {{"项目", "预算数", "决算数"}});
  PageSetter second(2);
  SetTable(&second, 100, Body());
  const Document document = Read({&first, &second});
  EXPECT_EQ(Words(document), "本年支出如下。|<>|");
  ASSERT_EQ(document.tables.size(), 1U);
  const Table& table = document.tables[0];
  EXPECT_EQ(table.rows, 4);
  EXPECT_EQ(table.header_rows, 1);
  EXPECT_EQ(table.label_columns, 1);
  EXPECT_EQ(table.caption.utf8(), "支出总表");
  EXPECT_EQ(table.unit_note.utf8(), "单位：万元");
  EXPECT_EQ(table.pages, (std::vector<int>{1, 2}));
}

TEST(PageBreak, GivesALoneRowWithoutATableBackToTheText) {
  PageSetter first(1);
  first.Set(100, 300, "本年支出如下。");
  SetTable(&first, 730, {{"经办人", "复核人", "负责人"}});
  PageSetter second(2);
  second.Set(100, 100, "本年没有其他支出。");
  const Document document = Read({&first, &second});
  EXPECT_TRUE(document.tables.empty());
  EXPECT_NE(Words(document).find("复核人"), std::string::npos);
}

TEST(PageBreak, MakesAHeadWholeThatThePageBreakCut) {
  PageSetter first(1);
  SetTable(&first, 730, {{"项目", "一般公共预算财政拨款预", "一般公共预算财政拨款决"}});
  PageSetter second(2);
  std::vector<std::vector<std::string>> rows = Body();
  rows.insert(rows.begin(), {"", "算数", "算数"});
  SetTable(&second, 100, rows);
  const Document document = Read({&first, &second});
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].rows, 4);
  EXPECT_EQ(document.tables[0].cells[1].text.utf8(), "一般公共预算财政拨款预算数");
}

TEST(PageBreak, KeepsTheHeadOfAFormWithNothingToShow) {
  PageSetter first(1);
  first.Set(100, 300, "本年支出如下。").Set(270, 700, "支出总表").Set(440, 720, "单位：万元");
  SetTable(&first, 730, {{"项目", "预算数", "决算数"}});
  PageSetter second(2);
  second.Set(100, 100, "本年没有此项支出。");
  const Document document = Read({&first, &second});
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].rows, 1);
  EXPECT_EQ(document.tables[0].caption.utf8(), "支出总表");
  EXPECT_EQ(Words(document), "本年支出如下。|<>|本年没有此项支出。|");
}

}  // namespace
}  // namespace crossfoot
