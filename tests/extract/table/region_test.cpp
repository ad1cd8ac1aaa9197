// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/region.h"

#include <numeric>

#include <gtest/gtest.h>

#include "tests/extract/table/page_builder.h"

namespace crossfoot {
namespace {

using table_test::PageBuilder;

std::vector<ChunkLine> Lines(const PageContent& page) {
  const PageText text = GatherLines(page);
  std::vector<uint32_t> words(text.words.size());
  std::iota(words.begin(), words.end(), 0U);
  return ChunkLines(text, words, {});
}

void AddRows(int rows, float top, PageBuilder* b) {
  for (int i = 0; i < rows; ++i) {
    const float y = top + 14.0F * static_cast<float>(i);
    b->Text(60, y, "Label").Right(250, y, "12.5").Right(350, y, "7.25");
  }
}

TEST(FindStacks, TakesTheThreeRulesOfAThreeLineTable) {
  PageBuilder b;
  b.Across(90, 50, 360).Text(60, 102, "Item").Right(250, 102, "May").Right(350, 102, "June");
  b.Across(108, 50, 360);
  AddRows(6, 120, &b);
  b.Across(196, 50, 360);
  const std::vector<Box> stacks = FindStacks(Lines(b.page), GatherRulings(b.page).horizontal, 10);
  ASSERT_EQ(stacks.size(), 1U);
  EXPECT_FLOAT_EQ(stacks[0].top, 90);
  EXPECT_FLOAT_EQ(stacks[0].bottom, 196);
}

TEST(FindStacks, DoesNotReachOverProse) {
  PageBuilder b;
  b.Across(90, 50, 360);
  for (int i = 0; i < 10; ++i) {
    b.Text(50, 110.0F + 14.0F * static_cast<float>(i), "words that run on and on as words do here");
  }
  b.Across(260, 50, 360);
  EXPECT_TRUE(FindStacks(Lines(b.page), GatherRulings(b.page).horizontal, 10).empty());
}

TEST(FindRuns, TakesLinesInPiecesThatFollowEachOther) {
  PageBuilder b;
  b.Text(50, 60, "A sentence before the table that is one piece.");
  AddRows(5, 120, &b);
  b.Text(50, 230, "A sentence after the table that is one piece.");
  const std::vector<AlignedRun> runs = FindRuns(Lines(b.page), 10);
  ASSERT_EQ(runs.size(), 1U);
  EXPECT_NEAR(runs[0].box.top, 112, 1);
  EXPECT_NEAR(runs[0].box.bottom, 178, 1);
  EXPECT_FALSE(runs[0].captioned);
}

TEST(FindRuns, EndsAtTheNextCaption) {
  PageBuilder b;
  AddRows(4, 100, &b);
  b.Text(60, 156, "Table 2 Another");
  AddRows(4, 170, &b);
  const std::vector<AlignedRun> runs = FindRuns(Lines(b.page), 10);
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_TRUE(runs[1].captioned);
}

TEST(FindGutter, PartsAPageOfTwoColumnsOfProse) {
  PageBuilder b;
  for (int i = 0; i < 20; ++i) {
    const float y = 100.0F + 14.0F * static_cast<float>(i);
    b.Text(50, y, "left column words that fill their side of it");
    b.Text(310, y, "right column words that fill their side too");
  }
  const float gutter = FindGutter(Lines(b.page), 10);
  EXPECT_GT(gutter, 240);
  EXPECT_LT(gutter, 310);
}

TEST(FindGutter, SeesNoneInATable) {
  PageBuilder b;
  AddRows(20, 100, &b);
  EXPECT_EQ(FindGutter(Lines(b.page), 10), 0);
}

}  // namespace
}  // namespace crossfoot
