// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/unseen_marks.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "tests/extract/ocr/read_symbols.h"

namespace crossfoot {
namespace {

constexpr float kSize = 30;
constexpr float kBaseline = 100;
constexpr InkBlob kCharacter{50, 78, 74, 102};
constexpr InkBlob kQuotation{30, 40, 74, 82};
constexpr InkBlob kComma{30, 36, 94, 108};

std::string Kept(std::u32string_view text, const std::vector<InkBlob>& ink,
                 const FreeEnds& free = {true, true}) {
  std::vector<ReadSymbol> symbols = Read(text);
  DropUnseenMarks(ink, kSize, kBaseline, free, &symbols);
  std::string out;
  for (const ReadSymbol& symbol : symbols) {
    AppendUtf8(symbol.code, &out);
  }
  return out;
}

TEST(UnseenMarks, AMarkWithoutInkAtTheEdgeOfACellGoes) {
  EXPECT_EQ(Kept(U"”合", {kCharacter}), "合");
  EXPECT_EQ(Kept(U"。”合", {kCharacter}), "合");
  EXPECT_EQ(Kept(U"合”", {kCharacter}), "合");
  EXPECT_EQ(Kept(U"、，合", {kCharacter}), "合");
}

TEST(UnseenMarks, OneThatTheInkShowsStays) {
  EXPECT_EQ(Kept(U"“合", {kQuotation, kCharacter}), "“合");
  EXPECT_EQ(Kept(U"合，", {kCharacter, {80, 86, 94, 108}}), "合，");
  EXPECT_EQ(Kept(U"，合", {kComma, kCharacter}), "，合");
  EXPECT_EQ(Kept(U"”", {kCharacter}), "”") << "something was read there";
}

TEST(UnseenMarks, WithinALineItMayBelongToTheGroupBeside) {
  EXPECT_EQ(Kept(U"，合", {kCharacter}, {false, true}), "，合");
  EXPECT_EQ(Kept(U"合”", {kCharacter}, {true, false}), "合”");
}

}  // namespace
}  // namespace crossfoot
