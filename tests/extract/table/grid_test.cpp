// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/grid.h"

#include <random>

#include <gtest/gtest.h>

#include "tests/extract/table/page_builder.h"

namespace crossfoot {
namespace {

std::string Shape(const Grid& grid) {
  std::string out;
  for (const GridCell& cell : grid.Cells()) {
    out += std::to_string(cell.row) + "," + std::to_string(cell.column) + ":" +
           std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span) + " ";
  }
  return out;
}

TEST(Grid, HasOneCellAPlaceWhileAllWallsStand) {
  EXPECT_EQ(Shape(Grid({0, 10, 20}, {0, 10, 20})), "0,0:1x1 0,1:1x1 1,0:1x1 1,1:1x1 ");
}

TEST(Grid, SpansWhereAWallIsMissing) {
  Grid grid({0, 10, 20}, {0, 10, 20});
  grid.SetWallRight(0, 0, false);
  EXPECT_EQ(Shape(grid), "0,0:1x2 1,0:1x1 1,1:1x1 ");
}

TEST(Grid, MakesAnLOfPlacesARectangle) {
  Grid grid({0, 10, 20}, {0, 10, 20});
  grid.SetWallRight(0, 0, false);
  grid.SetWallBelow(0, 0, false);
  EXPECT_EQ(Shape(grid), "0,0:2x2 ");
}

TEST(Grid, GrowsRectanglesThatMeetUntilNoneOverlap) {
  Grid grid({0, 10, 20, 30}, {0, 10, 20, 30});
  grid.SetWallRight(0, 0, false);
  grid.SetWallBelow(0, 1, false);
  grid.SetWallRight(1, 1, false);
  EXPECT_EQ(Shape(grid), "0,0:2x3 2,0:1x1 2,1:1x1 2,2:1x1 ");
}

TEST(Grid, CoversEveryPlaceOnceWhereWallsAreMissingAtRandom) {
  std::vector<float> edges(301);
  for (size_t i = 0; i < edges.size(); ++i) {
    edges[i] = static_cast<float>(i);
  }
  for (const unsigned missing : {3U, 30U, 3000U}) {
    Grid grid(edges, edges);
    std::mt19937 random(missing);
    for (int r = 0; r < 300; ++r) {
      for (int c = 0; c < 300; ++c) {
        grid.SetWallBelow(r, c, random() % missing != 0);
        grid.SetWallRight(r, c, random() % missing != 0);
      }
    }
    size_t covered = 0;
    for (const GridCell& cell : grid.Cells()) {
      covered += static_cast<size_t>(cell.row_span) * static_cast<size_t>(cell.column_span);
    }
    EXPECT_EQ(covered, 90'000U);
  }
}

TEST(Grid, PutsACoordinateInTheNearestRowAndColumn) {
  const Grid grid({0, 10, 20}, {0, 10, 20});
  EXPECT_EQ(grid.RowAt(-5), 0);
  EXPECT_EQ(grid.RowAt(15), 1);
  EXPECT_EQ(grid.ColumnAt(99), 1);
}

TEST(FillCells, PutsEveryWordIntoTheCellOfItsMiddle) {
  table_test::PageBuilder b;
  b.Text(52, 112, "项目").Text(152, 112, "12.5").Text(52, 132, "合计");
  const PageText text = GatherLines(b.page);
  const Grid grid({100, 120, 140}, {50, 150, 250});
  const std::vector<GridCell> cells = FillCells(grid, text, WordsIn(text, grid.box()));
  ASSERT_EQ(cells.size(), 4U);
  EXPECT_EQ(cells[0].words.size(), 1U);
  EXPECT_EQ(cells[1].kind, InkKind::kFigure);
  EXPECT_EQ(cells[2].words.size(), 1U);
  EXPECT_TRUE(cells[3].empty());
}

}  // namespace
}  // namespace crossfoot
