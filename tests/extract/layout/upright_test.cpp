// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/upright.h"

#include <gtest/gtest.h>

#include "extract/layout/document_assembler.h"
#include "tests/extract/layout/page_setter.h"

namespace crossfoot {
namespace {

// The page as if its maker had turned all of it clockwise.
PageContent Sideways(const PageContent& page, int direction) {
  // To turn upright what runs the other way round is to turn by that much.
  PageContent turned = Turn(page.info, (360 - direction) % 360).Upright(page);
  return turned;
}

TEST(Upright, KnowsTheDirectionOfAPage) {
  PageSetter setter(1);
  setter.Set(100, 100, "这一页的字都横着写，一共不少于二十个字，才能说是横页。");
  EXPECT_EQ(CommonDirection(setter.page()), 0);
  for (const int direction : {90, 180, 270}) {
    EXPECT_EQ(CommonDirection(Sideways(setter.page(), direction)), direction);
  }
  PageSetter few(1);
  few.Set(100, 100, "几个字");
  EXPECT_EQ(CommonDirection(Sideways(few.page(), 90)), 0);
}

TEST(Upright, UndoesWhatWasTurned) {
  PageSetter setter(1);
  setter.Set(100, 120, "字").Rule(50, 200, 300, 200);
  for (const int direction : {90, 180, 270}) {
    const PageContent sideways = Sideways(setter.page(), direction);
    const Turn turn(sideways.info, direction);
    const PageContent upright = turn.Upright(sideways);
    EXPECT_EQ(upright.info.width, 600);
    EXPECT_EQ(upright.glyphs[0].direction, 0);
    EXPECT_NEAR(upright.glyphs[0].baseline, 120, 0.01);
    EXPECT_NEAR(upright.glyphs[0].box.left, 100, 0.01);
    EXPECT_TRUE(upright.rules[0].horizontal);
    EXPECT_NEAR(upright.rules[0].position, 200, 0.01);
    const Box back = turn.Back(upright.glyphs[0].box);
    EXPECT_NEAR(back.left, sideways.glyphs[0].box.left, 0.01);
    EXPECT_NEAR(back.top, sideways.glyphs[0].box.top, 0.01);
  }
}

TEST(Upright, ReadsASidewaysPageAndKnowsItsPlaces) {
  PageSetter setter(1);
  setter.Set(100, 100, "横放的页面上先是这一句话，它有二十多个字那么长。");
  setter.Set(100, 140, "然后是第二句话。");
  const PageContent sideways = Sideways(setter.page(), 270);
  DocumentAssembler assembler;
  assembler.AddPage(sideways);
  const Document document = assembler.Finish();
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.blocks[1].text.utf8(), "然后是第二句话。");
  const Place place = document.blocks[0].text.PlaceOf(0, 3);
  ASSERT_TRUE(place.box.has_value());
  EXPECT_NEAR(place.box->left, sideways.glyphs[0].box.left, 0.01);
  EXPECT_EQ(document.pages[0].width, sideways.info.width);
}

}  // namespace
}  // namespace crossfoot
