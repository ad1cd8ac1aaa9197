// SPDX-License-Identifier: GPL-3.0-or-later
//
// One written number (数字): its exact value, and to which place it was printed.
//
//   1,234.56 · １２３．４ · 1，234 · 392. 92 · 3 , 828     Arabic, with the blanks typesetting puts
//   in 二十三万五千 · 一百零五 · 两千 · 二〇二三 · 壹拾伍       Chinese, by place or digit by digit
//
// Only the digits: what sign, unit or qualifier stands beside them is read by quantity_reader.h,
// and whether they are a quantity at all is told there too. Linear in the digits. More than
// Decimal::kMaxDigits digits give a Numeral whose value is not valid().
//
// Tested by tests/normalize/numeral_test.cpp.
#pragma once

#include <cstddef>
#include <optional>

#include "base/decimal.h"
#include "normalize/characters.h"

namespace crossfoot::normalize {

struct Numeral {
  size_t begin = 0;  // characters
  size_t end = 0;
  Decimal value;
  int last_place = 0;   // the place of the last printed digit, as a power of ten: -2 for 26.60
  int round_place = 0;  // the place of the last digit that is not 0: 2 for 3500
  int whole_digits = 0;
  int small_value = -1;  // the whole part, where it is at most 999
  bool chinese = false;
  bool by_digits = false;     // 二〇二三: read digit by digit
  bool myriads = false;       // a Chinese numeral with 万 or 亿 in it
  bool grouped = false;       // thousands were set apart
  bool leading_zero = false;  // 0301
};

// The Arabic number whose first digit is character `i`; nullopt if there is no digit.
std::optional<Numeral> ReadArabic(const Characters& text, size_t i);
// The Chinese number that begins at character `i`, as long as it goes. nullopt if there is none.
std::optional<Numeral> ReadChinese(const Characters& text, size_t i);

// 〇一…九 (两 is 2, 壹贰… count too): the digit's value, or -1.
int ChineseDigit(char32_t code);
// Character may begin a Chinese numeral: a digit or 十 百 千 拾 佰 仟.
bool BeginsChinese(char32_t code);

}  // namespace crossfoot::normalize
