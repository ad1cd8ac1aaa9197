// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/page_need.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

PageContent Page(int glyphs, char32_t code = U'数') {
  PageContent page;
  page.info.number = 1;
  page.info.width = 600;
  page.info.height = 800;
  for (int i = 0; i < glyphs; ++i) {
    Glyph glyph;
    glyph.code = code;
    glyph.font_size = 10;
    glyph.baseline = 50 + 15 * static_cast<float>(i / 50);
    const float x = 50 + 10 * static_cast<float>(i % 50);
    glyph.box = {x, glyph.baseline - 9, x + 10, glyph.baseline + 1};
    page.glyphs.push_back(glyph);
  }
  return page;
}

TEST(PageNeed, AGoodTextLayerNeedsNothing) {
  EXPECT_EQ(NeedOf(Page(500)), PageNeed::kNone);
  EXPECT_EQ(NeedOf(Page(0)), PageNeed::kNone) << "a blank page";
}

TEST(PageNeed, APictureOfAPageMustBeRead) {
  PageContent page = Page(3);
  page.images = {{0, 0, 600, 800}};
  EXPECT_EQ(NeedOf(page), PageNeed::kWhole);
  page = Page(0);
  page.hidden_glyphs = 900;
  page.images = {{0, 0, 600, 400}, {0, 400, 600, 800}};
  EXPECT_EQ(NeedOf(page), PageNeed::kWhole) << "strips over an older text layer";
}

TEST(PageNeed, FontsWithoutAMapMustBeReadFromThePicture) {
  PageContent page = Page(100);
  page.unmapped_glyphs = 50;
  EXPECT_EQ(NeedOf(page), PageNeed::kWhole);
  EXPECT_EQ(NeedOf(Page(100, 0xE123)), PageNeed::kWhole) << "codes of a font's own";
}

TEST(PageNeed, APictureBesideTextIsReadByItselfAndALogoIsNot) {
  PageContent page = Page(200);
  page.images = {{50, 300, 550, 600}};
  EXPECT_EQ(NeedOf(page), PageNeed::kRegions);
  page.images = {{50, 300, 100, 350}};
  EXPECT_EQ(NeedOf(page), PageNeed::kNone);
  page.images = {{0, 0, 600, 800}};
  EXPECT_EQ(NeedOf(page), PageNeed::kNone) << "a backdrop";
}

TEST(PageNeed, ARegionAddsWhatIsSurelyTextAndLeavesTheRest) {
  PageContent page = Page(200);
  page.images = {{50, 300, 550, 600}};
  // The picture's own reading: its places count from the picture's corner.
  PageContent reading = Page(200);
  reading.info.width = 500;
  reading.info.height = 300;
  for (Glyph& glyph : reading.glyphs) {
    glyph.confidence = 0.97F;
  }
  reading.others.push_back({199, U'7', 0.2F});
  reading.frames = {FrameOf(500, 300, 0, 1)};
  PageContent mixed = page;
  TakeRegion(reading, page.images[0], &mixed);
  EXPECT_EQ(mixed.glyphs.size(), 400U);
  EXPECT_FLOAT_EQ(mixed.glyphs[200].box.left, 100);
  EXPECT_FLOAT_EQ(mixed.glyphs[200].baseline, 350);
  ASSERT_EQ(mixed.others.size(), 1U);
  EXPECT_EQ(mixed.others[0].glyph, mixed.glyphs.size() - 1);
  ASSERT_EQ(mixed.frames.size(), 1U);
  EXPECT_EQ(mixed.frames[0].area, page.images[0]);
  ASSERT_EQ(mixed.notes.size(), 1U);
  EXPECT_EQ(mixed.notes[0].kind, NoteKind::kOcrRead);

  PageContent photo = page;
  for (Glyph& glyph : reading.glyphs) {
    glyph.confidence = 0.5F;
  }
  TakeRegion(reading, photo.images[0], &photo);
  EXPECT_EQ(photo.glyphs.size(), 200U) << "a photograph's noise";
}

TEST(PageNeed, AScanUnderARunningHeadIsReadAndTheHeadIsNotSaidTwice) {
  PageContent page = Page(30);
  page.images = {{0, 0, 600, 800}};
  ASSERT_EQ(NeedOf(page), PageNeed::kRegions);
  PageContent reading = Page(300);
  for (Glyph& glyph : reading.glyphs) {
    glyph.confidence = 0.97F;
  }
  TakeRegion(reading, page.images[0], &page);
  EXPECT_EQ(page.glyphs.size(), 300U);
}

TEST(PageNeed, AnOlderReadingHiddenUnderThePictureIsNoTextLayer) {
  PageContent page = Page(30);
  page.images = {{0, 0, 600, 800}};
  page.hidden_glyphs = 900;
  EXPECT_EQ(NeedOf(page), PageNeed::kWhole);
}

TEST(PageNeed, FontsThatLeadToTheWrongCharactersAreFoundOut) {
  // Three hundred characters in which no common one occurs.
  PageContent page = Page(300, U'鼐');
  EXPECT_EQ(NeedOf(page), PageNeed::kWhole);
  // A list of rare names with a few words of ordinary text is one.
  for (size_t i = 0; i < 10; ++i) {
    page.glyphs[i * 20].code = U'年';
  }
  EXPECT_EQ(NeedOf(page), PageNeed::kNone);
}

TEST(PageNeed, APageThatLayOnItsSideStaysTurnedForLayout) {
  PageContent page = Page(0);
  page.info = {4, 800, 600, 0};
  page.images = {{0, 0, 800, 600}};
  PageContent reading = Page(50);
  reading.as_scanned = PageInfo{4, 800, 600, 0};
  TakeReading(reading, &page);
  EXPECT_FLOAT_EQ(page.info.width, 600);
  EXPECT_FLOAT_EQ(page.as_scanned->width, 800);
}

TEST(PageNeed, AWholeReadingReplacesTheTextAndKeepsThePagesSize) {
  PageContent page = Page(3);
  page.images = {{0, 0, 600, 800}};
  PageContent reading = Page(50);
  reading.info.width = 599.9F;
  reading.by_ocr = true;
  TakeReading(reading, &page);
  EXPECT_EQ(page.glyphs.size(), 50U);
  EXPECT_FLOAT_EQ(page.info.width, 600);
  EXPECT_TRUE(page.by_ocr);
}

}  // namespace
}  // namespace crossfoot
