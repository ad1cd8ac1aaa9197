// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/columns.h"

#include <numeric>

#include <gtest/gtest.h>

#include "tests/extract/table/page_builder.h"

namespace crossfoot {
namespace {

using table_test::PageBuilder;

std::vector<ChunkLine> Chunks(const PageText& text, const std::vector<Ruling>& verticals = {}) {
  std::vector<uint32_t> words(text.words.size());
  std::iota(words.begin(), words.end(), 0U);
  return ChunkLines(text, words, verticals);
}

std::vector<Valley> Valleys(const std::vector<ChunkLine>& lines) {
  std::vector<const ChunkLine*> pointers;
  for (const ChunkLine& line : lines) {
    pointers.push_back(&line);
  }
  return FindValleys(pointers, 10);
}

TEST(ChunkLines, BreakAtWideGapsOnly) {
  PageBuilder b;
  b.Text(50, 100, "cost of labour").Text(200, 100, "12").Text(220, 100, "34");
  const PageText text = GatherLines(b.page);
  const std::vector<ChunkLine> lines = Chunks(text);
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].chunks.size(), 3U);
  EXPECT_EQ(lines[0].Figures(), 2);
}

TEST(ChunkLines, BreakAtARulingHoweverNarrowTheGap) {
  PageBuilder b;
  b.Text(50, 100, "项目").Text(73, 100, "金额");
  const PageText text = GatherLines(b.page);
  EXPECT_EQ(Chunks(text)[0].chunks.size(), 1U);
  EXPECT_EQ(Chunks(text, {{71.5F, 80, 120}})[0].chunks.size(), 2U);
}

TEST(FindValleys, PartsColumnsThatLinesShare) {
  PageBuilder b;
  for (int i = 0; i < 5; ++i) {
    const float y = 100.0F + 15.0F * static_cast<float>(i);
    b.Text(50, y, i % 2 == 0 ? "short" : "a longer label").Right(200, y, "12.5").Right(260, y, "7");
  }
  const PageText text = GatherLines(b.page);
  const std::vector<Valley> valleys = Valleys(Chunks(text));
  ASSERT_EQ(valleys.size(), 2U);
  EXPECT_GT(valleys[0].left, 100);
  EXPECT_LT(valleys[0].right, 185);
  EXPECT_EQ(valleys[0].support, 5);
}

TEST(FindValleys, SeesNoneInProse) {
  PageBuilder b;
  b.Text(50, 100, "one two three four five six").Text(50, 115, "seventeen eight ninety ten eleven");
  b.Text(50, 130, "a bb ccc dddd eeeee ffffff g")
      .Text(50, 145, "hhhhhhh iiii jjj kkkkkkkkk lll mm");
  const PageText text = GatherLines(b.page);
  EXPECT_TRUE(Valleys(Chunks(text)).empty());
}

}  // namespace
}  // namespace crossfoot
