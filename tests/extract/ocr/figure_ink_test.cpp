// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/figure_ink.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "extract/ocr/figure_marks.h"
#include "tests/extract/ocr/read_symbols.h"

namespace crossfoot {
namespace {

constexpr float kSize = 20;
constexpr float kBaseline = 100;

// Ink as it would be printed: d a digit, D two digits that touch, p a point, c a comma, m a minus,
// f a 4 whose bar broke off, M a minus that touches its digit, F a 4 whose bar sticks out.
std::vector<InkBlob> Ink(std::string_view shapes) {
  std::vector<InkBlob> blobs;
  int x = 0;
  for (const char shape : shapes) {
    switch (shape) {
      case 'd':
        blobs.push_back({x, x + 9, 86, 100});
        x += 11;
        break;
      case 'D':
        blobs.push_back({x, x + 20, 86, 100});
        x += 22;
        break;
      case 'p':
        blobs.push_back({x, x + 3, 97, 100});
        x += 6;
        break;
      case 'c':
        blobs.push_back({x, x + 3, 97, 104});
        x += 6;
        break;
      case 'f':  // a 4 of a thin face: its bar stands apart from its stem
        blobs.push_back({x, x + 5, 94, 97});
        blobs.push_back({x + 6, x + 9, 86, 100});
        x += 11;
        break;
      case 'M':  // a minus run into its digit
        blobs.push_back({x, x + 16, 86, 100, 7, 92, 94});
        x += 18;
        break;
      case 'F':  // a 4, whose bar begins before its stroke does
        blobs.push_back({x, x + 10, 86, 100, 5, 95, 97});
        x += 12;
        break;
      default:
        blobs.push_back({x, x + 6, 92, 94});
        x += 8;
    }
  }
  return blobs;
}

std::string Mended(std::u32string_view text, std::string_view shapes) {
  std::vector<ReadSymbol> symbols = Read(text);
  MendFigures(Ink(shapes), kSize, kBaseline, &symbols);
  std::string out;
  for (const ReadSymbol& symbol : symbols) {
    AppendUtf8(symbol.code, &out);
  }
  return out;
}

TEST(FigureInk, SignsAreBelievedAndDigitsAreNotTouched) {
  struct Case {
    std::u32string_view read;
    std::string_view ink;
    const char* figure;
  };
  const Case cases[] = {
      {U"820", "dpdd", "8.20"},               // a lost point
      {U"817.23", "dcddpdd", "817.23"},       // no number: what looks like a comma is none
      {U"4.964.63", "dpdddpdd", "4,964.63"},  // only one way makes a number
      {U"1.423,200", "dcdddcddd", "1,423,200"},
      {U"2023.1.5", "ddddpdpd", "2023.1.5"},  // a date
      {U"“35.02", "mddpdd", "-35.02"},        // a minus taken for a quotation mark
      {U"35.02", "mddpdd", "-35.02"},         // a lost minus
      {U"64.65", "Mdpdd", "-64.65"},          // a lost minus that touches its digit
      {U"-64.65", "Mdpdd", "-64.65"},         // and one that was read
      {U"287.02", "mDdpdd", "-287.02"},       // a lost minus before digits that touch
      {U"-103.23", "dDpdd", "103.23"},        // the flag of a 1
      {U"-103.23", "DDpdd", "-103.23"},       // which may touch it
      {U"18,841.,788", "ddcdddcddd", "18,841,788"},
      {U"44.65", "Fdpdd", "44.65"},      // a 4 has a bar of its own
      {U"87.4:75", "ddpddd", "87.475"},  // no ink, and no number has it
      {U"8.20", "dpdd", "8.20"},         //
      {U"8,20", "dpdd", "8.20"},         // a comma would want three digits
      {U"8,200", "dpddd", "8,200"},      // which of the two was read: blur tells nothing
      {U"8.20", "Dd", "8.20"},           // all touch: nothing to compare
      {U"8.20", "ddd", "8.20"},          // the point touches its digit
      {U"1820", "dpdd", "1820"},         // a digit without ink is not taken away
      {U"年820", "dpdd", "年820"},       // no figure
      {U"", "dpdd", ""},
      {U"2214", "dddf", "2214"},  // a piece of a digit is no point …
      {U"4.26", "fpdd", "4.26"},  // … and no minus
      {U"-4.26", "mfpdd", "-4.26"},
      {U"-936.22", "dddpdd", "936.22"},  // a minus that has no ink
  };
  for (const Case& one : cases) {
    EXPECT_EQ(Mended(one.read, one.ink), one.figure) << one.figure;
  }
}

TEST(FigureInk, WhatTheInkGaveIsLessSure) {
  std::vector<ReadSymbol> symbols = Read(U"820");
  MendFigures(Ink("dpdd"), kSize, kBaseline, &symbols);
  ASSERT_EQ(symbols.size(), 4U);
  EXPECT_FLOAT_EQ(symbols[1].confidence, kFromInk);
  EXPECT_FLOAT_EQ(symbols[0].confidence, 0.98F);
}

TEST(FigureInk, InkHasRoomForSoManyDigitsOnly) {
  EXPECT_TRUE(HasRoomFor(Read(U"4,549"), Ink("dcddd"), kSize, kBaseline));
  EXPECT_FALSE(HasRoomFor(Read(U"24,549"), Ink("dcddd"), kSize, kBaseline));
  EXPECT_TRUE(HasRoomFor(Read(U"合计249"), Ink("d"), kSize, kBaseline)) << "no figure";
}

TEST(FigureInk, TheNumberOfAnItemGetsItsPointBack) {
  const auto mended = [](std::u32string_view text, std::string_view shapes) {
    std::vector<ReadSymbol> symbols = Read(text);
    MendItemNumber(Ink(shapes), kSize, kBaseline, &symbols);
    return CodesOf(symbols);
  };
  EXPECT_EQ(mended(U"2合计", "dpDD"), U"2.合计");
  EXPECT_EQ(mended(U"12合计", "ddpDD"), U"12.合计");
  EXPECT_EQ(mended(U"2合计", "dDD"), U"2合计") << "no ink shows one";
  EXPECT_EQ(mended(U"2.合计", "dpDD"), U"2.合计");
  EXPECT_EQ(mended(U"2023年", "ddddpD"), U"2023年");
}

TEST(FigureInk, UnreadAndMissingInkPutTheFigureInDoubt) {
  std::vector<ReadSymbol> lost = Read(U"9");
  MendFigures(Ink("dd"), kSize, kBaseline, &lost);
  EXPECT_FLOAT_EQ(lost[0].confidence, kInkUnread);

  std::vector<ReadSymbol> invented = Read(U"38.48");
  MendFigures(Ink("dpdd"), kSize, kBaseline, &invented);
  EXPECT_FLOAT_EQ(invented[0].confidence, kInkUnread);

  // No number has two marks together, whatever touches.
  std::vector<ReadSymbol> marks = Read(U"38.:48");
  EXPECT_EQ(MendFigures(Ink("DpD"), kSize, kBaseline, &marks), InkVerdict::kDiffers);

  std::vector<ReadSymbol> touching = Read(U"38.48");
  MendFigures(Ink("DpD"), kSize, kBaseline, &touching);
  EXPECT_FLOAT_EQ(touching[0].confidence, 0.98F);
}

}  // namespace
}  // namespace crossfoot
