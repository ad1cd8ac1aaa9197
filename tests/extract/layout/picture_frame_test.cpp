// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/picture_frame.h"

#include <array>

#include <gtest/gtest.h>

#include "extract/layout/document_assembler.h"
#include "tests/extract/layout/page_setter.h"

namespace crossfoot {
namespace {

constexpr float kWidth = 600;
constexpr float kHeight = 800;

void ExpectNear(const Point& got, const Point& want) {
  EXPECT_NEAR(got.x, want.x, 0.01);
  EXPECT_NEAR(got.y, want.y, 0.01);
}

TEST(PictureFrame, ALevelPictureLeadsToItself) {
  const PictureFrame frame = FrameOf(kWidth, kHeight, 0, 0);
  ExpectNear(frame.ToPage(Point{10, 20}), {10, 20});
}

TEST(PictureFrame, AQuarterClockwiseIsUndone) {
  // A scan 800 wide and 600 high was turned clockwise: its left edge became the top.
  const PictureFrame frame = FrameOf(kWidth, kHeight, 1, 0);
  ExpectNear(frame.ToPage(Point{0, 0}), {0, 600});
  ExpectNear(frame.ToPage(Point{600, 0}), {0, 0});
  ExpectNear(frame.ToPage(Point{0, 800}), {800, 600});
  ExpectNear(FrameOf(kWidth, kHeight, 2, 0).ToPage(Point{10, 20}), {590, 780});
  ExpectNear(FrameOf(kWidth, kHeight, 3, 0).ToPage(Point{0, 0}), {800, 0});
}

TEST(PictureFrame, TheMiddleStaysAndTheEdgesTurnBack) {
  const PictureFrame frame = FrameOf(kWidth, kHeight, 0, 2);
  ExpectNear(frame.ToPage(Point{300, 400}), {300, 400});
  // Turned clockwise the right edge went down; back it goes up.
  EXPECT_LT(frame.ToPage(Point{600, 400}).y, 391);
}

TEST(PictureFrame, AMovedFrameTurnsAboutItsOwnMiddle) {
  const PictureFrame frame = Moved(FrameOf(100, 50, 0, 3), {200, 300});
  ExpectNear(frame.ToPage(Point{250, 325}), {250, 325});
  EXPECT_EQ(frame.area, (Box{200, 300, 300, 350}));
}

TEST(PictureFrame, ALongLineKeepsBoxesAboutAsHighAsItself) {
  const PictureFrame frame = FrameOf(kWidth, kHeight, 0, 2);
  const std::array frames = {frame};
  Text text;
  text.Append("本年收入合计一千二百三十四万元其中财政拨款收入一千万元",
              Place{1, 0, 0, Box{50, 100, 550, 112}}, 0.9F);
  const std::string before = text.utf8();
  LeadBack(frames, 1, &text);
  EXPECT_EQ(text.utf8(), before);
  const Place last = text.PlaceOf(before.size() - 3, before.size());
  ASSERT_TRUE(last.box);
  EXPECT_LT(last.box->height(), 16);
  EXPECT_TRUE(last.box->Contains(frame.ToPage(Point{540, 106})));
  EXPECT_FLOAT_EQ(text.ConfidenceOf(0, before.size()), 0.9F);
  // The whole line is still one printed line.
  EXPECT_EQ(text.PlacesOf(0, before.size()).size(), 1U);
}

TEST(PictureFrame, OtherPagesAndWhatStandsOutsideStay) {
  const std::array frames = {Moved(FrameOf(100, 50, 0, 3), {200, 300})};
  Place place{2, 0, 0, Box{210, 310, 220, 320}};
  LeadBack(frames, 1, &place);
  EXPECT_EQ(*place.box, (Box{210, 310, 220, 320}));
  place = Place{1, 0, 0, Box{10, 10, 20, 20}};
  LeadBack(frames, 1, &place);
  EXPECT_EQ(*place.box, (Box{10, 10, 20, 20}));
}

TEST(PictureFrame, ADocumentsPlacesAreThoseOfTheScan) {
  PageSetter setter(1);
  setter.Set(100, 100, "这是扫描页上的一行字，读的时候先把它摆正。");
  PageContent page = setter.page();
  page.by_ocr = true;
  page.frames = {FrameOf(kWidth, kHeight, 1, 0)};
  page.as_scanned = PageInfo{1, kHeight, kWidth, 0};
  page.doubts = {{Place{1, 0, 0, Box{100, 90, 110, 102}}, "3", 0.5F, {"8"}, false}};
  DocumentAssembler assembler;
  assembler.AddPage(page);
  const Document document = assembler.Finish();
  ASSERT_EQ(document.pages.size(), 1U);
  EXPECT_FLOAT_EQ(document.pages[0].width, kHeight);
  ASSERT_FALSE(document.blocks.empty());
  const Place place = document.blocks[0].text.PlaceOf(0, 3);
  ASSERT_TRUE(place.box);
  EXPECT_NEAR(place.box->left, 91.2, 0.1);
  EXPECT_NEAR(place.box->bottom, 500, 0.1);
  ASSERT_EQ(document.doubts.size(), 1U);
  EXPECT_NEAR(document.doubts[0].place.box->bottom, 500, 0.1);
  EXPECT_EQ(document.notes.back().place, document.doubts[0].place);
}

}  // namespace
}  // namespace crossfoot
