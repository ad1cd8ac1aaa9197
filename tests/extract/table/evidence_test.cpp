// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/evidence.h"

#include <gtest/gtest.h>

#include "tests/extract/table/page_builder.h"

namespace crossfoot {
namespace {

using table_test::PageBuilder;

PageBuilder Figures() {
  PageBuilder b;
  for (int r = 0; r < 4; ++r) {
    const float y = 115.0F + 20.0F * static_cast<float>(r);
    b.Text(55, y, r == 0 ? "Item" : "Label");
    b.Right(145, y, r == 0 ? "May" : "12.5").Right(195, y, r == 0 ? "June" : "7.25");
  }
  return b;
}

TableEvidence WeighOn(const PageContent& page, const Grid& grid) {
  const PageText text = GatherLines(page);
  return Weigh(grid, FillCells(grid, text, WordsIn(text, grid.box())), text);
}

TEST(Evidence, PrefersTheGridThatHoldsOneFigureACell) {
  const PageBuilder b = Figures();
  const TableEvidence right = WeighOn(b.page, Grid({100, 120, 140, 160, 180}, {50, 100, 150, 200}));
  const TableEvidence merged = WeighOn(b.page, Grid({100, 120, 140, 160, 180}, {50, 100, 200}));
  const TableEvidence stacked = WeighOn(b.page, Grid({100, 120, 180}, {50, 100, 150, 200}));
  EXPECT_EQ(right.crowded, 0);
  EXPECT_EQ(right.figure_columns, 2);
  EXPECT_GT(merged.crowded, 0);
  EXPECT_GT(stacked.crowded, 0);
  EXPECT_GT(right.Score(), merged.Score());
  EXPECT_GT(right.Score(), stacked.Score());
}

TEST(Evidence, CountsPhrasesThatAnEdgeTearsApart) {
  PageBuilder b;
  for (int r = 0; r < 4; ++r) {
    b.Text(55, 115.0F + 20.0F * static_cast<float>(r), "cost of sales");
  }
  EXPECT_GT(WeighOn(b.page, Grid({100, 120, 140, 160, 180}, {50, 77, 150})).torn, 0);
}

TEST(Evidence, ScoresNothingForASingleRowOrColumn) {
  const PageBuilder b = Figures();
  EXPECT_EQ(WeighOn(b.page, Grid({100, 180}, {50, 100, 150, 200})).Score(), 0);
  EXPECT_EQ(WeighOn(b.page, Grid({100, 120, 140, 160, 180}, {50, 200})).Score(), 0);
}

}  // namespace
}  // namespace crossfoot
