// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/outline/numbering.h"

#include <array>
#include <string>

#include "base/utf8.h"

namespace crossfoot {
namespace {

int HanDigit(char32_t code) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  const size_t found = kDigits.find(code);
  return found == std::u32string_view::npos ? -1 : static_cast<int>(found);
}

// A little cursor over characters, so that the grammar below reads as one.
class Cursor {
 public:
  Cursor(std::string_view text, size_t at) : text_(text), at_(at) {}

  [[nodiscard]] size_t at() const { return at_; }
  [[nodiscard]] char32_t Peek() const { return FoldWidth(DecodeUtf8(text_, at_).code); }
  [[nodiscard]] bool AtEnd() const { return at_ >= text_.size(); }
  void Step() { at_ += DecodeUtf8(text_, at_).length; }
  void SkipBlanks() {
    while (!AtEnd() && IsBlank(DecodeUtf8(text_, at_).code)) {
      Step();
    }
  }
  bool Take(std::u32string_view any) {
    if (AtEnd() || any.find(Peek()) == std::u32string_view::npos) {
      return false;
    }
    Step();
    return true;
  }
  bool TakeWord(std::string_view word) {
    if (text_.substr(at_, word.size()) != word) {
      return false;
    }
    at_ += word.size();
    return true;
  }
  // Arabic digits of either width; -1 when there are none or more than `most`.
  int TakeArabic(int most) {
    int value = 0;
    int digits = 0;
    while (!AtEnd() && DigitValue(DecodeUtf8(text_, at_).code) >= 0) {
      if (++digits > most) {
        return -1;
      }
      value = value * 10 + DigitValue(DecodeUtf8(text_, at_).code);
      Step();
    }
    return digits == 0 ? -1 : value;
  }
  int TakeHan() {
    int value = -1;
    at_ += ReadHanOrdinal(text_, at_, &value);
    return value;
  }
  int TakeCircled() {
    const char32_t code = DecodeUtf8(text_, at_).code;
    constexpr std::array<std::pair<char32_t, int>, 3> kRuns = {
        {{0x2460, 20}, {0x2776, 10}, {0x2780, 10}}};  // ①–⑳, ❶–❿, ➀–➉
    for (const auto& [first, count] : kRuns) {
      if (code >= first && code < first + static_cast<char32_t>(count)) {
        Step();
        return static_cast<int>(code - first) + 1;
      }
    }
    return -1;
  }

 private:
  std::string_view text_;
  size_t at_;
};

constexpr int kMostDigits = 3;

// 3、6、9月 lists figures; 1、2022年 does not.
bool ContinuesAsList(Cursor cursor) { return cursor.TakeArabic(9) >= 0 && cursor.Peek() == U'、'; }

// After "1.": a year that opens the sentence (2023年), so that the point is a delimiter all the
// same.
bool BeginsWithYear(Cursor cursor) {
  const int year = cursor.TakeArabic(4);
  cursor.SkipBlanks();
  return year >= 1900 && year < 2100 && (cursor.Peek() == U'年' || cursor.Peek() == U'-');
}

// What may follow a decimal figure (2.3万元) but not a decimal number (2.3 总体情况).
bool BeginsWithUnit(Cursor cursor) {
  constexpr std::u32string_view kUnits = U"万亿元%‰个分倍公平百千人家件户次项,;、。)-~—×/=";
  cursor.SkipBlanks();
  return cursor.AtEnd() || DigitValue(cursor.Peek()) >= 0 ||
         kUnits.find(cursor.Peek()) != std::u32string_view::npos;
}

std::optional<Numbering> AfterArabic(Cursor cursor, int value) {
  Cursor delimiter = cursor;
  delimiter.SkipBlanks();
  if (delimiter.Peek() == U'.' || delimiter.Peek() == U'．') {
    Cursor after = delimiter;
    after.Step();
    if (DigitValue(after.Peek()) < 0 || BeginsWithYear(after)) {
      if (after.Peek() == U'.' || after.AtEnd()) {
        return std::nullopt;  // "1..." and a lone "1."
      }
      return Numbering{NumberStyle::kArabic, value, 1, after.at()};
    }
    int depth = 1;
    int last = value;
    while ((cursor.Peek() == U'.' || cursor.Peek() == U'．')) {
      Cursor component = cursor;
      component.Step();
      const int next = component.TakeArabic(2);
      if (next <= 0) {
        break;
      }
      last = next;
      ++depth;
      cursor = component;
    }
    if (depth < 2 || DigitValue(cursor.Peek()) >= 0 || (depth == 2 && BeginsWithUnit(cursor))) {
      return std::nullopt;
    }
    cursor.Take(U".．、");
    return Numbering{NumberStyle::kDecimal, last, depth, cursor.at()};
  }
  if (delimiter.Peek() == U'、') {
    delimiter.Step();
    return ContinuesAsList(delimiter) || delimiter.AtEnd()
               ? std::nullopt
               : std::optional(Numbering{NumberStyle::kArabic, value, 1, delimiter.at()});
  }
  if (cursor.Peek() == U')') {
    cursor.Step();
    return Numbering{NumberStyle::kArabicHalf, value, 1, cursor.at()};
  }
  return std::nullopt;
}

std::optional<Numbering> InParentheses(Cursor cursor) {
  cursor.Step();
  cursor.SkipBlanks();
  NumberStyle style = NumberStyle::kArabicParen;
  int value = cursor.TakeArabic(2);
  if (value < 0) {
    style = NumberStyle::kHanParen;
    value = cursor.TakeHan();
  }
  cursor.SkipBlanks();
  if (value <= 0 || !cursor.Take(U")")) {
    return std::nullopt;
  }
  cursor.Take(U"、.．");
  return Numbering{style, value, 1, cursor.at()};
}

// 第一部分, 第2章, 第三节.
std::optional<Numbering> AfterOrdinalMark(Cursor cursor) {
  cursor.SkipBlanks();
  int value = cursor.TakeHan();
  if (value < 0) {
    value = cursor.TakeArabic(2);
  }
  if (value <= 0) {
    return std::nullopt;
  }
  cursor.SkipBlanks();
  constexpr std::array<std::pair<std::string_view, NumberStyle>, 5> kWords = {
      {{"部分", NumberStyle::kPart},
       {"篇", NumberStyle::kPart},
       {"编", NumberStyle::kPart},
       {"章", NumberStyle::kChapter},
       {"节", NumberStyle::kSection}}};
  for (const auto& [word, style] : kWords) {
    if (cursor.TakeWord(word)) {
      cursor.Take(U"、:.,");
      return Numbering{style, value, 1, cursor.at()};
    }
  }
  if (cursor.Take(U",、")) {
    return Numbering{NumberStyle::kOrdinal, value, 1, cursor.at()};
  }
  return std::nullopt;
}

// 附件1, 附表：, 附件 2-1; only where a title or nothing follows.
std::optional<Numbering> AfterAttachmentWord(Cursor cursor) {
  Cursor number = cursor;
  number.SkipBlanks();
  int value = number.TakeHan();
  if (value < 0) {
    number = cursor;
    number.SkipBlanks();
    value = number.TakeArabic(2);
    while (value >= 0 && number.Peek() == U'-') {
      Cursor next = number;
      next.Step();
      if (next.TakeArabic(2) < 0) {
        break;
      }
      number = next;
    }
  }
  if (value >= 0) {
    cursor = number;
  }
  const bool delimited = cursor.Take(U":、.");
  if (!delimited && value < 0 && !cursor.AtEnd() && !IsBlank(cursor.Peek()) &&
      cursor.Peek() != U'《') {
    return std::nullopt;  // 附件材料齐全
  }
  return Numbering{NumberStyle::kAttachment, value < 0 ? 0 : value, 1, cursor.at()};
}

// 指标①：, 指标一：
std::optional<Numbering> AfterIndicatorWord(Cursor cursor) {
  cursor.SkipBlanks();
  int value = cursor.TakeCircled();
  const bool circled = value > 0;
  if (value < 0) {
    value = cursor.TakeHan();
  }
  if (value < 0) {
    value = cursor.TakeArabic(2);
  }
  if (value <= 0 || (!cursor.Take(U":、") && !circled)) {
    return std::nullopt;
  }
  return Numbering{NumberStyle::kIndicator, value, 1, cursor.at()};
}

// 一、二级指标 names two levels; 五、一般公共预算 and 三、四川项目 are headings.
bool JoinsNextOrdinal(std::string_view text, size_t at, int ordinal) {
  int next = 0;
  const size_t length = ReadHanOrdinal(text, at, &next);
  constexpr std::u32string_view kCounted = U"级、类次期批等档季月线星和";
  return length > 0 && next == ordinal + 1 &&
         kCounted.find(DecodeUtf8(text, at + length).code) != std::u32string_view::npos;
}

}  // namespace

size_t ReadHanOrdinal(std::string_view text, size_t at, int* value) {
  int total = 0;
  int digit = -1;
  size_t end = at;
  bool ten = false;
  for (int characters = 0; characters < 3; ++characters) {
    const Utf8Step step = DecodeUtf8(text, end);
    if (step.code == U'十' && !ten) {
      total = (digit < 0 ? 1 : digit) * 10;
      digit = -1;
      ten = true;
    } else if (HanDigit(step.code) > 0 && digit < 0) {
      digit = HanDigit(step.code);
    } else {
      break;
    }
    end += step.length;
  }
  if (end == at) {
    return 0;
  }
  *value = total + (digit < 0 ? 0 : digit);
  return end - at;
}

std::optional<Numbering> ParseNumbering(std::string_view text) {
  Cursor cursor(text, 0);
  const char32_t first = cursor.Peek();
  if (first == U'(') {
    return InParentheses(cursor);
  }
  if (DigitValue(first) >= 0) {
    const int value = cursor.TakeArabic(kMostDigits);
    return value <= 0 ? std::nullopt : AfterArabic(cursor, value);
  }
  for (const std::string_view word : {"附件", "附表", "附录"}) {
    if (cursor.TakeWord(word)) {
      return AfterAttachmentWord(cursor);
    }
  }
  if (cursor.TakeWord("第")) {
    return AfterOrdinalMark(cursor);
  }
  if (cursor.TakeWord("指标")) {
    return AfterIndicatorWord(cursor);
  }
  if (const int circled = cursor.TakeCircled(); circled > 0) {
    return Numbering{NumberStyle::kCircled, circled, 1, cursor.at()};
  }
  const int han = cursor.TakeHan();
  if (han <= 0) {
    return std::nullopt;
  }
  if (cursor.TakeWord("是")) {
    return Numbering{NumberStyle::kOrdinal, han, 1, cursor.at()};
  }
  Cursor delimiter = cursor;
  delimiter.SkipBlanks();
  if (delimiter.Take(U"、.．")) {
    if (JoinsNextOrdinal(text, delimiter.at(), han)) {
      return std::nullopt;
    }
    return Numbering{NumberStyle::kHan, han, 1, delimiter.at()};
  }
  return std::nullopt;
}

}  // namespace crossfoot
