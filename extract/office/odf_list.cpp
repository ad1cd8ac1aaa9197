// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/odf_list.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr std::array<std::string_view, 10> kDigits = {"〇", "一", "二", "三", "四",
                                                      "五", "六", "七", "八", "九"};

std::string Chinese(int number) {
  if (number <= 0 || number > 999) {
    return std::to_string(number);
  }
  std::string out;
  const auto digit = [](int d) { return kDigits.at(static_cast<size_t>(d)); };
  if (number >= 100) {
    out.append(digit(number / 100)).append("百");
    if (number % 100 != 0 && number % 100 < 10) {
      out.append("零");
    }
  }
  const int rest = number % 100;
  if (rest >= 10) {
    if (rest >= 20 || number >= 100) {
      out.append(digit(rest / 10));
    }
    out.append("十");
  }
  if (rest % 10 != 0) {
    out.append(digit(rest % 10));
  }
  return out;
}

std::string Roman(int number, bool upper) {
  struct Step {
    int value;
    std::string_view letters;
  };
  constexpr std::array<Step, 13> kSteps = {{{1000, "m"},
                                            {900, "cm"},
                                            {500, "d"},
                                            {400, "cd"},
                                            {100, "c"},
                                            {90, "xc"},
                                            {50, "l"},
                                            {40, "xl"},
                                            {10, "x"},
                                            {9, "ix"},
                                            {5, "v"},
                                            {4, "iv"},
                                            {1, "i"}}};
  std::string out;
  for (const Step& step : kSteps) {
    for (; number >= step.value; number -= step.value) {
      out += step.letters;
    }
  }
  if (upper) {
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return static_cast<char>(c - 'a' + 'A'); });
  }
  return out;
}

}  // namespace

std::string FormatListNumber(int number, std::string_view format) {
  constexpr int kLetters = 26;
  constexpr int kCircled = 20;
  constexpr int kMostRoman = 4000;
  constexpr std::array<std::string_view, 10> kStems = {"甲", "乙", "丙", "丁", "戊",
                                                       "己", "庚", "辛", "壬", "癸"};
  if (number > 0 && (format.starts_with("一") || format.starts_with("壹"))) {
    return Chinese(number);
  }
  if (number > 0 && number <= 10 && format.starts_with("甲")) {
    return std::string(kStems.at(static_cast<size_t>(number) - 1));
  }
  if (number > 0 && number <= kCircled && format.starts_with("①")) {
    std::string out;
    AppendUtf8(U'①' + static_cast<char32_t>(number - 1), &out);
    return out;
  }
  if (number > 0 && number <= kLetters && (format == "a" || format == "A")) {
    return std::string(1, static_cast<char>(format[0] + number - 1));
  }
  if (number > 0 && number < kMostRoman && (format == "i" || format == "I")) {
    return Roman(number, format == "I");
  }
  return std::to_string(number);
}

void OdfListCounter::BeginList(std::string_view style, std::string_view id, bool goes_on,
                               std::string_view continues) {
  const auto named = by_id_.find(continues);
  const auto alike = by_style_.find(style);
  if (!continues.empty() && named != by_id_.end()) {
    current_ = named->second;
  } else if (goes_on && alike != by_style_.end()) {
    current_ = alike->second;
  } else {
    current_ = counts_.size();
    counts_.emplace_back();
  }
  by_style_[std::string(style)] = current_;
  if (!id.empty()) {
    by_id_[std::string(id)] = current_;
  }
}

std::string OdfListCounter::NextLabel(const OdfListStyle& style, size_t level, int start) {
  if (counts_.empty() || level == 0 || level > std::min(kMostLevels, style.levels.size())) {
    return {};
  }
  Counts& counts = counts_[current_];
  const auto first = [&](size_t l) { return style.levels[l - 1].start; };
  int& own = counts.at(level - 1);
  own = start >= 0 ? start : own == 0 ? first(level) : own + 1;
  std::fill(counts.begin() + static_cast<std::ptrdiff_t>(level), counts.end(), 0);
  const OdfListLevel& look = style.levels[level - 1];
  if (look.format.empty()) {
    return {};
  }
  std::string label;
  const std::string& pattern = look.pattern;
  for (size_t at = 0; at < pattern.size();) {
    size_t named = 0;
    const size_t close = pattern[at] == '%' ? pattern.find('%', at + 1) : std::string::npos;
    if (close != std::string::npos) {
      std::from_chars(pattern.data() + at + 1, pattern.data() + close, named);
    }
    if (named == 0 || named > std::min(level, style.levels.size())) {
      label += pattern[at++];
      continue;
    }
    const int number = counts.at(named - 1) == 0 ? first(named) : counts.at(named - 1);
    label += FormatListNumber(number, style.levels[named - 1].format);
    at = close + 1;
  }
  return label;
}

}  // namespace crossfoot
