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

}  // namespace
}  // namespace crossfoot
