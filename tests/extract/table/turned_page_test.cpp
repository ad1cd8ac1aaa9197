// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/turned_page.h"

#include <gtest/gtest.h>

#include "extract/table/table_finder.h"
#include "tests/extract/table/page_builder.h"

namespace crossfoot {
namespace {

using table_test::Dump;
using table_test::PageBuilder;

PageBuilder Upright() {
  PageBuilder b;
  b.Text(250, 80, "Spending table", 14);
  b.Ruled({50, 250, 400, 550}, {100, 120, 140, 160});
  b.Text(55, 114, "Item").Text(255, 114, "Budget").Text(405, 114, "Actual");
  b.Text(55, 134, "Wages").Right(395, 134, "12.50").Right(545, 134, "11.00");
  b.Text(55, 154, "Travel").Right(395, 154, "2.50").Right(545, 154, "1.00");
  return b;
}

TEST(TurnPage, MakesTextOnItsSideReadFromLeftToRight) {
  for (const int direction : {90, 270}) {
    const PageContent upright = Upright().page;
    // The other way round first: what TurnPage then undoes.
    PageContent sideways = TurnPage(upright, 360 - direction);
    for (size_t i = 0; i < upright.glyphs.size(); ++i) {
      sideways.glyphs[i].baseline = direction == 90
                                        ? sideways.info.width - upright.glyphs[i].baseline
                                        : upright.glyphs[i].baseline;
    }
    ASSERT_EQ(MainDirection(sideways), direction);
    const PageContent again = TurnPage(sideways, direction);
    EXPECT_EQ(MainDirection(again), 0);
    for (size_t i = 0; i < upright.glyphs.size(); ++i) {
      EXPECT_NEAR(again.glyphs[i].box.left, upright.glyphs[i].box.left, 0.01);
      EXPECT_NEAR(again.glyphs[i].baseline, upright.glyphs[i].baseline, 0.01);
    }
    const PageTables expected = FindTables(upright);
    const PageTables found = FindTables(sideways);
    ASSERT_EQ(found.tables.size(), 1U);
    EXPECT_EQ(Dump(found.tables[0]), Dump(expected.tables[0]));
    EXPECT_EQ(found.tables[0].caption.utf8(), "Spending table");
    // A cell's box holds the boxes of its characters, on the page as it is.
    for (const Cell& cell : found.tables[0].cells) {
      const Place place = cell.text.PlaceOf(0, 1);
      EXPECT_TRUE(cell.place.box->Contains(place.box->center()));
    }
  }
}

}  // namespace
}  // namespace crossfoot
