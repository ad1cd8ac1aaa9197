// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/numeral.h"

#include <string>
#include <string_view>

#include "base/utf8.h"

namespace crossfoot::normalize {
namespace {

bool IsDigit(char32_t code) { return code >= U'0' && code <= U'9'; }

size_t DigitsEnd(const Characters& text, size_t i) {
  while (IsDigit(text[i])) {
    ++i;
  }
  return i;
}

// A comma at `i` (blanks around it allowed) and exactly three digits: the index after them, or 0.
size_t GroupEnd(const Characters& text, size_t i) {
  const size_t comma = text.SkipBlanks(i);
  if (text[comma] != U',') {
    return 0;
  }
  const size_t digits = text.SkipBlanks(comma + 1);
  // A blank after a comma that has none before it is the comma of a list: 5, 100.
  if (digits > comma + 1 && comma == i) {
    return 0;
  }
  const size_t end = DigitsEnd(text, digits);
  return end == digits + 3 ? end : 0;
}

// Where the digits after a point at `i` begin, or 0. `392. 92` and `392 .92` are one number;
// whether `2. 5` is one or a list number is asked of what stands before it, by the caller.
size_t FractionBegin(const Characters& text, size_t i) {
  const size_t point = text[i] == U' ' && text[i + 1] == U'.' ? i + 1 : i;
  if (text[point] != U'.') {
    return 0;
  }
  const size_t digits = text.SkipBlanks(point + 1);
  return IsDigit(text[digits]) && digits <= point + 2 ? digits : 0;
}

// Up to three digits as a number, else -1.
int SmallValueOf(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) {
    if (value > 99) {
      return -1;
    }
    value = value * 10 + (digit - '0');
  }
  return value;
}

int PlaceOfLastNonZero(const std::string& whole, const std::string& fraction) {
  for (size_t i = fraction.size(); i > 0; --i) {
    if (fraction[i - 1] != '0') {
      return -static_cast<int>(i);
    }
  }
  for (size_t i = whole.size(); i > 0; --i) {
    if (whole[i - 1] != '0') {
      return static_cast<int>(whole.size() - i);
    }
  }
  return -static_cast<int>(fraction.size());
}

int ChineseUnitPower(char32_t code) {
  switch (code) {
    case U'十':
    case U'拾':
      return 1;
    case U'百':
    case U'佰':
      return 2;
    case U'千':
    case U'仟':
      return 3;
    case U'万':
    case U'萬':
      return 4;
    case U'亿':
    case U'億':
      return 8;
    default:
      return 0;
  }
}

// 二〇二三: digits only, two or more of them.
std::optional<Numeral> ReadByDigits(const Characters& text, size_t i) {
  std::string digits;
  size_t end = i;
  while (ChineseDigit(text[end]) >= 0) {
    digits += static_cast<char>('0' + ChineseDigit(text[end]));
    ++end;
  }
  if (digits.size() < 2 || ChineseUnitPower(text[end]) != 0) {
    return std::nullopt;
  }
  Numeral numeral;
  numeral.begin = i;
  numeral.end = end;
  numeral.value = Decimal::Parse(digits).value_or(Decimal::Invalid());
  numeral.round_place = PlaceOfLastNonZero(digits, "");
  numeral.whole_digits = static_cast<int>(digits.size());
  numeral.small_value = SmallValueOf(digits);
  numeral.chinese = true;
  numeral.by_digits = true;
  return numeral;
}

}  // namespace

int ChineseDigit(char32_t code) {
  switch (code) {
    case U'〇':
    case U'零':
    case U'○':
      return 0;
    case U'一':
    case U'壹':
      return 1;
    case U'二':
    case U'两':
    case U'贰':
      return 2;
    case U'三':
    case U'叁':
      return 3;
    case U'四':
    case U'肆':
      return 4;
    case U'五':
    case U'伍':
      return 5;
    case U'六':
    case U'陆':
      return 6;
    case U'七':
    case U'柒':
      return 7;
    case U'八':
    case U'捌':
      return 8;
    case U'九':
    case U'玖':
      return 9;
    default:
      return -1;
  }
}

bool BeginsChinese(char32_t code) {
  const int power = ChineseUnitPower(code);
  return ChineseDigit(code) >= 0 || (power >= 1 && power <= 3);
}

std::optional<Numeral> ReadArabic(const Characters& text, size_t i) {
  if (!IsDigit(text[i])) {
    return std::nullopt;
  }
  Numeral numeral;
  numeral.begin = i;
  std::string whole;
  const auto take = [&](std::string* into, size_t from, size_t to) {
    for (size_t at = from; at < to; ++at) {
      if (IsDigit(text[at])) {
        *into += static_cast<char>('0' + static_cast<int>(text[at] - U'0'));
      }
    }
  };
  size_t end = DigitsEnd(text, i);
  numeral.leading_zero = text[i] == U'0' && end > i + 1;
  take(&whole, i, end);
  if (end - i <= 3 && text[i] != U'0') {
    for (size_t next = GroupEnd(text, end); next != 0; next = GroupEnd(text, end)) {
      take(&whole, end, next);
      end = next;
      numeral.grouped = true;
    }
  }
  std::string fraction;
  if (const size_t digits = FractionBegin(text, end); digits != 0) {
    end = DigitsEnd(text, digits);
    take(&fraction, digits, end);
  }
  numeral.end = end;
  numeral.whole_digits = static_cast<int>(whole.size());
  numeral.small_value = SmallValueOf(whole);
  numeral.last_place = -static_cast<int>(fraction.size());
  numeral.round_place = PlaceOfLastNonZero(whole, fraction);
  numeral.value = Decimal::Parse(fraction.empty() ? whole : whole + "." + fraction)
                      .value_or(Decimal::Invalid());
  return numeral;
}

std::optional<Numeral> ReadChinese(const Characters& text, size_t i) {
  if (!BeginsChinese(text[i])) {
    return std::nullopt;
  }
  if (const auto digits = ReadByDigits(text, i)) {
    return digits;
  }
  // Sections of four places, closed by 万 or 亿; a section is digits with 十 百 千. Powers fall
  // within a section, so that 一千 · 五百 is one number and 五百 · 一千 are two.
  Numeral numeral;
  numeral.begin = i;
  numeral.chinese = true;
  Decimal total = 0;
  Decimal section = 0;
  int digit = -1;      // waiting for its power
  int last_power = 4;  // of the section so far
  int myriad = 100;    // the last 万 or 亿 used
  int lowest = 0;      // place of the last printed digit
  int bare_place = 0;  // 三百五 is 350, 一万二 is 12000: a bare last digit takes the next place
  size_t at = i;
  for (;; ++at) {
    const char32_t code = text[at];
    const int value = ChineseDigit(code);
    if (value == 0) {
      // 零 only joins: 一百零五.
      if (digit >= 0 || ChineseDigit(text[at + 1]) < 0) {
        break;
      }
      bare_place = 0;
      last_power = 4;
      continue;
    }
    if (value > 0) {
      if (digit >= 0) {
        break;
      }
      digit = value;
      continue;
    }
    const int power = ChineseUnitPower(code);
    if (power == 0) {
      break;
    }
    if (power <= 3) {
      if (power >= last_power || (digit < 0 && power != 1 && at != i)) {
        if (digit >= 0) {
          digit = -1;  // it belongs to the next number: 五百|一千
          --at;
        }
        break;
      }
      section += Decimal(digit < 0 ? 1 : digit) * Decimal::PowerOfTen(power);
      digit = -1;
      last_power = power;
      lowest = power;
      bare_place = power - 1;
    } else {
      if (power >= myriad && !(power == 8 && myriad == 4)) {
        break;
      }
      if (digit >= 0) {
        section += Decimal(digit);
        digit = -1;
      }
      if (section.IsZero() && total.IsZero()) {
        break;
      }
      // 万亿: all so far is multiplied.
      total = power > myriad ? (total + section) * Decimal::PowerOfTen(power)
                             : total + section * Decimal::PowerOfTen(power);
      section = 0;
      last_power = 4;
      lowest = power;
      myriad = power;
      numeral.myriads = true;
      bare_place = power - 1;
    }
  }
  if (digit >= 0) {
    section += Decimal(digit) * Decimal::PowerOfTen(bare_place);
    lowest = bare_place;
  }
  if (at == i) {
    return std::nullopt;
  }
  numeral.end = at;
  numeral.value = total + section;
  numeral.last_place = lowest;
  numeral.round_place = lowest;
  const std::string digits = numeral.value.ToString();
  numeral.whole_digits = static_cast<int>(digits.size());
  numeral.small_value = numeral.value.valid() ? SmallValueOf(digits) : -1;
  return numeral;
}

}  // namespace crossfoot::normalize
