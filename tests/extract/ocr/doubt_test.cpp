// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/doubt.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "extract/layout/document_assembler.h"

namespace crossfoot {
namespace {

PageContent Show(std::u32string_view text) {
  PageContent page;
  page.info.number = 3;
  float x = 10;
  for (const char32_t code : text) {
    Glyph glyph;
    glyph.code = code;
    glyph.box = {x, 90, x + 5, 102};
    glyph.baseline = 100;
    glyph.font_size = 10;
    glyph.confidence = 0.99F;
    page.glyphs.push_back(glyph);
    x += 5;
  }
  return page;
}

TEST(Doubt, ASurePageOnlySaysThatItWasRead) {
  PageContent page = Show(U"合计12.30");
  NoteReading(&page);
  ASSERT_EQ(page.notes.size(), 1U);
  EXPECT_EQ(page.notes[0].kind, NoteKind::kOcrRead);
  EXPECT_EQ(page.notes[0].place.page, 3);
}

TEST(Doubt, ADoubtfulDigitNamesTheOtherReading) {
  PageContent page = Show(U"合计12.30万元");
  page.glyphs[3].confidence = 0.55F;
  page.others.push_back({3, U'Z', 0.3F});
  page.others.push_back({3, U'7', 0.2F});
  NoteDoubts(&page);
  ASSERT_EQ(page.doubts.size(), 1U);
  const DoubtfulFigure& doubt = page.doubts[0];
  EXPECT_EQ(doubt.text, "12.30");
  EXPECT_EQ(doubt.others, std::vector<std::string>{"17.30"});
  EXPECT_FLOAT_EQ(doubt.confidence, 0.55F);
  EXPECT_FALSE(doubt.chosen);
  ASSERT_TRUE(doubt.place.box.has_value());
  EXPECT_FLOAT_EQ(doubt.place.box->left, 20);
  EXPECT_FLOAT_EQ(doubt.place.box->right, 45);
  page.by_ocr = true;
  DocumentAssembler assembler;
  assembler.AddPage(page);
  const Document document = assembler.Finish();
  ASSERT_EQ(document.notes.size(), 1U);
  EXPECT_EQ(document.notes[0].kind, NoteKind::kDoubtfulReading);
  EXPECT_EQ(document.notes[0].message,
            "the figure \"12.30\" is read with 55% confidence; it may be \"17.30\"");
}

TEST(Doubt, AStrongSecondThoughtStaysOneThoughASecondReadingAgreed) {
  PageContent page = Show(U"合计37.50万元");
  page.glyphs[2].confidence = 0.85F;
  page.others.push_back({2, U'9', 0.82F});
  page.others.push_back({3, U'1', 0.1F});
  NoteDoubts(&page);
  ASSERT_EQ(page.doubts.size(), 1U);
  EXPECT_EQ(page.doubts[0].others, std::vector<std::string>{"97.50"});
}

TEST(Doubt, ADoubtfulWordIsNoFigure) {
  PageContent page = Show(U"合计");
  page.glyphs[0].confidence = 0.2F;
  NoteDoubts(&page);
  EXPECT_TRUE(page.doubts.empty());
}

TEST(Doubt, AnEmptyPageSaysSo) {
  PageContent page = Show(U"");
  NoteReading(&page);
  ASSERT_EQ(page.notes.size(), 1U);
  EXPECT_NE(page.notes[0].message.find("no text"), std::string::npos);
}

}  // namespace
}  // namespace crossfoot
