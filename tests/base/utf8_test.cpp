// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(Utf8, StepsForwardsAndBackwardsOverTheSameCharacters) {
  const std::string text = "a勾稽𠀀￥é";
  std::u32string forwards;
  for (size_t i = 0; i < text.size();) {
    const Utf8Step step = DecodeUtf8(text, i);
    forwards.push_back(step.code);
    i += step.length;
  }
  std::u32string backwards;
  for (size_t i = text.size(); i > 0;) {
    const Utf8Step step = DecodeUtf8Before(text, i);
    backwards.insert(backwards.begin(), step.code);
    i -= step.length;
  }
  EXPECT_EQ(forwards, U"a勾稽𠀀￥é");
  EXPECT_EQ(backwards, forwards);
}

TEST(Utf8, EncodesWhatItDecodes) {
  for (char32_t code = 0; code <= 0x10FFFF; code += 37) {
    if (code >= 0xD800 && code <= 0xDFFF) {
      continue;
    }
    std::string text;
    AppendUtf8(code, &text);
    EXPECT_EQ(DecodeUtf8(text, 0).code, code);
    EXPECT_EQ(DecodeUtf8(text, 0).length, text.size());
    EXPECT_TRUE(IsValidUtf8(text));
  }
}

TEST(Utf8, GivesTheReplacementForWhatIsNotUtf8AndNeverReadsPastTheEnd) {
  for (const std::string text :
       {"\x80", "\xC0\xAF", "\xE4\xB8", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xF0\x9F", "\xFF"}) {
    EXPECT_EQ(DecodeUtf8(text, 0).code, kReplacement);
    EXPECT_EQ(DecodeUtf8(text, 0).length, 1U);
    EXPECT_EQ(FindInvalidUtf8("ok" + text), 2U);
  }
  EXPECT_EQ(DecodeUtf8("", 0).length, 0U);
  EXPECT_EQ(DecodeUtf8("a", 7).length, 0U);
  EXPECT_EQ(DecodeUtf8Before("a", 0).length, 0U);
}

TEST(Utf8, CountsTwoColumnsForWideCharacters) {
  EXPECT_EQ(DisplayWidth("a1.5"), 4U);
  EXPECT_EQ(DisplayWidth("万元"), 4U);
  EXPECT_EQ(DisplayWidth("１２３．４"), 10U);
  EXPECT_EQ(DisplayWidth("\x1b[0m"), 3U);
}

TEST(Utf8, FoldsLabelsForComparison) {
  EXPECT_EQ(FoldLabel("　部门（单位） 名称　"), "部门(单位)名称");
  EXPECT_EQ(FoldLabel("２０２３ 年"), "2023年");
  EXPECT_EQ(TrimBlanks(" 　x y\t"), "x y");
  EXPECT_EQ(TrimBlanks(" 　 "), "");
}

TEST(Utf8, KnowsDigitsOfBothWidths) {
  EXPECT_EQ(DigitValue(U'7'), 7);
  EXPECT_EQ(DigitValue(U'７'), 7);
  EXPECT_EQ(DigitValue(U'七'), -1);
  EXPECT_TRUE(IsHan(U'〇'));
  EXPECT_FALSE(IsHan(U'。'));
  EXPECT_TRUE(IsCjk(U'。'));
}

}  // namespace
}  // namespace crossfoot
