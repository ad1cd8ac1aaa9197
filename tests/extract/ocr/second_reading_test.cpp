// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/second_reading.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "extract/ocr/doubt.h"
#include "tests/extract/ocr/read_symbols.h"

namespace crossfoot {
namespace {

std::string TextOf(const std::vector<ReadSymbol>& symbols) {
  std::string text;
  for (const ReadSymbol& symbol : symbols) {
    AppendUtf8(symbol.code, &text);
  }
  return text;
}

TEST(SecondReading, AStrongSecondChoiceIsADoubtAndAWeakOneIsNone) {
  ReadSymbol digit = Read(U"3").front();
  EXPECT_FALSE(HasSecondThought(digit));
  digit.others = {{U'8', 0.1F}};
  EXPECT_FALSE(HasSecondThought(digit));
  digit.others = {{U'8', 0.8F}};
  EXPECT_TRUE(HasSecondThought(digit));
  digit.others = {{U'人', 0.9F}};
  EXPECT_FALSE(HasSecondThought(digit)) << "a neighbour, no digit";
}

TEST(SecondReading, TheClearerOfTwoIsTakenAndNamesTheOther) {
  std::vector<ReadSymbol> first = Read(U"30.73");
  first[0].others = {{U'8', 0.86F}};
  const std::vector<ReadSymbol> taken = Clearer(first, Read(U"80.73"));
  EXPECT_EQ(TextOf(taken), "80.73");
  EXPECT_LT(taken[0].confidence, kDoubtful);
  ASSERT_FALSE(taken[0].others.empty());
  EXPECT_EQ(taken[0].others[0].code, U'3');
  EXPECT_FLOAT_EQ(taken[1].confidence, 0.98F);
  // The first stands where the second is no clearer.
  std::vector<ReadSymbol> second = Read(U"80.73");
  second[0].others = {{U'3', 0.95F}};
  EXPECT_EQ(TextOf(Clearer(first, second)), "30.73");
}

TEST(SecondReading, TwoReadingsThatAgreeAreNoLongerInDoubt) {
  std::vector<ReadSymbol> first = Read(U"5770");
  first[0].others = {{U'3', 0.52F}};
  const std::vector<ReadSymbol> taken = Clearer(first, Read(U"5770"));
  EXPECT_FLOAT_EQ(taken[0].confidence, kReadAlike);
  EXPECT_GE(kReadAlike, kDoubtful);
}

TEST(SecondReading, AnInventedDigitGoes) {
  std::vector<ReadSymbol> first = Read(U"8376");
  first[1].others = {{U'8', 0.8F}};
  const std::vector<ReadSymbol> taken = Clearer(first, Read(U"876"));
  EXPECT_EQ(TextOf(taken), "876");
  EXPECT_LT(taken[0].confidence, kDoubtful);
}

TEST(SecondReading, TheEdgeOfACharacterThatWasCutThroughIsNoDigitAndNoMinus) {
  // 值573.56 and 金822.97, cut out with the right edge of the character before them.
  EXPECT_EQ(TextOf(FigureLike(Read(U"573.56"), Read(U"1573.56元"), {true, false})), "573.56");
  EXPECT_EQ(TextOf(FigureLike(Read(U"822.97"), Read(U"-822.97"), {true, false})), "822.97");
  EXPECT_EQ(TextOf(FigureLike(Read(U"-822.97"), Read(U"-822.97"), {true, false})), "-822.97");
  // Where nothing stands before the figure, its first symbol is its own.
  EXPECT_EQ(TextOf(FigureLike(Read(U"573.56"), Read(U"1573.56"), {false, false})), "1573.56");
}

TEST(SecondReading, InkThatWasReadTwiceIsReadOnce) {
  std::vector<ReadSymbol> line = Read(U"7?2份");
  line[0].others = {{U'?', 0.84F}};
  line[1].others = {{U'7', 0.82F}};
  DropTwins(&line);
  EXPECT_EQ(TextOf(line), "72份");
  // A question that is asked stays, and so do two digits that are each other's second choice.
  line = Read(U"7?");
  DropTwins(&line);
  EXPECT_EQ(TextOf(line), "7?");
  line = Read(U"38");
  line[0].others = {{U'8', 0.9F}};
  line[1].others = {{U'3', 0.9F}};
  DropTwins(&line);
  EXPECT_EQ(TextOf(line), "38");
}

TEST(SecondReading, OnlyADoubtfulFigureIsReadAgainAndItsNeighboursStay) {
  std::vector<ReadSymbol> line = Read(U"净值30.73元，共12件");
  line[2].others = {{U'8', 0.86F}};
  int readings = 0;
  int tries = 5;
  ReadDoubtfulFigures(
      {0, 10, 0, 40},
      [&](const PixelBox&) {
        ++readings;
        return Read(U"]80.73元");
      },
      &tries, &line);
  EXPECT_EQ(readings, 1);
  EXPECT_EQ(tries, 4);
  EXPECT_EQ(TextOf(line), "净值80.73元，共12件");
}

TEST(SecondReading, TheEdgeOfTheCharacterBehindIsNoDigitEither) {
  EXPECT_EQ(TextOf(FigureLike(Read(U"8110"), Read(U"81107"), {true, true})), "8110");
  EXPECT_EQ(TextOf(FigureLike(Read(U"8110"), Read(U"81107"), {true, false})), "81107");
}

TEST(SecondReading, ARateWithTooManyDecimalsIsReadAgain) {
  const auto read = [](std::u32string_view again) {
    std::vector<ReadSymbol> line = Read(U"的95.969%。");
    int tries = 5;
    ReadDoubtfulFigures(
        {0, 10, 0, 40}, [&](const PixelBox&) { return Read(again); }, &tries, &line);
    return line;
  };
  const std::vector<ReadSymbol> mended = read(U"95.96%");
  EXPECT_EQ(TextOf(mended), "的95.96%。");
  EXPECT_FLOAT_EQ(mended[1].confidence, kReadTwice) << "it stays in doubt";
  EXPECT_EQ(TextOf(read(U"95.969%")), "的95.969%。");
}

TEST(SecondReading, AFigureOfAnotherPlaceIsNotTaken) {
  EXPECT_TRUE(FigureLike(Read(U"30.73"), Read(U"2154.8"), {true, false}).empty());
  EXPECT_EQ(TextOf(FigureLike(Read(U"30.73"), Read(U"180.73元"), {true, false})), "80.73");
  EXPECT_EQ(TextOf(FigureLike(Read(U"876"), Read(U"回876份"), {true, false})), "876");
}

}  // namespace
}  // namespace crossfoot
