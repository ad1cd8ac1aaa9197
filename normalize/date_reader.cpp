// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/date_reader.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace crossfoot::normalize {
namespace {

struct Part {
  int value = -1;
  size_t end = 0;
  int digits = 0;
  explicit operator bool() const { return value >= 0; }
};

// Arabic digits, at most `most` of them and no more follow.
Part Digits(const Characters& text, size_t i, int most) {
  Part part{0, i, 0};
  while (DigitValue(text[part.end]) >= 0) {
    if (++part.digits > most) {
      return {};
    }
    part.value = part.value * 10 + DigitValue(text[part.end]);
    ++part.end;
  }
  return part.digits > 0 ? part : Part{};
}

// The same in either script: 12, 十二.
Part Either(const Characters& text, size_t i, int most) {
  if (const Part part = Digits(text, i, most)) {
    return part;
  }
  const auto numeral = ReadChinese(text, i);
  if (!numeral || numeral->by_digits || numeral->value > Decimal(31)) {
    return {};
  }
  for (int value = 1; value <= 31; ++value) {
    if (numeral->value == Decimal(value)) {
      return {value, numeral->end, 0};
    }
  }
  return {};
}

bool IsYear(int value) { return value >= 1900 && value <= 2099; }

Part YearDigits(const Characters& text, size_t i) {
  Part year = Digits(text, i, 4);
  if (!year) {
    const auto numeral = ReadChinese(text, i);
    if (numeral && numeral->by_digits && numeral->whole_digits == 4) {
      year = {0, numeral->end, 4};
      for (size_t at = i; at < numeral->end; ++at) {
        year.value = year.value * 10 + ChineseDigit(text[at]);
      }
    }
  }
  return year && year.digits == 4 && IsYear(year.value) ? year : Part{};
}

bool IsDash(char32_t code) {
  return code == U'-' || code == U'—' || code == U'–' || code == U'~' || code == U'至' ||
         code == U'−';
}

Reading Date(size_t begin, size_t end, int year, int month, int day) {
  Reading reading;
  reading.begin = reading.context_begin = begin;
  reading.end = end;
  reading.mention = month > 0 ? MentionKind::kDate : MentionKind::kYear;
  reading.year = year;
  reading.month = month;
  reading.day = day;
  return reading;
}

// M月, M月D日, from `i`; with what year it belongs to.
std::optional<Reading> MonthAndDay(const Characters& text, size_t begin, size_t i, int year) {
  const Part month = Either(text, i, 2);
  if (!month || month.value < 1 || month.value > 12) {
    return std::nullopt;
  }
  size_t end = text.SkipBlanks(month.end);
  // 1-12月: a span of months, told by its second.
  if (IsDash(text[end])) {
    const Part last = Either(text, text.SkipBlanks(end + 1), 2);
    const size_t sign = last ? text.SkipBlanks(last.end) : 0;
    if (!last || last.value > 12 || text[sign] != U'月') {
      return std::nullopt;
    }
    return Date(begin, sign + 1, year, last.value, 0);
  }
  if (text[end] != U'月') {
    return std::nullopt;
  }
  ++end;
  if (const Part day = Either(text, text.SkipBlanks(end), 2); day && day.value <= 31) {
    const size_t sign = text.SkipBlanks(day.end);
    if (text[sign] == U'日' || text[sign] == U'号') {
      return Date(begin, sign + 1, year, month.value, day.value);
    }
  }
  return Date(begin, text[end] == U'份' ? end + 1 : end, year, month.value, 0);
}

// 3、6、9、12月: each is a month. `1、6月底前` is an item: words must stand before.
std::optional<Reading> MonthInAList(const Characters& text, size_t i) {
  constexpr int kMostMonths = 12;
  if (!IsHan(text.Before(i)) && text.Before(i) != U'、') {
    return std::nullopt;
  }
  const Part first = Digits(text, i, 2);
  Part month = first;
  for (int n = 1; n < kMostMonths && month && month.value >= 1 && month.value <= 12; ++n) {
    const size_t after = text.SkipBlanks(month.end);
    if (text[after] == U'月') {
      return n > 1 ? std::optional(Date(i, first.end, 0, first.value, 0)) : std::nullopt;
    }
    if (text[after] != U'、') {
      return std::nullopt;
    }
    month = Digits(text, text.SkipBlanks(after + 1), 2);
  }
  return std::nullopt;
}

// 持续一月, 近三月: how long, not which month.
bool IsSpanOfMonths(const Characters& text, size_t i, const Reading& date) {
  if (ChineseDigit(text[i]) < 0 || date.day != 0 || text.Before(date.end) == U'份') {
    return false;
  }
  constexpr std::u32string_view kBefore[] = {U"持续", U"为期", U"历时", U"近", U"满",
                                             U"长达", U"不到", U"超过", U"约", U"时隔"};
  const size_t before = text.SkipBlanksBack(i);
  return text[date.end] == U'余' || text[date.end] == U'有' ||
         std::any_of(std::begin(kBefore), std::end(kBefore),
                     [&](std::u32string_view words) { return text.MatchBefore(before, words); });
}

// 2023-01-05, 2023/1/5, 2023. 1. 5: the same sign twice.
std::optional<Reading> Separated(const Characters& text, size_t i, const Part& year) {
  const char32_t sign = text[year.end];
  if (sign != U'-' && sign != U'/' && sign != U'.') {
    return std::nullopt;
  }
  const Part month = Digits(text, text.SkipBlanks(year.end + 1), 2);
  if (!month || month.value < 1 || month.value > 12 || text[month.end] != sign) {
    return std::nullopt;
  }
  const Part day = Digits(text, text.SkipBlanks(month.end + 1), 2);
  if (!day || day.value < 1 || day.value > 31) {
    return std::nullopt;
  }
  return Date(i, day.end, year.value, month.value, day.value);
}

// 23年度, 较22年, 23年预算: a year without its century. 任职23年 and 23年来 are spans of time.
Part ShortYear(const Characters& text, size_t i) {
  const Part year = Digits(text, i, 2);
  constexpr int kFirst = 10;
  constexpr int kLast = 39;
  if (!year || year.digits != 2 || year.value < kFirst || year.value > kLast ||
      text[text.SkipBlanks(year.end)] != U'年') {
    return {};
  }
  const size_t after = text.SkipBlanks(text.SkipBlanks(year.end) + 1);
  if (text[after] == U'度') {
    return {2000 + year.value, year.end, 2};
  }
  const size_t before = text.SkipBlanksBack(i);
  constexpr std::u32string_view kBefore[] = {U"较", U"比", U"同比", U"相比", U"截至", U"截止"};
  bool told = std::any_of(std::begin(kBefore), std::end(kBefore), [&](std::u32string_view words) {
    return before >= words.size() && text.Match(before - words.size(), words);
  });
  const bool opens = before == 0 || !IsHan(text[before - 1]);
  constexpr std::u32string_view kAfter[] = {U"预算", U"决算", U"全年", U"年初", U"年末", U"年底",
                                            U"部门", U"整体", U"项目", U"本级", U"财政", U"初",
                                            U"末",   U"底",   U"实际", U"支出", U"收入"};
  told = told || (opens &&
                  std::any_of(std::begin(kAfter), std::end(kAfter),
                              [&](std::u32string_view words) { return text.Match(after, words); }));
  const Part month = told ? Part{} : opens ? Digits(text, after, 2) : Part{};
  told = told || (month && month.value >= 1 && month.value <= 12 && text[month.end] == U'月');
  return told ? Part{2000 + year.value, year.end, 2} : Part{};
}

}  // namespace

std::optional<Reading> ReadDate(const Characters& text, size_t i) {
  if (const char32_t before = text.Before(i); DigitValue(before) >= 0 || before == U'.') {
    // `1.2023年`: a list number that lost its blank; any other digit before makes it no year.
    if (before != U'.' || i < 2 || DigitValue(text[i - 2]) < 0 ||
        (i >= 4 && DigitValue(text[i - 3]) >= 0 && DigitValue(text[i - 4]) >= 0)) {
      return std::nullopt;
    }
  }
  Part year = YearDigits(text, i);
  if (!year) {
    year = ShortYear(text, i);
  }
  if (year) {
    const size_t sign = text.SkipBlanks(year.end);
    if (text[sign] == U'年') {
      if (auto date = MonthAndDay(text, i, text.SkipBlanks(sign + 1), year.value)) {
        return date;
      }
      return Date(i, sign + 1, year.value, 0, 0);
    }
    if (auto date = Separated(text, i, year)) {
      return date;
    }
    // 2021-2023年: each is a year.
    if (IsDash(text[sign])) {
      const Part last = YearDigits(text, text.SkipBlanks(sign + 1));
      if (last && text[text.SkipBlanks(last.end)] == U'年') {
        return Date(i, year.end, year.value, 0, 0);
      }
    }
    return std::nullopt;
  }
  if (auto date = MonthAndDay(text, i, i, 0)) {
    return IsSpanOfMonths(text, i, *date) ? std::nullopt : date;
  }
  if (auto month = MonthInAList(text, i)) {
    return month;
  }
  // 15:30
  const Part hour = Digits(text, i, 2);
  if (hour && hour.value <= 24 && text[hour.end] == U':') {
    const Part minute = Digits(text, hour.end + 1, 2);
    if (minute && minute.digits == 2 && minute.value < 60) {
      Reading time = Date(i, minute.end, 0, 0, 0);
      time.mention = MentionKind::kDate;
      return time;
    }
  }
  return std::nullopt;
}

}  // namespace crossfoot::normalize
