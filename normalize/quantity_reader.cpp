// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/quantity_reader.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace crossfoot::normalize {
namespace {

struct Modifier {
  std::u32string_view words;
  Widening widening;
  Qualifier qualifier;
};

// Longer before shorter where one ends like the other.
constexpr Modifier kBefore[] = {
    {U"大约", Widening::kAbout, Qualifier::kAbout},
    {U"约为", Widening::kAbout, Qualifier::kAbout},
    {U"约", Widening::kAbout, Qualifier::kAbout},
    {U"接近", Widening::kNear, Qualifier::kAbout},
    {U"将近", Widening::kNear, Qualifier::kAbout},
    {U"近", Widening::kNear, Qualifier::kAbout},
    {U"不超过", Widening::kBelow, Qualifier::kAtMost},
    {U"未超过", Widening::kBelow, Qualifier::kAtMost},
    {U"不高于", Widening::kBelow, Qualifier::kAtMost},
    {U"不大于", Widening::kBelow, Qualifier::kAtMost},
    {U"不多于", Widening::kBelow, Qualifier::kAtMost},
    {U"小于等于", Widening::kBelow, Qualifier::kAtMost},
    {U"至多", Widening::kBelow, Qualifier::kAtMost},
    {U"最多", Widening::kBelow, Qualifier::kAtMost},
    {U"最高", Widening::kBelow, Qualifier::kAtMost},
    {U"≤", Widening::kBelow, Qualifier::kAtMost},
    {U"≦", Widening::kBelow, Qualifier::kAtMost},
    {U"<=", Widening::kBelow, Qualifier::kAtMost},
    {U"=<", Widening::kBelow, Qualifier::kAtMost},
    {U"<", Widening::kBelow, Qualifier::kAtMost},
    {U"小于", Widening::kBelow, Qualifier::kAtMost},
    {U"低于", Widening::kBelow, Qualifier::kAtMost},
    {U"少于", Widening::kBelow, Qualifier::kAtMost},
    {U"不足", Widening::kBelow, Qualifier::kAtMost},
    {U"不到", Widening::kBelow, Qualifier::kAtMost},
    {U"不低于", Widening::kAbove, Qualifier::kAtLeast},
    {U"不少于", Widening::kAbove, Qualifier::kAtLeast},
    {U"不小于", Widening::kAbove, Qualifier::kAtLeast},
    {U"大于等于", Widening::kAbove, Qualifier::kAtLeast},
    {U"至少", Widening::kAbove, Qualifier::kAtLeast},
    {U"最少", Widening::kAbove, Qualifier::kAtLeast},
    {U"≥", Widening::kAbove, Qualifier::kAtLeast},
    {U"≧", Widening::kAbove, Qualifier::kAtLeast},
    {U">=", Widening::kAbove, Qualifier::kAtLeast},
    {U"=>", Widening::kAbove, Qualifier::kAtLeast},
    {U">", Widening::kAbove, Qualifier::kMoreThan},
    {U"大于", Widening::kAbove, Qualifier::kMoreThan},
    {U"高于", Widening::kAbove, Qualifier::kMoreThan},
    {U"多于", Widening::kAbove, Qualifier::kMoreThan},
    {U"超过", Widening::kAbove, Qualifier::kMoreThan},
    {U"突破", Widening::kAbove, Qualifier::kMoreThan},
    {U"逾", Widening::kAbove, Qualifier::kMoreThan},
    {U"超", Widening::kAbove, Qualifier::kMoreThan},
    {U"累计", Widening::kNone, Qualifier::kCumulative},
};

constexpr Modifier kAfter[] = {
    {U"左右", Widening::kAbout, Qualifier::kAbout},
    {U"上下", Widening::kAbout, Qualifier::kAbout},
    {U"及以上", Widening::kAbove, Qualifier::kAtLeast},
    {U"(含)以上", Widening::kAbove, Qualifier::kAtLeast},
    {U"以上", Widening::kAbove, Qualifier::kAtLeast},
    {U"及以下", Widening::kBelow, Qualifier::kAtMost},
    {U"(含)以下", Widening::kBelow, Qualifier::kAtMost},
    {U"以下", Widening::kBelow, Qualifier::kAtMost},
    {U"以内", Widening::kBelow, Qualifier::kAtMost},
    {U"之内", Widening::kBelow, Qualifier::kAtMost},
};

void Apply(const Modifier& modifier, Reading* reading) {
  reading->qualifiers = reading->qualifiers | modifier.qualifier;
  if (reading->widening == Widening::kNone || modifier.widening == Widening::kAbove ||
      modifier.widening == Widening::kBelow) {
    reading->widening = modifier.widening;
  }
}

// 最近10年, 附近3家, 就近: no approximation.
bool IsModifierInAWord(const Characters& text, size_t begin, std::u32string_view words) {
  const char32_t before = text.Before(begin);
  if (words == U"近") {
    return before == U'最' || before == U'附' || before == U'就' || before == U'临';
  }
  if (words == U"约") {
    return before == U'节' || before == U'公' || before == U'合' || before == U'预' ||
           before == U'签' || before == U'条';
  }
  if (words == U"高于" || words == U"低于" || words == U"少于" || words == U"多于" ||
      words == U"大于" || words == U"小于") {
    return before == U'不';  // said by the longer phrase
  }
  return false;
}

void ReadModifiersBefore(const Characters& text, size_t floor, Reading* reading) {
  for (int round = 0; round < 3; ++round) {
    const size_t end = text.SkipBlanksBack(reading->context_begin);
    const Modifier* best = nullptr;
    const char32_t last = text.Before(end);
    for (const Modifier& modifier : kBefore) {
      if (modifier.words.back() == last && end >= floor + modifier.words.size() &&
          text.MatchBefore(end, modifier.words) &&
          !IsModifierInAWord(text, end - modifier.words.size(), modifier.words) &&
          (best == nullptr || modifier.words.size() > best->words.size())) {
        best = &modifier;
      }
    }
    if (best == nullptr) {
      return;
    }
    Apply(*best, reading);
    reading->context_begin = end - best->words.size();
  }
}

// `100%>结果`: a bound printed before what it bounds.
void ReadMirroredComparison(const Characters& text, Reading* reading) {
  const size_t i = text.SkipBlanks(reading->end);
  const char32_t sign = text[i];
  const bool closed = text[i + 1] == U'=';
  const char32_t next = text[text.SkipBlanks(closed ? i + 2 : i + 1)];
  if (next == 0 || DigitValue(next) >= 0) {
    return;
  }
  if (sign == U'>' || sign == U'≥' || sign == U'≧') {
    Apply({U"", Widening::kBelow, Qualifier::kAtMost}, reading);
  } else if (sign == U'<' || sign == U'≤' || sign == U'≦') {
    Apply({U"", Widening::kAbove, Qualifier::kAtLeast}, reading);
  }
}

void ReadModifiersAfter(const Characters& text, Reading* reading) {
  const size_t i = text.SkipBlanks(reading->end);
  for (const Modifier& modifier : kAfter) {
    if (modifier.words.front() == text[i] && text.Match(i, modifier.words)) {
      Apply(modifier, reading);
      reading->end = i + modifier.words.size();
      return;
    }
  }
  ReadMirroredComparison(text, reading);
}

// 余 多 来 after the digits, where the rest of a quantity follows.
bool TakeSurplus(const Characters& text, size_t* i, Reading* reading) {
  const size_t at = text.SkipBlanks(*i);
  const char32_t code = text[at];
  if (code != U'余' && code != U'多' && code != U'来') {
    return false;
  }
  if (code == U'余' && text[at + 1] == U'额') {
    return false;
  }
  Apply({U"", Widening::kMore, Qualifier::kMoreThan}, reading);
  *i = at + 1;
  return true;
}

struct Magnitude {
  std::u32string_view words;
  std::string_view printed;
  int power;
};

constexpr Magnitude kMagnitudes[] = {
    {U"万亿", "万亿", 12}, {U"千亿", "千亿", 11}, {U"百亿", "百亿", 10}, {U"十亿", "十亿", 9},
    {U"亿", "亿", 8},      {U"千万", "千万", 7},  {U"百万", "百万", 6},  {U"十万", "十万", 5},
    {U"万", "万", 4},      {U"千", "千", 3},      {U"百", "百", 2},
};

// 万, 百万, 亿 … at `i`, if it is one: not the 百 of 百分.
const Magnitude* MagnitudeAt(const Characters& text, size_t i) {
  for (const Magnitude& magnitude : kMagnitudes) {
    if (magnitude.words.front() == text[i] && text.Match(i, magnitude.words)) {
      const char32_t next = text[i + magnitude.words.size()];
      return magnitude.words == U"百" && next == U'分' ? nullptr : &magnitude;
    }
  }
  return nullptr;
}

// What stands behind the digits: [余] [万] [余] unit. Moves `end` past what it took.
void ReadUnit(const Characters& text, const Lexicon& lexicon, Reading* reading) {
  size_t i = reading->end;
  const Lexicon::UnitHit direct = lexicon.UnitAt(text, text.SkipBlanks(i));
  const bool surplus = direct.length == 0 && TakeSurplus(text, &i, reading);
  size_t unit_at = text.SkipBlanks(i);
  const Lexicon::UnitHit plain = surplus ? lexicon.UnitAt(text, unit_at) : direct;
  const Magnitude* magnitude =
      plain.length > 1 || reading->numeral.chinese ? nullptr : MagnitudeAt(text, unit_at);
  if (magnitude == nullptr) {
    if (plain.length > 0) {
      reading->unit = *plain.unit;
      reading->end = unit_at + plain.length;
    } else {
      reading->end = i;
    }
    return;
  }
  reading->end = unit_at + magnitude->words.size();
  size_t after = reading->end;
  TakeSurplus(text, &after, reading);
  const Lexicon::UnitHit base = lexicon.UnitAt(text, text.SkipBlanks(after));
  const std::string printed(magnitude->printed);
  const Decimal factor = Decimal::PowerOfTen(magnitude->power);
  if (base.length == 0) {
    reading->unit = Unit{printed, Dimension::kNone, factor, UnitSource::kBeside};
    reading->end = after;
    return;
  }
  reading->end = text.SkipBlanks(after) + base.length;
  const std::string symbol = printed + base.unit->symbol;
  if (auto standard = StandardUnit(symbol)) {
    reading->unit = *standard;
  } else {
    reading->unit =
        Unit{symbol, base.unit->dimension, base.unit->factor * factor, UnitSource::kBeside};
  }
}

// - － − △ 负 before the digits. A dash after another figure, a letter or a closing bracket is a
// subtraction, a range or a name.
void ReadSign(const Characters& text, size_t floor, Reading* reading) {
  size_t at = text.SkipBlanksBack(reading->begin);
  if (at <= floor) {
    return;
  }
  // A currency sign may stand between sign and digits.
  const char32_t currency = text[at - 1];
  if (currency == U'￥' || currency == U'¥' || currency == U'$') {
    reading->unit = currency == U'$' ? Unit{"$", Dimension::kForeignMoney, 1, UnitSource::kBeside}
                                     : Unit{currency == U'¥' ? "¥" : "￥", Dimension::kMoney, 1,
                                            UnitSource::kBeside};
    reading->begin = --at;
  }
  if (at <= floor) {
    return;
  }
  const char32_t sign = text[at - 1];
  const size_t before = text.SkipBlanksBack(at - 1);
  const char32_t left = text.Before(before);
  const bool after_operand = before == floor && floor > 0;
  const bool after_name = (left >= U'a' && left <= U'z') || (left >= U'A' && left <= U'Z') ||
                          DigitValue(left) >= 0 || left == U')' || left == U'%' || left == U']';
  bool negative = false;
  switch (sign) {
    case U'-':
    case U'−':
    case U'﹣':
    case U'–':
      negative = !after_operand && !after_name && (sign != U'–' || before == 0);
      break;
    case U'△':
    case U'▲':
      negative = true;
      break;
    case U'负':
      negative = left != U'担' && left != U'抱' && left != U'欺';
      break;
    default:
      break;
  }
  if (negative) {
    reading->begin = at - 1;
    reading->value = -reading->value;
    if (sign == U'负' || sign == U'△' || sign == U'▲') {
      reading->qualifiers = reading->qualifiers | Qualifier::kNegatedInWords;
    }
  }
}

// (1,234) as a whole cell is minus 1,234, as accountants print it; (5) may be a list number.
void ReadNegatingBrackets(const Characters& text, Reading* reading) {
  const size_t open = text.SkipBlanksBack(reading->begin);
  const size_t close = text.SkipBlanks(reading->end);
  if (text.Before(open) != U'(' || text[close] != U')' || text.SkipBlanksBack(open - 1) != 0 ||
      text.SkipBlanks(close + 1) != text.size()) {
    return;
  }
  if (reading->numeral.grouped || reading->numeral.last_place < 0 ||
      reading->numeral.whole_digits > 2) {
    reading->value = -reading->value;
    reading->qualifiers = reading->qualifiers | Qualifier::kNegatedInWords;
    reading->begin = open - 1;
    reading->end = close + 1;
  }
}

Reading Start(const Numeral& numeral) {
  Reading reading;
  reading.begin = reading.context_begin = numeral.begin;
  reading.end = numeral.end;
  reading.is_quantity = true;
  reading.numeral = numeral;
  reading.value = numeral.value;
  if (numeral.chinese) {
    reading.qualifiers = Qualifier::kChineseNumeral;
  }
  return reading;
}

std::optional<Numeral> ReadEither(const Characters& text, size_t i) {
  auto numeral = ReadArabic(text, i);
  return numeral ? numeral : ReadChinese(text, i);
}

// 百分之十五, 千分之三: the unit stands first.
std::optional<Reading> ReadPerHundred(const Characters& text, size_t i) {
  const bool percent = text.Match(i, U"百分之");
  if (!percent && !text.Match(i, U"千分之")) {
    return std::nullopt;
  }
  const size_t number_at = text.SkipBlanks(i + 3);
  auto numeral = ReadEither(text, number_at);
  if (!numeral && text[number_at] != U'百') {
    return std::nullopt;
  }
  Reading reading = Start(*numeral);
  // 百分之三点五
  if (numeral->chinese && text[numeral->end] == U'点' &&
      ChineseDigit(text[numeral->end + 1]) >= 0) {
    size_t at = numeral->end + 1;
    for (int place = -1; ChineseDigit(text[at]) >= 0 && place > -20; ++at, --place) {
      reading.value += Decimal(ChineseDigit(text[at])) * Decimal::PowerOfTen(place);
      reading.numeral.last_place = reading.numeral.round_place = place;
    }
    reading.end = reading.numeral.end = at;
  }
  reading.begin = reading.context_begin = i;
  reading.unit = Unit{percent ? "百分之" : "千分之", Dimension::kRatio,
                      Decimal::PowerOfTen(percent ? -2 : -3), UnitSource::kBeside};
  return reading;
}

// 翻一番 is a rise by 1, 翻两番 by 3: 2^n - 1. Beyond two the factor has no use here.
std::optional<Reading> ReadDoubling(const Characters& text, size_t i) {
  if (text[i] != U'翻') {
    return std::nullopt;
  }
  const auto numeral = ReadEither(text, text[i + 1] == U'了' ? i + 2 : i + 1);
  if (!numeral || text[numeral->end] != U'番') {
    return std::nullopt;
  }
  Reading reading = Start(*numeral);
  reading.begin = reading.context_begin = i;
  reading.end = numeral->end + 1;
  reading.qualifiers = reading.qualifiers | Qualifier::kIncrease;
  const bool known = numeral->value == Decimal(1) || numeral->value == Decimal(2);
  reading.unit = Unit{"番", known ? Dimension::kRatio : Dimension::kOther,
                      numeral->value == Decimal(2) ? Decimal::FromParts(15, 1) : Decimal(1),
                      UnitSource::kBeside};
  return reading;
}

// 三分之二, 1/3: a ratio of two small whole numbers. Its value is cut to 18 digits.
std::optional<Reading> ReadFraction(const Characters& text, size_t i, size_t floor) {
  // Three digits at most, then / or 分之: most figures are done with here.
  constexpr size_t kLongest = 5;
  size_t sign = i;
  while (sign < i + kLongest && text[sign] != U'/' && text[sign] != U'分') {
    ++sign;
  }
  if (sign == i + kLongest) {
    return std::nullopt;
  }
  const auto first = ReadEither(text, i);
  if (!first || first->last_place != 0 || first->by_digits || first->whole_digits > 3) {
    return std::nullopt;
  }
  const bool words = text.Match(first->end, U"分之");
  if (!words && (text[first->end] != U'/' || first->chinese || floor == i)) {
    return std::nullopt;
  }
  const auto second = ReadEither(text, words ? first->end + 2 : first->end + 1);
  if (!second || second->last_place != 0 || second->whole_digits > 3) {
    return std::nullopt;
  }
  const Decimal& top = words ? second->value : first->value;
  const Decimal& bottom = words ? first->value : second->value;
  const char32_t next = text[text.SkipBlanks(second->end)];
  if (bottom.IsZero() || top >= bottom ||
      (!words && (next == U'/' || next == U'*' || next == U'×' || next == U'='))) {
    return std::nullopt;
  }
  Reading reading = Start(*first);
  reading.end = second->end;
  reading.value = Decimal::Divide(top, bottom, 18, Rounding::kHalfAway).Normalized();
  reading.numeral.last_place = reading.numeral.round_place = -reading.value.scale();
  reading.unit = Unit{"", Dimension::kRatio, 1, UnitSource::kBeside};
  return reading;
}

}  // namespace

std::optional<Reading> ReadQuantity(const Characters& text, size_t i, const Lexicon& lexicon,
                                    size_t floor, bool in_cell) {
  std::optional<Reading> reading = ReadPerHundred(text, i);
  if (!reading) {
    reading = ReadDoubling(text, i);
  }
  if (!reading) {
    reading = ReadFraction(text, i, floor);
  }
  const bool has_unit = reading.has_value();
  if (!reading) {
    const auto numeral = ReadEither(text, i);
    if (!numeral) {
      return std::nullopt;
    }
    reading = Start(*numeral);
  }
  ReadSign(text, floor, &*reading);
  if (!has_unit && reading->unit.symbol.empty()) {
    ReadUnit(text, lexicon, &*reading);
  }
  if (reading->numeral.chinese && reading->unit.source == UnitSource::kNone) {
    return std::nullopt;
  }
  reading->context_begin = reading->begin;
  ReadModifiersAfter(text, &*reading);
  ReadModifiersBefore(text, floor, &*reading);
  if (in_cell) {
    ReadNegatingBrackets(text, &*reading);
    reading->context_begin = std::min(reading->context_begin, reading->begin);
  }
  return reading;
}

}  // namespace crossfoot::normalize
