// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/text_wall.h"

#include <gtest/gtest.h>

#include "tests/extract/table/page_builder.h"

namespace crossfoot {
namespace {

using table_test::PageBuilder;

Grid Open() {
  Grid grid({100, 120, 140}, {50, 150, 250});
  grid.SetWallRight(0, 0, false);
  grid.SetWallRight(1, 0, false);
  grid.SetWallBelow(0, 0, false);
  return grid;
}

Grid Raised(const PageContent& page) {
  const PageText text = GatherLines(page);
  Grid grid = Open();
  RaiseTextWalls(text, WordsIn(text, grid.box()), &grid);
  return grid;
}

TEST(RaiseTextWalls, PartsFiguresThatStandBesideOrAboveEachOther) {
  const Grid grid =
      Raised(PageBuilder().Right(145, 114, "25").Right(245, 114, "68").Right(145, 134, "7").page);
  EXPECT_TRUE(grid.WallRight(0, 0));
  EXPECT_TRUE(grid.WallBelow(0, 0));
}

TEST(RaiseTextWalls, LeavesWordsThatSpan) {
  const Grid grid = Raised(PageBuilder()
                               .Text(110, 114, "a head over both of them")
                               .Text(60, 134, "label")
                               .Right(245, 134, "68")
                               .page);
  EXPECT_FALSE(grid.WallRight(0, 0));
  EXPECT_FALSE(grid.WallRight(1, 0));
  EXPECT_FALSE(grid.WallBelow(0, 0));
}

TEST(RaiseTextWalls, LeavesOneFigureThatIsPrintedWithBlanks) {
  EXPECT_FALSE(Raised(PageBuilder().Text(138, 114, "15 455").page).WallRight(0, 0));
}

// Three rows; the first column has no rules between them.
bool SplitsLabels(const PageContent& page) {
  const PageText text = GatherLines(page);
  Grid grid({100, 120, 140, 160}, {50, 150, 250});
  grid.SetWallBelow(0, 0, false);
  grid.SetWallBelow(1, 0, false);
  return RaiseLineWalls(text, FillCells(grid, text, WordsIn(text, grid.box())), &grid) &&
         grid.WallBelow(0, 0) && grid.WallBelow(1, 0);
}

TEST(RaiseLineWalls, PartsLabelsThatStandOnTheirRows) {
  PageBuilder b;
  b.Text(60, 114, "水费").Text(60, 134, "电费").Text(60, 154, "邮电费");
  b.Right(245, 114, "6.80").Right(245, 134, "7.25").Right(245, 154, "1.10");
  EXPECT_TRUE(SplitsLabels(b.page));
}

TEST(RaiseLineWalls, LeavesALabelThatIsWrappedOrNamesAGroup) {
  PageBuilder wrapped;
  wrapped.Text(55, 114, "机关事业单位基本养").Text(55, 134, "老保险缴费和职业年");
  wrapped.Text(55, 154, "金缴费");
  wrapped.Right(245, 114, "6.80").Right(245, 134, "7.25").Right(245, 154, "1.10");
  EXPECT_FALSE(SplitsLabels(wrapped.page));
  PageBuilder group;
  group.Text(60, 122, "产出").Text(60, 134, "指标").Text(60, 146, "合计");
  group.Right(245, 114, "6.80").Right(245, 134, "7.25").Right(245, 154, "1.10");
  EXPECT_FALSE(SplitsLabels(group.page));
}

}  // namespace
}  // namespace crossfoot
