// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/text_grid.h"

#include <gtest/gtest.h>

#include "extract/table/cell_text.h"
#include "tests/extract/table/page_builder.h"

namespace crossfoot {
namespace {

using table_test::PageBuilder;

// The grid of the page's whole text, as Dump prints it; "" for none.
std::string GridOf(const PageContent& page) {
  const PageText text = GatherLines(page);
  Box box = text.lines.front().box;
  for (const TextLine& line : text.lines) {
    box = box.Union(line.box);
  }
  const Rulings rulings = GatherRulings(page);
  TextGridInput input;
  input.text = &text;
  input.box = {box.left - 2, box.top - 1, box.right + 2, box.bottom + 1};
  input.lines = ChunkLines(text, WordsIn(text, input.box), rulings.vertical);
  input.horizontal = rulings.horizontal;
  input.vertical = rulings.vertical;
  input.font_size = 10;
  const Grid grid = BuildTextGrid(input);
  if (grid.row_edges.size() < 2) {
    return "";
  }
  std::vector<Cell> cells;
  for (const GridCell& from : FillCells(grid, text, WordsIn(text, grid.box()))) {
    cells.push_back({from.row,
                     from.column,
                     from.row_span,
                     from.column_span,
                     ComposeText(page, text, from.words),
                     {}});
  }
  return table_test::Dump(cells);
}

TEST(BuildTextGrid, ReadsColumnsFromAlignment) {
  PageBuilder b;
  b.Text(50, 100, "Item").Right(200, 100, "May").Right(280, 100, "June");
  b.Text(50, 115, "Tea").Right(200, 115, "1.5").Right(280, 115, "20.5");
  b.Text(50, 130, "Coffee").Right(200, 130, "12.5").Right(280, 130, "3.5");
  EXPECT_EQ(GridOf(b.page), "Item | May | June / Tea | 1.5 | 20.5 / Coffee | 12.5 | 3.5");
}

TEST(BuildTextGrid, LetsAHeadSpanTheColumnsItStandsOver) {
  PageBuilder b;
  b.Text(185, 100, "Number of all shops");
  b.Text(50, 115, "Town").Right(200, 115, "old").Right(280, 115, "new");
  for (int i = 0; i < 4; ++i) {
    const float y = 130.0F + 15.0F * static_cast<float>(i);
    b.Text(50, y, "Place").Right(200, y, "15").Right(280, y, "20");
  }
  EXPECT_EQ(GridOf(b.page),
            "· | Number of all shops<2> / Town | old | new / Place | 15 | 20 / Place | 15 | 20 / "
            "Place | 15 | 20 / Place | 15 | 20");
}

TEST(BuildTextGrid, GivesAnEmptyColumnToAHeadOfItsOwn) {
  PageBuilder b;
  b.Text(50, 100, "项目")
      .Text(180, 100, "合计")
      .Text(240, 100, "事业收入")
      .Text(310, 100, "其他收入");
  for (int i = 0; i < 4; ++i) {
    const float y = 120.0F + 15.0F * static_cast<float>(i);
    b.Text(50, y, "财政事务").Right(205, y, "12.50").Right(350, y, "3.20");
  }
  const std::string row = " / 财政事务 | 12.50 | · | 3.20";
  EXPECT_EQ(GridOf(b.page), "项目 | 合计 | 事业收入 | 其他收入" + row + row + row + row);
}

TEST(BuildTextGrid, KeepsAWrappedLabelOneLabel) {
  PageBuilder b;
  b.Text(50, 100, "Item").Right(250, 100, "Sum");
  b.Text(50, 120, "Tea").Right(250, 120, "1.5");
  b.Text(50, 140, "Coffee that was").Right(250, 140, "12.5");
  b.Text(50, 151, "bought abroad");
  b.Text(50, 171, "Milk").Right(250, 171, "3.5");
  b.Text(50, 191, "Salt").Right(250, 191, "4.5");
  EXPECT_EQ(
      GridOf(b.page),
      "Item | Sum / Tea | 1.5 / Coffee that was bought abroad | 12.5 / Milk | 3.5 / Salt | 4.5");
}

TEST(BuildTextGrid, TakesWhatStandsBetweenRulesUnderEveryRowAsOneRow) {
  PageBuilder b;
  b.Text(50, 100, "Item").Right(250, 100, "Sum").Across(106, 48, 252);
  float y = 118;
  for (int i = 0; i < 4; ++i) {
    b.Text(50, y, "first line").Right(250, y + 7, "12.5").Text(50, y + 14, "second line");
    b.Across(y + 20, 48, 252);
    y += 32;
  }
  const std::string row = " / first line second line | 12.5";
  EXPECT_EQ(GridOf(b.page), "Item | Sum" + row + row + row + row);
}

TEST(BuildTextGrid, NeverPutsTwoFiguresOfOneColumnIntoOneRow) {
  PageBuilder b;
  b.Text(50, 100, "Illness").Text(150, 100, "Kind").Right(250, 100, "May");
  for (int i = 0; i < 3; ++i) {
    const float y = 120.0F + 30.0F * static_cast<float>(i);
    b.Text(50, y - 3, "A label of").Text(150, y, "Count").Right(250, y, "7");
    b.Text(50, y + 7, "two lines").Text(150, y + 13, "Share").Right(250, y + 13, "1.4%");
  }
  const std::string grid = GridOf(b.page);
  EXPECT_EQ(grid.find("7 1.4%"), std::string::npos) << grid;
  EXPECT_NE(grid.find("Count | 7"), std::string::npos) << grid;
  EXPECT_NE(grid.find("Share | 1.4%"), std::string::npos) << grid;
}

TEST(BuildTextGrid, GivesNothingForOneColumn) {
  PageBuilder b;
  b.Text(50, 100, "a list").Text(50, 115, "of single").Text(50, 130, "things");
  EXPECT_EQ(GridOf(b.page), "");
}

}  // namespace
}  // namespace crossfoot
