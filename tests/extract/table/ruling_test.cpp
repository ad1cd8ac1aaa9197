// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/ruling.h"

#include <gtest/gtest.h>

#include "tests/extract/table/page_builder.h"

namespace crossfoot {
namespace {

using table_test::PageBuilder;

TEST(GatherRulings, JoinsTheSidesOfNeighbouringCells) {
  PageBuilder b;
  for (int i = 0; i < 5; ++i) {
    b.Across(100, 50.0F + 40.0F * static_cast<float>(i), 90.0F + 40.0F * static_cast<float>(i));
  }
  const Rulings rulings = GatherRulings(b.page);
  ASSERT_EQ(rulings.horizontal.size(), 1U);
  EXPECT_FLOAT_EQ(rulings.horizontal[0].from, 50);
  EXPECT_FLOAT_EQ(rulings.horizontal[0].to, 250);
}

TEST(GatherRulings, SnapsARulingThatWasDrawnTwiceAPointApart) {
  PageBuilder b;
  b.Across(100, 50, 250).Across(101, 50, 250);
  const Rulings rulings = GatherRulings(b.page);
  ASSERT_EQ(rulings.horizontal.size(), 1U);
  EXPECT_NEAR(rulings.horizontal[0].position, 100.5F, 0.01F);
}

TEST(GatherRulings, JoinsDashesAndKeepsRulingsApart) {
  PageBuilder b;
  for (int i = 0; i < 20; ++i) {
    b.Down(100, 50.0F + 7.0F * static_cast<float>(i), 53.0F + 7.0F * static_cast<float>(i));
  }
  b.Down(200, 50, 100).Down(200, 120, 180);
  const Rulings rulings = GatherRulings(b.page);
  ASSERT_EQ(rulings.vertical.size(), 3U);
  EXPECT_FLOAT_EQ(rulings.vertical[0].to, 186);
}

TEST(GatherRulings, DropsWhiteRulesOnPaperButNotOnShading) {
  PageBuilder b;
  b.Across(100, 50, 250, 0xFFFFFF)
      .Shade({50, 200, 250, 300}, 0x336699)
      .Across(250, 50, 250, 0xFFFFFF);
  const Rulings rulings = GatherRulings(b.page);
  ASSERT_EQ(rulings.horizontal.size(), 1U);
  EXPECT_FLOAT_EQ(rulings.horizontal[0].position, 250);
}

TEST(FindAxes, TellsAnAxisByItsTicks) {
  PageBuilder b;
  b.Down(100, 100, 300).Across(300, 100, 400);
  for (int i = 0; i < 6; ++i) {
    b.Across(110.0F + 30.0F * static_cast<float>(i), 96, 100);
  }
  const std::vector<Box> axes = FindAxes(GatherRulings(b.page));
  ASSERT_EQ(axes.size(), 1U);
  EXPECT_FLOAT_EQ(axes[0].left, 100);
}

TEST(FindAxes, SeesNoneInATable) {
  PageBuilder b;
  b.Ruled({50, 150, 250, 350}, {100, 120, 140, 160, 180, 200});
  EXPECT_TRUE(FindAxes(GatherRulings(b.page)).empty());
}

TEST(ShadeEdges, GivesTheSidesOfColouredBoxesOnly) {
  PageBuilder b;
  b.Shade({50, 100, 250, 120}, 0xDDDDDD).Shade({50, 200, 250, 220}, 0xFFFFFF);
  const Rulings edges = ShadeEdges(b.page);
  ASSERT_EQ(edges.horizontal.size(), 2U);
  EXPECT_FLOAT_EQ(edges.horizontal[1].position, 120);
}

}  // namespace
}  // namespace crossfoot
