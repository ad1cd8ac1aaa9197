// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/lattice.h"

#include <gtest/gtest.h>

#include "tests/extract/table/page_builder.h"

namespace crossfoot {
namespace {

using table_test::PageBuilder;

std::vector<Lattice> Lattices(const PageContent& page) {
  bool over_limit = false;
  return FindLattices(GatherRulings(page), &over_limit);
}

TEST(FindLattices, GroupsRulingsThatCross) {
  PageBuilder b;
  b.Ruled({50, 100, 150}, {100, 120, 140}).Ruled({200, 250, 300}, {100, 120, 140});
  const std::vector<Lattice> lattices = Lattices(b.page);
  ASSERT_EQ(lattices.size(), 2U);
  EXPECT_FLOAT_EQ(lattices[0].box.right, 150);
  EXPECT_FLOAT_EQ(lattices[1].box.left, 200);
}

TEST(FindLattices, LeavesALoneCrossAlone) {
  PageBuilder b;
  b.Across(100, 50, 150).Down(100, 50, 150);
  EXPECT_TRUE(Lattices(b.page).empty());
}

TEST(FindLattices, GivesUpOnAPageWithMoreCrossingsThanTablesHave) {
  Rulings rulings;
  for (int i = 0; i < 2000; ++i) {
    rulings.horizontal.push_back({static_cast<float>(i) * 3, 0, 6000});
    rulings.vertical.push_back({static_cast<float>(i) * 3, 0, 6000});
  }
  bool over_limit = false;
  EXPECT_TRUE(FindLattices(rulings, &over_limit).empty());
  EXPECT_TRUE(over_limit);
}

TEST(GrowGrid, PutsWallsWhereRulingsRun) {
  PageBuilder b;
  b.Across(100, 50, 250).Across(120, 150, 250).Across(140, 50, 250);
  b.Down(50, 100, 140).Down(150, 100, 140).Down(200, 120, 140).Down(250, 100, 140);
  const std::vector<Lattice> lattices = Lattices(b.page);
  ASSERT_EQ(lattices.size(), 1U);
  const Grid grid = GrowGrid(lattices[0]);
  ASSERT_EQ(grid.rows(), 2);
  ASSERT_EQ(grid.columns(), 3);
  EXPECT_FALSE(grid.WallBelow(0, 0));
  EXPECT_TRUE(grid.WallBelow(0, 1));
  EXPECT_FALSE(grid.WallRight(0, 1));
  EXPECT_TRUE(grid.WallRight(1, 1));
}

TEST(GrowGrid, ReachesToTheEndsOfItsRulingsWhereTheSidesAreOpen) {
  PageBuilder b;
  b.Across(100, 50, 350).Across(120, 50, 350).Across(140, 50, 350);
  b.Down(150, 100, 140).Down(250, 100, 140);
  const std::vector<Lattice> lattices = Lattices(b.page);
  ASSERT_EQ(lattices.size(), 1U);
  const Grid grid = GrowGrid(lattices[0]);
  EXPECT_EQ(grid.columns(), 3);
}

TEST(FindLattices, TakesTheSidesOfACellThatPageBreaksCut) {
  PageBuilder b;
  b.Ruled({150, 250, 350}, {100, 120, 140});
  b.Down(50, 100, 140).Down(100, 100, 140);  // sides of merged cells that go on over both pages
  const std::vector<Lattice> lattices = Lattices(b.page);
  ASSERT_EQ(lattices.size(), 1U);
  EXPECT_FLOAT_EQ(lattices[0].box.left, 50);
  const Grid grid = GrowGrid(lattices[0]);
  EXPECT_EQ(grid.columns(), 4);
  EXPECT_FALSE(grid.WallBelow(0, 0));
}

TEST(FindLattices, LeavesARuleThatIsLongerThanTheTableAlone) {
  PageBuilder b;
  b.Ruled({150, 250, 350}, {100, 120, 140}).Down(50, 60, 400);
  const std::vector<Lattice> lattices = Lattices(b.page);
  ASSERT_EQ(lattices.size(), 1U);
  EXPECT_FLOAT_EQ(lattices[0].box.left, 150);
}

}  // namespace
}  // namespace crossfoot
