// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/numeral.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot::normalize {
namespace {

// Value, and the characters it took: "1234.56/8".
std::string Read(std::string_view words) {
  const Characters text(words);
  auto numeral = ReadArabic(text, 0);
  if (!numeral) {
    numeral = ReadChinese(text, 0);
  }
  return numeral ? numeral->value.ToString() + "/" + std::to_string(numeral->end) : "none";
}

TEST(Numeral, ReadsArabicFiguresInEveryPrintedForm) {
  const struct {
    const char* words;
    const char* read;
  } kCases[] = {
      {"0", "0/1"},
      {"392.92万元", "392.92/6"},
      {"26.60", "26.60/5"},
      {"1,234.56", "1234.56/8"},
      {"10,150,480", "10150480/10"},
      {"１２３．４", "123.4/5"},
      {"1，234", "1234/5"},
      {"392. 92", "392.92/7"},
      {"392 .92", "392.92/7"},
      {"3 , 828份", "3828/7"},
      {"1,23", "1/1"},         // no thousands
      {"1,2345", "1/1"},       // nor these
      {"2013,100", "2013/4"},  // a year and a figure
      {"5, 100", "5/1"},       // a list: the comma has its own blank
      {"12.", "12/2"},         // a stop
      {"3.5.1", "3.5/3"},
      {"007", "7/3"},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(Read(one.words), one.read) << one.words;
  }
}

TEST(Numeral, ReadsChineseFiguresByPlaceAndByDigit) {
  const struct {
    const char* words;
    const char* read;
  } kCases[] = {
      {"二十三万五千元", "235000/6"},
      {"一百零五", "105/4"},
      {"两千", "2000/2"},
      {"十", "10/1"},
      {"十五", "15/2"},
      {"二十", "20/2"},
      {"三百五", "350/3"},
      {"一万二", "12000/3"},
      {"九千零五", "9005/4"},
      {"一亿二千万", "120000000/5"},
      {"三万亿", "3000000000000/3"},
      {"壹拾伍", "15/3"},
      {"贰仟叁佰", "2300/4"},
      {"二〇二三", "2023/4"},
      {"二○二三", "2023/4"},
      {"五百一千", "500/2"},  // two numbers
      {"三", "3/1"},
      {"〇", "none"},
      {"万", "none"},
      {"个", "none"},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(Read(one.words), one.read) << one.words;
  }
}

TEST(Numeral, KnowsTheLastPrintedPlaceAndTheLastThatIsNotZero) {
  const struct {
    const char* words;
    int last;
    int round;
  } kCases[] = {{"26.60", -2, -1}, {"3500", 0, 2}, {"100", 0, 2},
                {"0.00", -2, -2},  {"12", 0, 0},   {"二十三万", 4, 4}};
  for (const auto& one : kCases) {
    const Characters text(one.words);
    const auto numeral = ReadArabic(text, 0) ? ReadArabic(text, 0) : ReadChinese(text, 0);
    EXPECT_EQ(numeral->last_place, one.last) << one.words;
    EXPECT_EQ(numeral->round_place, one.round) << one.words;
  }
}

TEST(Numeral, GivesNoValueToMoreDigitsThanFit) {
  for (const std::string& digits : {std::string(100'000, '7'), std::string(39, '1')}) {
    const Characters text(digits);
    const auto numeral = ReadArabic(text, 0);
    ASSERT_TRUE(numeral);
    EXPECT_FALSE(numeral->value.valid());
    EXPECT_EQ(numeral->end, digits.size());
  }
}

TEST(Numeral, ReadsBackEveryNumberItPrints) {
  for (int64_t whole = 0; whole < 2'000'000'000; whole = whole * 3 + 7) {
    for (int scale = 0; scale <= 4; ++scale) {
      const Decimal value = Decimal::FromParts(whole, scale);
      const Characters text(value.ToString());
      const auto numeral = ReadArabic(text, 0);
      ASSERT_TRUE(numeral);
      EXPECT_EQ(numeral->value, value);
      EXPECT_EQ(numeral->value.scale(), scale);
      EXPECT_EQ(numeral->end, text.size());
    }
  }
}

}  // namespace
}  // namespace crossfoot::normalize
