// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/page_recorder.h"

#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr Box kPage{0, 0, 600, 800};
constexpr uint32_t kBlack = 0x000000;
constexpr uint32_t kWhite = 0xFFFFFF;

class PageRecorderTest : public testing::Test {
 protected:
  PageRecorderTest() { font_ = recorder_.AddFont({"Song", false, false, true}); }

  void Write(std::u32string_view text, float x, float y, Paint paint = {kBlack, kPage, true, true},
             float size = 10) {
    for (const char32_t& code : text) {
      GlyphMark mark;
      mark.characters = std::u32string_view(&code, 1);
      mark.origin = {x, y};
      mark.advance = {size, 0};
      mark.along = {1, 0};
      mark.font_size = size;
      mark.ascent = 0.9F;
      mark.descent = -0.1F;
      mark.font = font_;
      recorder_.AddGlyph(mark, paint);
      x += size;
    }
  }
  static PathMark Polygon(std::initializer_list<Point> points) {
    PathMark path;
    path.points = points;
    path.parts = {{0, path.points.size(), false}};
    return path;
  }
  static PathMark Rectangle(const Box& b) {
    return Polygon({{b.left, b.top},
                    {b.right, b.top},
                    {b.right, b.bottom},
                    {b.left, b.bottom},
                    {b.left, b.top}});
  }
  std::string Text() {
    content_ = recorder_.Finish();
    std::string text;
    for (const Glyph& glyph : content_.glyphs) {
      AppendUtf8(glyph.code, &text);
    }
    return text;
  }

  Limits limits_;
  PageRecorder recorder_{PageInfo{1, 600, 800, 0}, limits_};
  uint16_t font_ = 0;
  PageContent content_;
};

TEST_F(PageRecorderTest, KeepsWhatAReaderSees) {
  Write(U"收入", 100, 200);
  EXPECT_EQ(Text(), "收入");
  EXPECT_EQ(content_.glyphs[0].box, (Box{100, 191, 110, 201}));
  EXPECT_EQ(content_.glyphs[1].baseline, 200);
  EXPECT_EQ(content_.hidden_glyphs, 0);
}

TEST_F(PageRecorderTest, CountsWhatNoReaderSees) {
  Write(U"甲", 100, 100, {kBlack, kPage, false, true});              // not painted
  Write(U"乙", 100, 120, {kBlack, {0, 0, 50, 50}, true, true});      // outside its clip
  Write(U"丙", 700, 140);                                            // outside the page
  Write(U"丁", 100, 160, {kWhite, kPage, true, true});               // white on white
  Write(U"戊", 100, 180, {kBlack, kPage, true, true}, 0.2F);         // too small
  Write(U"己", 100, 200, {kBlack, {0, 198, 600, 220}, true, true});  // clipped to a sliver
  Write(U"可见", 100, 300);
  EXPECT_EQ(Text(), "可见");
  EXPECT_EQ(content_.hidden_glyphs, 6);
}

TEST_F(PageRecorderTest, NoticesALineThatIsCutOff) {
  Write(U"只露出上面一线的字", 100, 800 + 7);
  Write(U"完整的字", 100, 300);
  EXPECT_EQ(Text(), "完整的字");
  EXPECT_EQ(content_.cut_off, (Box{100, 798, 190, 800}));
}

TEST_F(PageRecorderTest, TakesOneCharacterOverTheEdgeForNothing) {
  Write(U"字", 595, 300);
  EXPECT_EQ(Text(), "字");
  EXPECT_EQ(content_.cut_off.area(), 0);
}

TEST_F(PageRecorderTest, SeesWhiteTextOnADarkGround) {
  recorder_.Fill(Rectangle({90, 180, 300, 210}), {0x003366, kPage, true, true});
  Write(U"合计", 100, 200, {kWhite, kPage, true, true});
  EXPECT_EQ(Text(), "合计");
}

TEST_F(PageRecorderTest, SeesNoTextInTheColourOfItsGround) {
  recorder_.Fill(Rectangle({90, 180, 300, 210}), {0x003366, kPage, true, true});
  Write(U"密", 100, 200, {0x003366, kPage, true, true});
  EXPECT_EQ(Text(), "");
  EXPECT_EQ(content_.hidden_glyphs, 1);
}

TEST_F(PageRecorderTest, SetsCoveredTextAside) {
  Write(U"旧", 100, 200);
  recorder_.Fill(Rectangle({90, 180, 300, 210}), {kWhite, kPage, true, true});
  Write(U"新", 100, 200);
  EXPECT_EQ(Text(), "新");
  EXPECT_EQ(content_.hidden_glyphs, 1);
}

TEST_F(PageRecorderTest, SeesTextThroughAFrame) {
  Write(U"图", 100, 200);
  for (const float thickness : {1.0F, 8.0F}) {
    PathMark frame = Rectangle({50, 150, 300, 250});
    frame.parts[0].curved = true;  // round corners
    const PathMark inner =
        Rectangle({50 + thickness, 150 + thickness, 300 - thickness, 250 - thickness});
    frame.points.insert(frame.points.end(), inner.points.begin(), inner.points.end());
    frame.parts.push_back({5, 10, false});
    recorder_.Fill(frame, {kBlack, kPage, true, true});
  }
  EXPECT_EQ(Text(), "图");
  EXPECT_EQ(content_.rules.size(), 4U);
  EXPECT_TRUE(content_.shades.empty());
}

TEST_F(PageRecorderTest, ReadsTextUnderAMarkerPen) {
  Write(U"重点", 100, 200);
  recorder_.Fill(Rectangle({90, 180, 300, 210}), {0xFFFF00, kPage, true, false});
  EXPECT_EQ(Text(), "重点");
}

TEST_F(PageRecorderTest, TakesAGlyphPaintedTwiceForBold) {
  Write(U"总计", 100, 200);
  Write(U"总计", 100.3F, 200);
  EXPECT_EQ(Text(), "总计");
  EXPECT_EQ(content_.hidden_glyphs, 0);
  EXPECT_TRUE(content_.fonts[content_.glyphs[0].font].bold);
}

TEST_F(PageRecorderTest, KeepsRepeatedDigits) {
  Write(U"1000", 100, 200, {kBlack, kPage, true, true}, 5);
  EXPECT_EQ(Text(), "1000");
}

TEST_F(PageRecorderTest, SharesALigatureOutOverItsBox) {
  GlyphMark mark{U"ﬃ", {100, 200}, {9, 0}, {1, 0}, 10, 0.9F, -0.1F, font_};
  recorder_.AddGlyph(mark, {kBlack, kPage, true, true});
  EXPECT_EQ(Text(), "ffi");
  EXPECT_EQ(content_.glyphs[1].box.left, 103);
  EXPECT_EQ(content_.glyphs[1].box.right, 106);
}

TEST_F(PageRecorderTest, ShowsThatACharacterIsUnknown) {
  GlyphMark mark{U"", {100, 200}, {10, 0}, {1, 0}, 10, 0.9F, -0.1F, font_};
  recorder_.AddGlyph(mark, {kBlack, kPage, true, true});
  EXPECT_EQ(Text(), "\xEF\xBF\xBD");
  EXPECT_EQ(content_.unmapped_glyphs, 1);
  EXPECT_FALSE(content_.fonts[font_].mappable);
}

TEST_F(PageRecorderTest, BelievesAReplacementOnlyWhereTheFontIsSilent) {
  recorder_.BeginReplacement();
  Write(U"9", 100, 200);
  GlyphMark mark{U"", {110, 200}, {10, 0}, {1, 0}, 10, 0.9F, -0.1F, font_};
  recorder_.AddGlyph(mark, {kBlack, kPage, true, true});
  recorder_.EndReplacement(U"12");
  EXPECT_EQ(Text(), "92");
  EXPECT_EQ(content_.unmapped_glyphs, 0);
}

TEST_F(PageRecorderTest, KnowsTheDirectionOfWriting) {
  GlyphMark mark{U"上", {100, 200}, {0, -10}, {0, -1}, 10, 0.9F, -0.1F, font_};
  recorder_.AddGlyph(mark, {kBlack, kPage, true, true});
  GlyphMark slanted{U"密", {300, 200}, {7, -7}, {7, -7}, 10, 0.9F, -0.1F, font_};
  recorder_.AddGlyph(slanted, {kBlack, kPage, true, true});
  EXPECT_EQ(Text(), "上密");
  EXPECT_EQ(content_.glyphs[0].direction, 270);
  EXPECT_EQ(content_.glyphs[0].baseline, 100);
  EXPECT_EQ(content_.glyphs[1].direction, 315);
}

TEST_F(PageRecorderTest, FindsRulesHoweverTheyAreDrawn) {
  const Paint black{kBlack, kPage, true, true};
  recorder_.Stroke(Polygon({{100, 300}, {400, 300}}), 0.5F, black);
  recorder_.Fill(Rectangle({100, 320, 400, 321}), black);
  recorder_.Stroke(Rectangle({100, 340, 400, 360}), 1, black);
  PathMark frame = Rectangle({100, 400, 400, 420});
  const PathMark inner = Rectangle({101, 401, 399, 419});
  frame.points.insert(frame.points.end(), inner.points.begin(), inner.points.end());
  frame.parts.push_back({5, 10, false});
  recorder_.Fill(frame, black);
  const PageContent content = recorder_.Finish();
  std::string seen;
  for (const RulePiece& rule : content.rules) {
    seen += (rule.horizontal ? "h" : "v") + std::to_string(static_cast<int>(rule.position)) + " ";
  }
  EXPECT_EQ(seen, "h300 h320 h340 v400 h360 v100 h400 h419 v100 v399 ");
  EXPECT_TRUE(content.shades.empty());
}

TEST_F(PageRecorderTest, CutsRulesAndAreasAtTheirClip) {
  const Paint clipped{kBlack, {150, 0, 250, 800}, true, true};
  recorder_.Stroke(Polygon({{100, 300}, {400, 300}}), 0.5F, clipped);
  recorder_.Fill(Rectangle({100, 320, 400, 360}), clipped);
  const PageContent content = recorder_.Finish();
  ASSERT_EQ(content.rules.size(), 1U);
  EXPECT_EQ(content.rules[0].from, 150);
  EXPECT_EQ(content.rules[0].to, 250);
  ASSERT_EQ(content.shades.size(), 1U);
  EXPECT_EQ(content.shades[0].box, (Box{150, 320, 250, 360}));
}

TEST_F(PageRecorderTest, TakesNoSlantedLineForARule) {
  recorder_.Stroke(Polygon({{100, 300}, {400, 380}}), 0.5F, {kBlack, kPage, true, true});
  recorder_.Fill(Polygon({{100, 300}, {400, 300}, {250, 500}}), {kBlack, kPage, true, true});
  const PageContent content = recorder_.Finish();
  EXPECT_TRUE(content.rules.empty());
  EXPECT_TRUE(content.shades.empty());
}

TEST_F(PageRecorderTest, SurvivesNumbersThatAreNone) {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const float inf = std::numeric_limits<float>::infinity();
  const Paint black{kBlack, kPage, true, true};
  Write(U"一", nan, 100);
  Write(U"二", inf, 100);
  Write(U"三", 100, 100, black, inf);
  Write(U"四", 100, 100, black, 0);
  recorder_.Stroke(Polygon({{nan, 0}, {inf, 0}, {0, 0}}), nan, black);
  recorder_.Fill(Rectangle({-inf, 0, inf, 10}), black);
  recorder_.AddImage({nan, 0, 10, 10}, black);
  EXPECT_EQ(Text(), "");
  EXPECT_TRUE(content_.rules.empty());
}

TEST(PageRecorder, StopsAtItsLimits) {
  Limits limits;
  limits.characters_per_page = 3;
  limits.segments_per_page = 2;
  PageRecorder recorder({1, 600, 800, 0}, limits);
  const uint16_t font = recorder.AddFont({});
  for (int i = 0; i < 10; ++i) {
    const auto x = static_cast<float>(100 + 20 * i);
    recorder.AddGlyph({U"数", {x, 200}, {10, 0}, {1, 0}, 10, 0.9F, -0.1F, font},
                      {kBlack, kPage, true, true});
    PathMark path;
    path.points = {{x, 0}, {x, 100}};
    path.parts = {{0, 2, false}};
    recorder.Stroke(path, 1, {kBlack, kPage, true, true});
  }
  const PageContent content = recorder.Finish();
  EXPECT_EQ(content.glyphs.size(), 3U);
  EXPECT_LE(content.rules.size(), 2U);
  EXPECT_TRUE(content.over_limit);
}

}  // namespace
}  // namespace crossfoot
