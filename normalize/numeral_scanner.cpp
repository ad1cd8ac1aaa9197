// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/numeral_scanner.h"

#include <algorithm>

#include "base/utf8.h"
#include "normalize/date_reader.h"
#include "normalize/label_number.h"
#include "normalize/quantity_reader.h"

namespace crossfoot::normalize {
namespace {

bool MayBeginNumeral(char32_t code) {
  return DigitValue(code) >= 0 || BeginsChinese(code) || code == U'第' || code == U'翻' ||
         (code >= 0x2160 && code <= 0x216B) || (code >= 0x2460 && code <= 0x249B) ||
         (code >= 0x2776 && code <= 0x277F) || (code >= 0x3220 && code <= 0x3229);
}

// A Chinese numeral with 数, 几 or 若干 before it counts nothing exactly: 数十家, 几百人.
bool IsVague(const Characters& text, size_t i) {
  const char32_t before = text.Before(i);
  return (before == U'数' || before == U'几') && ChineseDigit(text[i]) < 0;
}

// 一家医院, 一个整体: the article, not a count, unless words of counting stand before it.
bool IsArticle(const Characters& text, const Reading& reading) {
  if (!reading.numeral.chinese || reading.numeral.end != reading.numeral.begin + 1 ||
      reading.unit.dimension != Dimension::kCount) {
    return false;
  }
  if (text[reading.numeral.begin] == U'二') {
    return true;  // two things are 两; 二次 and 二类 say which
  }
  if (!(reading.value == Decimal(1))) {
    return false;
  }
  switch (text.Before(text.SkipBlanksBack(reading.context_begin))) {
    case U'共':
    case U'有':
    case U'为':
    case U'计':
    case U'达':
    case U'各':
    case U'仅':
    case U'加':
    case U'少':
      return false;
    default:
      return true;
  }
}

// “5.21、6.14”, “三公”: quotes opened shortly before and closed shortly after.
bool StandsInQuotes(const Characters& text, const Reading& reading) {
  constexpr size_t kLongestName = 16;
  const auto quote = [&](size_t i) {
    const char32_t code = text[i];
    return code == U'“' || code == U'‘' || code == U'「'   ? 1
           : code == U'”' || code == U'’' || code == U'」' ? -1
                                                           : 0;
  };
  int opened = 0;
  for (size_t back = 1; back <= kLongestName && back <= reading.begin && opened == 0; ++back) {
    opened = quote(reading.begin - back);
  }
  int closed = 0;
  const size_t limit = std::min(text.size(), reading.end + kLongestName);
  for (size_t i = reading.end; i < limit && closed == 0; ++i) {
    closed = quote(i);
  }
  return opened > 0 && closed < 0;
}

// 十分 重要, 百分比: words, though 十 and 百 are numbers and 分 a unit.
bool IsWordOfTens(const Reading& reading) {
  return reading.numeral.chinese && reading.unit.symbol == "分" &&
         reading.numeral.end == reading.numeral.begin + 1 && reading.numeral.last_place > 0;
}

bool IsRangeSign(char32_t code) {
  return code == U'-' || code == U'–' || code == U'—' || code == U'~' || code == U'至' ||
         code == U'～' || code == U'到';
}

bool IsArithmetic(char32_t code) {
  return code == U'/' || code == U'*' || code == U'×' || code == U'÷' || code == U'=' ||
         code == U'+';
}

// 10-15, 10—15万元, 100%—81%: two ends of one range. A dash between two figures of a formula is a
// subtraction, 从3人到5人 a change.
void JoinRange(const Characters& text, Reading* a, Reading* b) {
  const size_t sign = text.SkipBlanks(a->end);
  if (!IsRangeSign(text[sign]) || text.SkipBlanks(sign + 1) != b->begin) {
    return;
  }
  if (!a->unit.symbol.empty() && a->unit.symbol != b->unit.symbol) {
    return;
  }
  const size_t left = text.SkipBlanksBack(a->begin);
  const size_t right = text.SkipBlanks(b->end);
  const char32_t before = text.Before(left);
  const char32_t after = text[right];
  const bool dash = text[sign] == U'-' || text[sign] == U'–';
  if (IsArithmetic(before) || IsArithmetic(after) || before == U'从' || before == U'由' ||
      (dash && !(a->value < b->value)) ||
      (after == U')' && IsArithmetic(text[text.SkipBlanks(right + 1)]))) {
    return;
  }
  if (a->unit.symbol.empty()) {
    a->unit = b->unit;
  }
  const bool rising = !(b->value < a->value);
  a->qualifiers = a->qualifiers | (rising ? Qualifier::kRangeLow : Qualifier::kRangeHigh);
  b->qualifiers = b->qualifiers | (rising ? Qualifier::kRangeHigh : Qualifier::kRangeLow);
}

Reading Set(Reading reading, MentionKind kind) {
  reading.is_quantity = false;
  reading.mention = kind;
  return reading;
}

}  // namespace

std::vector<Reading> ReadNumerals(const Characters& text, const Lexicon& lexicon, bool in_cell) {
  std::vector<Reading> readings;
  size_t floor = 0;
  for (size_t i = 0; i < text.size();) {
    if (!MayBeginNumeral(text[i])) {
      ++i;
      continue;
    }
    std::optional<Reading> reading = ReadDate(text, i);
    if (!reading) {
      reading = ReadLabelNumber(text, i, lexicon, in_cell);
    }
    if (!reading && !(BeginsChinese(text[i]) && IsVague(text, i))) {
      reading = ReadQuantity(text, i, lexicon, floor, in_cell);
      if (reading && (reading->unit.symbol.empty() || reading->numeral.chinese) &&
          StandsInQuotes(text, *reading)) {
        reading = Set(*reading, MentionKind::kName);
      } else if (reading && IsWordOfTens(*reading)) {
        reading.reset();
      } else if (reading && IsArticle(text, *reading)) {
        reading = Set(*reading, MentionKind::kOther);
      } else if (reading && !reading->value.valid()) {
        reading = Set(*reading, MentionKind::kIdentifier);
      }
    }
    if (!reading) {
      // A word: step over its whole numeral, so that 二百 in it is not read as 百.
      const auto numeral = ReadChinese(text, i);
      i = numeral ? numeral->end : i + 1;
      continue;
    }
    reading->begin = std::max(reading->begin, floor);
    i = floor = std::max(reading->end, i + 1);
    readings.push_back(std::move(*reading));
    if (readings.size() > 1 && readings.back().is_quantity) {
      Reading& previous = readings[readings.size() - 2];
      if (previous.is_quantity) {
        JoinRange(text, &previous, &readings.back());
      }
    }
  }
  return readings;
}

}  // namespace crossfoot::normalize
