// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/stroke_count.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "tests/extract/ocr/made_pictures.h"
#include "tests/extract/ocr/read_symbols.h"

namespace crossfoot {
namespace {

constexpr float kSize = 30;

// A line of what `shapes` says: 1 to 3 that numeral, ( a bracket, , a mark, H any other character.
struct Drawn {
  Raster grey{600, 60, 1, 200};
  std::vector<InkBlob> ink;
};

Drawn Draw(std::string_view shapes) {
  Drawn drawn;
  int x = 20;
  for (const char shape : shapes) {
    const int width = shape == '(' || shape == ')' || shape == ',' ? 8 : 28;
    const int top = shape == ',' ? 38 : 14;
    const int bottom = 42;
    if (shape >= '1' && shape <= '3') {
      for (int i = 0; i < shape - '0'; ++i) {
        Fill(&drawn.grey, x, 16 + 10 * i, x + width, 19 + 10 * i, 0);
      }
      drawn.ink.push_back({x, x + width, 16, 19 + 10 * (shape - '1')});
    } else {
      Fill(&drawn.grey, x, top, x + width, bottom, 0);
      drawn.ink.push_back({x, x + width, top, bottom});
    }
    x += width + 4;
  }
  return drawn;
}

std::string Counted(std::u32string_view text, std::string_view shapes) {
  const Drawn drawn = Draw(shapes);
  std::vector<ReadSymbol> symbols = Read(text);
  CountStrokes(drawn.ink, kSize, drawn.grey, &symbols);
  std::string out;
  for (const ReadSymbol& symbol : symbols) {
    AppendUtf8(symbol.code, &out);
  }
  return out;
}

TEST(StrokeCount, TheInkTellsOneNumeralFromAnother) {
  EXPECT_EQ(Counted(U"（三）合计", "(2)HH"), "（二）合计");
  EXPECT_EQ(Counted(U"(二)合计", "(1)HH"), "(一)合计");
  EXPECT_EQ(Counted(U"第一部", "H3H"), "第三部");
  EXPECT_EQ(Counted(U"三、合计", "3,HH"), "三、合计");
}

TEST(StrokeCount, AtTheHeadOfALineItMayHaveBeenTakenForASignOrLost) {
  EXPECT_EQ(Counted(U">、合计", "3,HH"), "三、合计");
  EXPECT_EQ(Counted(U"-、合计", "2,HH"), "二、合计");
  EXPECT_EQ(Counted(U"、合计", "2,HH"), "二、合计");
  EXPECT_EQ(Counted(U"(=)合计", "(2)HH"), "(二)合计");
}

TEST(StrokeCount, OtherInkIsLeftAlone) {
  EXPECT_EQ(Counted(U"合计三", "HHH"), "合计三");
  EXPECT_EQ(Counted(U"合计-三", "HH,"), "合计-三");
  EXPECT_EQ(Counted(U"、合计", ",HH"), "、合计");
  EXPECT_EQ(Counted(U"", ""), "");
}

}  // namespace
}  // namespace crossfoot
