// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/period.h"

#include <algorithm>

namespace crossfoot::normalize {
namespace {

// 比 较 与 同 for what stands at `i`: with what follows it, the base of a comparison.
bool IsComparedWith(const Characters& text, size_t i) {
  switch (text.Before(text.SkipBlanksBack(i))) {
    case U'比':
    case U'较':
    case U'与':
    case U'和':
    case U'跟':
    case U'同':
    case U'于':  // 相较于, 低于
    case U'对':
      return true;
    default:
      return false;
  }
}

bool Contains(const Characters& text, size_t begin, size_t end, std::u32string_view words,
              size_t* at) {
  const std::u32string_view span = text.Folded(begin, std::max(begin, end));
  const size_t found = span.find(words);
  *at = begin + found;
  return found != std::u32string_view::npos;
}

// 年末 and the like in the words, unless a carry-over or budget makes them a name.
Period::Kind PointIn(const Characters& text, size_t begin, size_t end) {
  size_t at = 0;
  for (const std::u32string_view words : {U"年末", U"年底", U"期末", U"年终"}) {
    if (Contains(text, begin, end, words, &at) && !text.Match(at, U"年终完成")) {
      return Period::Kind::kYearEnd;
    }
  }
  if (Contains(text, begin, end, U"上半年", &at)) {
    return Period::Kind::kHalfYear;
  }
  for (const std::u32string_view words :
       {U"年初结转", U"年初结余", U"年初数", U"年初余额", U"期初", U"年初财政拨款结转"}) {
    if (Contains(text, begin, end, words, &at)) {
      return Period::Kind::kYearStart;
    }
  }
  return Period::Kind::kYear;
}

}  // namespace

Period PeriodOfMention(const Characters& text, const Reading& mention) {
  Period period;
  if (mention.year == 0 || IsComparedWith(text, mention.begin)) {
    return period;
  }
  period.year = mention.year;
  period.kind = Period::Kind::kYear;
  period.stated = true;
  const size_t after = text.SkipBlanks(mention.end);
  if (mention.month == 12 && mention.day == 31) {
    period.kind = Period::Kind::kYearEnd;
  } else if (mention.month == 1 && mention.day == 1) {
    period.kind = Period::Kind::kYearStart;
  } else if (mention.month > 0 || text.Match(after, U"第")) {
    period.kind = Period::Kind::kDate;
  } else if (text[after] == U'末' || text[after] == U'底') {
    period.kind = Period::Kind::kYearEnd;
  } else if (text.Match(after, U"上半年")) {
    period.kind = Period::Kind::kHalfYear;
  }
  return period;
}

Period PeriodOfBase(const Characters& text, const std::vector<Reading>& readings, size_t index,
                    int report_year) {
  size_t end = text.SkipBlanksBack(readings[index].begin);
  // What may stand between the year and the figure, longest first.
  for (const std::u32string_view between :
       {U"年度决算数的", U"年决算数的", U"决算数的", U"支出数的", U"预算数的", U"决算数", U"执行数",
        U"支出数", U"预算数", U"同期数", U"同期的", U"度的", U"同期", U"支出", U"数", U"度",
        U"的"}) {
    if (end >= between.size() && text.Match(end - between.size(), between)) {
      end = text.SkipBlanksBack(end - between.size());
      break;
    }
  }
  if (index > 0 && !readings[index - 1].is_quantity && readings[index - 1].year != 0 &&
      readings[index - 1].end == end && IsComparedWith(text, readings[index - 1].begin)) {
    return {readings[index - 1].year, Period::Kind::kYear, true};
  }
  for (const std::u32string_view words : {U"上年", U"去年"}) {
    if (report_year != 0 && end >= words.size() && text.Match(end - words.size(), words) &&
        IsComparedWith(text, end - words.size())) {
      return {report_year - 1, Period::Kind::kYear, true};
    }
  }
  return {};
}

Period PeriodIn(const Characters& text, size_t begin, size_t end,
                const std::vector<Reading>& readings, int report_year) {
  Period period;
  const auto first = std::partition_point(readings.begin(), readings.end(),
                                          [&](const Reading& r) { return r.begin < begin; });
  for (auto reading = first; reading != readings.end() && reading->end <= end; ++reading) {
    if (!reading->is_quantity) {
      const Period said = PeriodOfMention(text, *reading);
      period = said.kind == Period::Kind::kUnknown ? period : said;
    }
  }
  const Period::Kind point = PointIn(text, begin, end);
  if (period.year != 0) {
    period.kind = period.kind == Period::Kind::kYear ? point : period.kind;
    return period;
  }
  size_t at = 0;
  for (const std::u32string_view words : {U"上年", U"去年"}) {
    if (Contains(text, begin, end, words, &at) && !IsComparedWith(text, at) &&
        !text.Match(at, U"上年结转") && !text.Match(at, U"上年结余")) {
      return {report_year == 0 ? 0 : report_year - 1, point, report_year != 0};
    }
  }
  for (const std::u32string_view words : {U"本年", U"今年", U"当年"}) {
    if (Contains(text, begin, end, words, &at) && !IsComparedWith(text, at)) {
      return {report_year, point, report_year != 0};
    }
  }
  if (point != Period::Kind::kYear) {
    return {report_year, point, false};
  }
  return period;
}

}  // namespace crossfoot::normalize
