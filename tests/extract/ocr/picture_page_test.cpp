// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/picture_page.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "extract/ocr/leptonica_image.h"
#include "tests/extract/ocr/made_pictures.h"

namespace crossfoot {
namespace {

std::string TextOf(const PageContent& page) {
  std::string text;
  for (const Glyph& glyph : page.glyphs) {
    AppendUtf8(glyph.code, &text);
  }
  return text;
}

// The box of the glyphs that spell `figure`, as it stands on the scan.
Box PlaceOf(const PageContent& page, const std::string& figure) {
  const std::string text = TextOf(page);
  const size_t at = text.find(figure);
  EXPECT_NE(at, std::string::npos) << figure;
  if (at == std::string::npos) {
    return {};
  }
  const size_t first = CountUtf8(std::string_view(text).substr(0, at));
  Box box = page.glyphs[first].box;
  for (size_t i = first; i < first + figure.size(); ++i) {
    box = box.Union(page.glyphs[i].box);
  }
  return page.frames.at(0).ToPage(box);
}

TEST(PicturePage, ABoxLiesOverItsFigureHoweverThePageWasScanned) {
  auto engine = TesseractEngine::Open("HanS", "");
  ASSERT_TRUE(engine) << engine.error().message;
  const auto picture = DecodePicture(SampleJpeg(), 0, {});
  ASSERT_TRUE(picture);
  const Raster askew = Rotate(*picture, -1.8F);
  // The sample's own skew is half a degree: where its total stands was measured on the picture.
  const Point total{490, 284.6F};
  const Point middle{297.7F, 421};
  const float sine = std::sin(1.8F * 3.14159265F / 180);
  const Point turned{total.x + sine * (total.y - middle.y), total.y - sine * (total.x - middle.x)};
  for (const int quarters : {0, 1, 3}) {
    const PageContent page =
        ReadPicturePage(quarters == 0 ? askew : TurnQuarters(askew, quarters), 1, &*engine);
    EXPECT_NE(TextOf(page).find("合计13.1011.30"), std::string::npos) << quarters;
    const Box box = PlaceOf(page, "11.30");
    Point want = turned;
    Point size{595.4F, 842};
    for (int i = 0; i < quarters; ++i) {
      want = {size.y - want.y, want.x};
      std::swap(size.x, size.y);
    }
    EXPECT_NEAR(box.center().x, want.x, 4) << quarters;
    EXPECT_NEAR(box.center().y, want.y, 4) << quarters;
    const PageInfo scanned = page.as_scanned.value_or(page.info);
    EXPECT_NEAR(scanned.width, size.x, 2) << quarters;
  }
}

TEST(PicturePage, TheScannedSampleIsReadUprightAndOnItsHead) {
  auto engine = TesseractEngine::Open("HanS", "");
  ASSERT_TRUE(engine) << engine.error().message;
  const auto picture = DecodePicture(SampleJpeg(), 0, {});
  ASSERT_TRUE(picture);
  for (const int quarters : {0, 2}) {
    const PageContent page =
        ReadPicturePage(quarters == 0 ? *picture : TurnQuarters(*picture, quarters), 5, &*engine);
    const std::string text = TextOf(page);
    EXPECT_EQ(page.info.number, 5);
    EXPECT_TRUE(page.by_ocr);
    EXPECT_NE(text.find("公务用车运行维护费8.608.20"), std::string::npos) << text;
    EXPECT_NE(text.find("合计13.1011.30"), std::string::npos) << text;
    EXPECT_EQ(std::count_if(page.rules.begin(), page.rules.end(),
                            [](const auto& rule) { return rule.horizontal; }),
              7);
    EXPECT_NEAR(page.info.width, 595, 2);
  }
}

TEST(PicturePage, TheSealAndTheSkewAreFoundAndTheRulingsTaken) {
  const auto picture = DecodePicture(SampleJpeg(), 0, {});
  ASSERT_TRUE(picture);
  const PreparedPicture prepared = PreparePicture(*picture);
  EXPECT_EQ(prepared.seals, 1);
  EXPECT_NEAR(prepared.skew, 0.5, 0.1);
  EXPECT_EQ(prepared.rulings.size(), 11U);
}

TEST(PicturePage, NoiseIsNotRead) {
  auto engine = TesseractEngine::Open("HanS", "");
  ASSERT_TRUE(engine) << engine.error().message;
  Raster noise(900, 1200, 1, 200);
  uint32_t state = 1;
  for (uint8_t& pixel : noise.pixels) {
    state = state * 1664525U + 1013904223U;
    pixel = static_cast<uint8_t>(state >> 24U);
  }
  const PageContent page = ReadPicturePage(noise, 1, &*engine);
  EXPECT_TRUE(page.glyphs.empty());
  EXPECT_EQ(page.notes.back().kind, NoteKind::kNeedsOcr);
}

TEST(PicturePage, WhateverThePictureItGivesAPage) {
  auto engine = TesseractEngine::Open("HanS", "");
  ASSERT_TRUE(engine) << engine.error().message;
  for (const auto& [width, height] : {std::pair{1, 1}, {2, 700}, {700, 1}, {300, 300}}) {
    for (const uint8_t fill : {uint8_t{0}, uint8_t{128}, uint8_t{255}}) {
      for (const int channels : {1, 3}) {
        const PageContent page =
            ReadPicturePage(Raster(width, height, channels, 0, fill), 1, &*engine);
        EXPECT_TRUE(page.glyphs.empty()) << width << "x" << height << " of " << int{fill};
        EXPECT_FALSE(page.notes.empty());
      }
    }
  }
}

}  // namespace
}  // namespace crossfoot
