// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/label_number.h"

#include "base/utf8.h"

namespace crossfoot::normalize {
namespace {

Reading Mention(MentionKind kind, size_t begin, size_t end, int ordinal = 0) {
  Reading reading;
  reading.begin = reading.context_begin = begin;
  reading.end = end;
  reading.mention = kind;
  reading.ordinal = ordinal;
  return reading;
}

bool IsDigit(char32_t code) { return code >= U'0' && code <= U'9'; }
bool IsLetter(char32_t code) {
  return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z');
}

size_t DigitsEnd(const Characters& text, size_t i) {
  while (IsDigit(text[i])) {
    ++i;
  }
  return i;
}

// 1 to 999, or 0.
int SmallValue(const Numeral& numeral) {
  return numeral.last_place >= 0 && numeral.small_value > 0 ? numeral.small_value : 0;
}

// ①…⑳ ⑴…⒇ ⒈…⒛ ㈠…㈩ Ⅰ…Ⅻ
int CircledValue(char32_t code) {
  const auto in = [&](char32_t first, int count) {
    return code >= first && code < first + static_cast<char32_t>(count)
               ? static_cast<int>(code - first) + 1
               : 0;
  };
  for (const int value :
       {in(U'①', 20), in(U'⑴', 20), in(U'⒈', 20), in(U'㈠', 10), in(U'Ⅰ', 12), in(U'❶', 10)}) {
    if (value > 0) {
      return value;
    }
  }
  return 0;
}

// A stop, or the beginning of the text, stands before character `i`.
bool FollowsAStop(const Characters& text, size_t i) {
  const size_t back = text.SkipBlanksBack(i);
  if (back == 0) {
    return true;
  }
  switch (text[back - 1]) {
    case U'。':
    case U';':
    case U':':
    case U'!':
    case U'?':
    case U'>':
    case U'*':
    case U'\n':
      return true;
    default:
      return false;
  }
}

// … or a blank, as between two items that were lines once.
bool ItemMayBegin(const Characters& text, size_t i) {
  const size_t back = text.SkipBlanksBack(i);
  return FollowsAStop(text, i) || (back < i && !IsDigit(text[back - 1]));
}

std::optional<Reading> Ordinal(const Characters& text, size_t i) {
  // 第三, 第 16 条 (which names a provision), 第十四届
  const size_t number_at = text.SkipBlanks(i + 1);
  auto numeral = ReadArabic(text, number_at);
  if (!numeral) {
    numeral = ReadChinese(text, number_at);
  }
  if (!numeral) {
    return std::nullopt;
  }
  const size_t after = text.SkipBlanks(numeral->end);
  switch (text[after]) {
    case U'条':
    case U'款':
    case U'章':
    case U'号':
      return Mention(MentionKind::kIdentifier, i, after + 1, SmallValue(*numeral));
    default:
      return Mention(MentionKind::kOrdinal, i, numeral->end, SmallValue(*numeral));
  }
}

// 〔2013〕16 号, [2021]10号, （2019）3号: from the year to 号.
std::optional<Reading> DocumentNumber(const Characters& text, size_t i, const Numeral& year) {
  // Any sign may stand for the brackets: fonts map 〔 〕 to odd places.
  const auto is_sign = [](char32_t code) {
    return code != 0 && !IsHan(code) && !IsDigit(code) && !IsLetter(code) && code != U',' &&
           code != U'。' && !IsBlank(code);
  };
  size_t at = text.SkipBlanks(year.end);
  if (year.whole_digits != 4 || !is_sign(text.Before(text.SkipBlanksBack(i))) ||
      !is_sign(text[at])) {
    return std::nullopt;
  }
  at = text.SkipBlanks(at + 1);
  if (text[at] == U'第') {
    at = text.SkipBlanks(at + 1);
  }
  const size_t end = DigitsEnd(text, at);
  const size_t sign = text.SkipBlanks(end);
  return end > at && text[sign] == U'号'
             ? std::optional(Mention(MentionKind::kIdentifier, i, sign + 1))
             : std::nullopt;
}

// Digits joined by dashes or points into a phone number, version or product name.
std::optional<Reading> Joined(const Characters& text, size_t i, const Numeral& numeral) {
  const size_t digits = DigitsEnd(text, i);
  if (text[digits] == U'-' || text[digits] == U'—' || text[digits] == U'–') {
    const size_t end = DigitsEnd(text, digits + 1);
    if (end - digits - 1 >= 7 || (text[i] == U'0' && end - digits - 1 >= 4 && digits - i > 1)) {
      return Mention(MentionKind::kIdentifier, i, end);
    }
    if (text[end] == U'-' && end > digits + 1 && DigitsEnd(text, end + 1) >= end + 5) {
      return Mention(MentionKind::kIdentifier, i, DigitsEnd(text, end + 1));
    }
  }
  if (text[digits] == U'.' && IsDigit(text[digits + 1])) {
    size_t end = DigitsEnd(text, digits + 1);
    int points = 1;
    while (text[end] == U'.' && IsDigit(text[end + 1])) {
      end = DigitsEnd(text, end + 1);
      ++points;
    }
    if (points > 1) {
      return Mention(MentionKind::kIdentifier, i, end);
    }
  }
  const bool plain = numeral.last_place == 0 && !numeral.grouped;
  if (plain && (numeral.whole_digits >= 12 || !numeral.value.valid())) {
    return Mention(
        MentionKind::kIdentifier, i,
        text[numeral.end] == U'X' || text[numeral.end] == U'x' ? numeral.end + 1 : numeral.end);
  }
  return std::nullopt;
}

// 公共安全支出（204类）司法（06款）信息化建设（13项）: codes of the three levels of accounts. A
// code of the level above stands shortly before one that could as well be a count.
std::optional<Reading> LevelCode(const Characters& text, size_t i, const Numeral& numeral) {
  const size_t level_at = text.SkipBlanks(numeral.end);
  const char32_t level = text[level_at];
  const bool bracketed =
      text.Before(text.SkipBlanksBack(i)) == U'(' && text[text.SkipBlanks(level_at + 1)] == U')';
  if (!bracketed || numeral.last_place != 0 || numeral.grouped) {
    return std::nullopt;
  }
  const Reading code = Mention(MentionKind::kAccountCode, i, level_at + 1);
  if (level == U'类') {
    return numeral.whole_digits == 3 ? std::optional(code) : std::nullopt;
  }
  if (level != U'款' && level != U'项') {
    return std::nullopt;
  }
  if (numeral.whole_digits == 5 || numeral.whole_digits == 7) {
    return code;  // 20406款, 2040601项
  }
  if (numeral.whole_digits != 2) {
    return std::nullopt;
  }
  constexpr size_t kFarthest = 80;  // characters
  const char32_t above = level == U'项' ? U'款' : U'类';
  for (size_t back = i; back > 1 && i - back < kFarthest; --back) {
    if (text[back - 1] == above && text[back] == U')' && IsDigit(text[back - 2])) {
      return code;
    }
  }
  return std::nullopt;
}

// 12345热线, 991电台: what a line or a channel is called.
bool IsCalled(const Characters& text, size_t end) {
  for (const std::u32string_view noun :
       {U"热线", U"电台", U"频道", U"专线", U"国道", U"省道", U"晚会", U"平台", U"客服", U"急救"}) {
    if (text.Match(end, noun)) {
      return true;
    }
  }
  return false;
}

// Set phrases with a numeral that counts nothing in this report. (“三公” and the like stand in
// quotes or have no unit; these would be taken for counts.)
size_t SetPhraseEnd(const Characters& text, size_t i) {
  for (const std::u32string_view phrase :
       {U"八项规定",     U"四个意识",     U"四个自信",     U"两个维护", U"两个确立",
        U"四个全面",     U"三个代表",     U"四项基本原则", U"四项监督", U"六项纪律",
        U"两个一百年",   U"一件事一次办", U"三项制度",     U"三项机制", U"三省一市",
        U"五个统筹",     U"四个最严",     U"两个责任",     U"两个结合", U"一岗双责",
        U"两个毫不动摇", U"三个区分开来", U"一类会议",     U"二类会议", U"三类会议",
        U"四类会议"}) {
    if (text.Match(i, phrase)) {
      return i + phrase.size();
    }
  }
  return 0;
}

// 附件2, 表 1, 图3, 目标1: a name's number. Not 指标值 50.
bool FollowsNumberedNoun(const Characters& text, size_t i) {
  const size_t back = text.SkipBlanksBack(i);
  for (const std::u32string_view noun :
       {U"附件", U"附表", U"附录", U"附图", U"目标", U"指标", U"专栏", U"表", U"图"}) {
    if (text.MatchBefore(back, noun)) {
      const char32_t before = text.Before(back - noun.size());
      return noun.size() > 1 || !IsHan(before) || before == U'见' || before == U'如' ||
             before == U'附' || before == U'和' || before == U'及' || before == U'与';
    }
  }
  return false;
}

// 2.6 万余家
bool MayContinueAFigure(char32_t code) {
  switch (code) {
    case U'万':
    case U'亿':
    case U'千':
    case U'百':
    case U'余':
    case U'多':
      return true;
    default:
      return false;
  }
}

std::optional<Reading> ListNumber(const Characters& text, size_t i, const Numeral& numeral,
                                  bool unit_follows, bool in_cell) {
  const int value = SmallValue(numeral);
  if (value == 0 && numeral.last_place == 0) {
    return std::nullopt;
  }
  const size_t after = text.SkipBlanks(numeral.end);
  if (numeral.chinese && (text[numeral.end] == U'是' || text[numeral.end] == U'则') &&
      ItemMayBegin(text, i)) {
    return Mention(MentionKind::kOrdinal, i, numeral.end + 1, value);
  }
  // (3) and （二）
  if (text.Before(text.SkipBlanksBack(i)) == U'(' && text[after] == U')' && value > 0 &&
      value <= 99) {
    const size_t open = text.SkipBlanksBack(i) - 1;
    const bool more = text.SkipBlanks(after + 1) < text.size();
    return (ItemMayBegin(text, open) && more) || (numeral.chinese && !in_cell)
               ? std::optional(Mention(MentionKind::kOrdinal, open, after + 1, value))
               : std::nullopt;
  }
  if (value > 0 && value <= 99 && ItemMayBegin(text, i)) {
    const char32_t sign = text[after];
    if (sign == U'、' || sign == U')' || (sign == U'.' && !IsDigit(text[after + 1]))) {
      return Mention(MentionKind::kOrdinal, i, after + 1, value);
    }
  }
  // …（含工勤人员）1. 财政供养: behind a bracket the word after the point tells.
  if (value > 0 && value <= 20 && !numeral.chinese && text.Before(i) == U')' &&
      text[numeral.end] == U'.' && after == numeral.end) {
    if (IsHan(text[text.SkipBlanks(numeral.end + 1)])) {
      return Mention(MentionKind::kOrdinal, i, numeral.end + 1, value);
    }
  }
  // 一季度, 4季度: which quarter, not how many.
  if (value > 0 && value <= 4 && text.Match(after, U"季度")) {
    return Mention(MentionKind::kOrdinal, i, numeral.end, value);
  }
  // 1.2 总则, at the very start of a paragraph, with nothing that could be its unit.
  if (!in_cell && !unit_follows && numeral.last_place < 0 && numeral.whole_digits <= 2 &&
      text.SkipBlanksBack(i) == 0 && numeral.end < after && IsHan(text[after]) &&
      !MayContinueAFigure(text[after])) {
    return Mention(MentionKind::kOrdinal, i, numeral.end);
  }
  return std::nullopt;
}

// `2. 5个项目` and `1.2023年`: a list number whose point was taken for a decimal one.
std::optional<Reading> ListNumberBeforeDigits(const Characters& text, size_t i) {
  const size_t digits = DigitsEnd(text, i);
  if (digits - i > 2 || text[digits] != U'.' || !ItemMayBegin(text, i)) {
    return std::nullopt;
  }
  const size_t next = text.SkipBlanks(digits + 1);
  const bool blank = next > digits + 1 && FollowsAStop(text, i);
  const size_t year_end = DigitsEnd(text, next);
  const bool year = year_end == next + 4 && (text[next] == U'1' || text[next] == U'2') &&
                    text[text.SkipBlanks(year_end)] == U'年';
  if (!blank && !year) {
    return std::nullopt;
  }
  const auto numeral = ReadArabic(text, i);
  int value = static_cast<int>(text[i] - U'0');
  if (digits - i == 2) {
    value = value * 10 + static_cast<int>(text[i + 1] - U'0');
  }
  return numeral ? std::optional(Mention(MentionKind::kOrdinal, i, digits + 1, value))
                 : std::nullopt;
}

}  // namespace

std::optional<Reading> ReadLabelNumber(const Characters& text, size_t i, const Lexicon& lexicon,
                                       bool in_cell) {
  if (const int value = CircledValue(text[i]); value > 0) {
    return Mention(MentionKind::kOrdinal, i, i + 1, value);
  }
  if (text[i] == U'第') {
    return Ordinal(text, i);
  }
  if (IsDigit(text[i])) {
    if (auto item = ListNumberBeforeDigits(text, i)) {
      return item;
    }
  } else if (const size_t end = SetPhraseEnd(text, i); end > 0) {
    return Mention(MentionKind::kName, i, end);
  }
  auto numeral = ReadArabic(text, i);
  if (!numeral) {
    numeral = ReadChinese(text, i);
  }
  if (!numeral) {
    return std::nullopt;
  }
  if (!numeral->chinese) {
    if (auto reading = DocumentNumber(text, i, *numeral)) {
      return reading;
    }
    if (auto reading = Joined(text, i, *numeral)) {
      return reading;
    }
    if (auto reading = LevelCode(text, i, *numeral)) {
      return reading;
    }
    if (numeral->last_place == 0 && IsCalled(text, numeral->end)) {
      return Mention(MentionKind::kName, i, numeral->end);
    }
  }
  const bool unit_follows = lexicon.UnitAt(text, text.SkipBlanks(numeral->end)).length > 0;
  if (auto reading = ListNumber(text, i, *numeral, unit_follows, in_cell)) {
    return reading;
  }
  if (SmallValue(*numeral) > 0 && !unit_follows && FollowsNumberedNoun(text, i)) {
    return Mention(MentionKind::kOrdinal, i, numeral->end, SmallValue(*numeral));
  }
  if (numeral->chinese) {
    return std::nullopt;
  }
  if (IsLetter(text.Before(i)) || (text.Before(i) == U'-' && i >= 2 && IsLetter(text[i - 2])) ||
      (IsLetter(text[numeral->end]) && !unit_follows)) {
    return Mention(MentionKind::kName, i, numeral->end);
  }
  if (const char32_t sign = text[text.SkipBlanks(numeral->end)];
      sign == U'号' && numeral->last_place == 0) {
    return Mention(MentionKind::kIdentifier, i, text.SkipBlanks(numeral->end) + 1);
  }
  // 公开10表
  if (SmallValue(*numeral) > 0 && text[numeral->end] == U'表' && IsHan(text.Before(i))) {
    return Mention(MentionKind::kIdentifier, i, numeral->end + 1);
  }
  if (numeral->leading_zero && numeral->last_place == 0) {
    return Mention(MentionKind::kIdentifier, i, numeral->end);
  }
  return std::nullopt;
}

}  // namespace crossfoot::normalize
