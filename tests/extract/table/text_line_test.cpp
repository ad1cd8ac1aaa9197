// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/text_line.h"

#include <gtest/gtest.h>

#include "tests/extract/table/page_builder.h"

namespace crossfoot {
namespace {

using table_test::PageBuilder;

std::string WordText(const PageContent& page, const PageText& text, const Word& word) {
  std::string out;
  for (uint32_t i = word.begin; i < word.end; ++i) {
    AppendUtf8(page.glyphs[text.order[i]].code, &out);
  }
  return out;
}

std::string Lines(const PageContent& page, const PageText& text) {
  std::string out;
  for (const TextLine& line : text.lines) {
    out += out.empty() ? "" : " / ";
    for (const Word& word : text.WordsOf(line)) {
      out += "[" + WordText(page, text, word) + "]";
    }
  }
  return out;
}

TEST(GatherLines, OrdersTextByBaselineWhateverTheDrawingOrder) {
  PageBuilder b;
  b.Text(100, 200, "second").Text(200, 100, "right").Text(50, 100.5F, "left");
  EXPECT_EQ(Lines(b.page, GatherLines(b.page)), "[left][right] / [second]");
}

TEST(GatherLines, LeavesOutLeaders) {
  PageBuilder b;
  b.Text(50, 100, "Total........12");
  EXPECT_EQ(Lines(b.page, GatherLines(b.page)), "[Total][12]");
}

TEST(GatherLines, KeepsRaisedMarksWithTheirWord) {
  PageBuilder b;
  b.Text(50, 100, "CO").Text(60, 103, "2", 6).Text(200, 100, "5");
  EXPECT_EQ(Lines(b.page, GatherLines(b.page)), "[CO2][5]");
}

TEST(GatherLines, IgnoresTextThatIsNotUprightOrNotSane) {
  PageBuilder b;
  b.Text(50, 100, "up").Text(50, 200, "turned").Text(50, 300, "x");
  for (size_t i = 2; i < 8; ++i) {
    b.page.glyphs[i].direction = 90;
  }
  b.page.glyphs.back().font_size = 0;
  EXPECT_EQ(Lines(b.page, GatherLines(b.page)), "[up]");
}

TEST(ClassifyInk, TellsFiguresPlaceholdersAndWords) {
  const struct {
    std::u32string text;
    InkKind kind;
  } cases[] = {
      {U"1,234.50", InkKind::kFigure}, {U"-3", InkKind::kFigure},
      {U"(12%)", InkKind::kFigure},    {U"１２３．４", InkKind::kFigure},
      {U"—", InkKind::kPlaceholder},   {U"n.a.", InkKind::kPlaceholder},
      {U"合计", InkKind::kText},       {U"Table", InkKind::kText},
      {U"2023年度", InkKind::kText},   {U"12*", InkKind::kFigure},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(static_cast<int>(ClassifyInk(c.text)), static_cast<int>(c.kind))
        << std::string(c.text.begin(), c.text.end());
  }
}

TEST(CutAtRulings, PartsAWordThatRunsOverARuling) {
  PageBuilder b;
  b.Text(50, 100, "收入支出").Down(70, 80, 120);
  PageText text = GatherLines(b.page);
  ASSERT_EQ(text.words.size(), 1U);
  CutAtRulings(b.page, GatherRulings(b.page).vertical, &text);
  EXPECT_EQ(Lines(b.page, text), "[收入][支出]");
}

TEST(CutAtRulings, LeavesAFigureWholeThatHangsOverItsCell) {
  PageBuilder b;
  b.Text(50, 100, "123,456.78").Down(95, 80, 120);
  PageText text = GatherLines(b.page);
  CutAtRulings(b.page, GatherRulings(b.page).vertical, &text);
  EXPECT_EQ(Lines(b.page, text), "[123,456.78]");
}

TEST(LinesBetween, FindsLinesByBaseline) {
  PageBuilder b;
  b.Text(50, 100, "a").Text(50, 120, "b").Text(50, 140, "c");
  const PageText text = GatherLines(b.page);
  EXPECT_EQ(LinesBetween(text, 110, 140), (std::pair<size_t, size_t>(1, 2)));
  EXPECT_EQ(LinesBetween(text, 0, 1000), (std::pair<size_t, size_t>(0, 3)));
}

}  // namespace
}  // namespace crossfoot
