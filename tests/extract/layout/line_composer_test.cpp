// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/line_composer.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace crossfoot {
namespace {

// Sets text at 10 points: Chinese 10 wide, all else 5.
class Setter {
 public:
  Setter& Set(std::u32string_view text) {
    for (const char32_t code : text) {
      const float width = IsCjk(code) ? 10 : 5;
      Glyph glyph;
      glyph.code = code;
      glyph.box = {x_, 90, x_ + width, 100};
      glyph.baseline = 98;
      glyph.font_size = 10;
      composer_.Add(glyph);
      x_ += width;
    }
    return *this;
  }
  Setter& Skip(float ems) {
    x_ += 10 * ems;
    return *this;
  }
  Text Finish() { return composer_.Finish(); }

 private:
  LineComposer composer_{3};
  float x_ = 100;
};

TEST(LineComposer, DropsTheBlanksOfTypesetting) {
  EXPECT_EQ(Setter().Set(U"2023 年度 收入 1,234.5 万元 。").Finish().utf8(),
            "2023年度收入1,234.5万元。");
  EXPECT_EQ(Setter().Set(U"收").Skip(0.3F).Set(U"入").Skip(0.5F).Set(U"12").Finish().utf8(),
            "收入12");
}

TEST(LineComposer, KeepsTheBlanksBetweenWords) {
  EXPECT_EQ(Setter().Set(U"total amount").Finish().utf8(), "total amount");
  EXPECT_EQ(Setter().Set(U"total").Skip(0.25F).Set(U"amount").Finish().utf8(), "total amount");
  EXPECT_EQ(Setter().Set(U"12 34").Finish().utf8(), "12 34");
}

TEST(LineComposer, TellsChineseQuotationMarksFromLatinOnes) {
  EXPECT_EQ(Setter().Set(U"students’ balance “at hand”").Finish().utf8(),
            "students’ balance “at hand”");
  EXPECT_EQ(Setter().Set(U"“优” 4 个").Finish().utf8(), "“优”4个");
}

TEST(LineComposer, PartsTheFieldsOfAForm) {
  EXPECT_EQ(Setter().Set(U"单位：某局").Skip(4).Set(U"单位：万元").Finish().utf8(),
            "单位：某局 单位：万元");
}

TEST(LineComposer, KeepsAFigureSetWithLooseSpacingWhole) {
  EXPECT_EQ(Setter().Set(U"1").Skip(0.2F).Set(U"2").Skip(0.2F).Set(U"3").Finish().utf8(), "123");
}

TEST(LineComposer, LeadsEveryCharacterToItsBox) {
  const Text text = Setter().Set(U"共计12.5万元ab").Finish();
  const std::string& utf8 = text.utf8();
  float x = 100;
  for (size_t at = 0; at < utf8.size();) {
    const Utf8Step step = DecodeUtf8(utf8, at);
    const Place place = text.PlaceOf(at, at + step.length);
    ASSERT_TRUE(place.box.has_value());
    EXPECT_EQ(place.page, 3);
    EXPECT_NEAR(place.box->left, x, 0.01);
    x += IsCjk(step.code) ? 10.0F : 5.0F;
    EXPECT_NEAR(place.box->right, x, 0.01);
    at += step.length;
  }
}

TEST(LineComposer, NeedsOneSegmentForARunOfEvenPitch) {
  EXPECT_EQ(Setter().Set(U"一般公共服务支出").Finish().segments().size(), 1U);
  EXPECT_EQ(Setter().Set(U"支出1234万元").Finish().segments().size(), 3U);
}

TEST(BlankAtWrap, MakesABrokenNumberWhole) {
  EXPECT_FALSE(BlankAtWrap(U'3', U'4', true));
  EXPECT_FALSE(BlankAtWrap(U'.', U'4', true));
  EXPECT_FALSE(BlankAtWrap(U'元', U'4', true));
  EXPECT_TRUE(BlankAtWrap(U'3', U'4', false));
  EXPECT_TRUE(BlankAtWrap(U'a', U'b', true));
}

}  // namespace
}  // namespace crossfoot
