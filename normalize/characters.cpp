// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/characters.h"

#include <algorithm>

#include "base/utf8.h"

namespace crossfoot::normalize {

Characters::Characters(std::string_view utf8) : utf8_(utf8) {
  codes_.reserve(utf8.size() / 2);
  bytes_.reserve(utf8.size() / 2);
  for (size_t at = 0; at < utf8.size();) {
    const Utf8Step step = DecodeUtf8(utf8, at);
    codes_.push_back(FoldWidth(step.code));
    bytes_.push_back(static_cast<uint32_t>(at));
    at += step.length;
  }
}

size_t Characters::IndexOf(uint32_t byte) const {
  const auto after = std::upper_bound(bytes_.begin(), bytes_.end(), byte);
  return after == bytes_.begin() ? 0 : static_cast<size_t>(after - bytes_.begin()) - 1;
}

std::string_view Characters::View(size_t begin, size_t end) const {
  const uint32_t from = ByteOf(begin);
  const uint32_t to = ByteOf(end);
  return to > from ? utf8_.substr(from, to - from) : std::string_view();
}

std::u32string_view Characters::Folded(size_t begin, size_t end) const {
  if (begin >= codes_.size() || end <= begin) {
    return {};
  }
  return std::u32string_view(codes_).substr(begin, end - begin);
}

bool Characters::MatchBefore(size_t i, std::u32string_view words) const {
  return i >= words.size() && i <= codes_.size() &&
         std::u32string_view(codes_).substr(i - words.size(), words.size()) == words;
}

size_t Characters::SkipBlanks(size_t i) const {
  while (i < codes_.size() && IsBlank(codes_[i])) {
    ++i;
  }
  return i;
}

size_t Characters::SkipBlanksBack(size_t i) const {
  while (i > 0 && IsBlank(Before(i))) {
    --i;
  }
  return i;
}

std::u32string Fold(std::string_view utf8) {
  std::u32string out;
  for (size_t at = 0; at < utf8.size();) {
    const Utf8Step step = DecodeUtf8(utf8, at);
    out.push_back(FoldWidth(step.code));
    at += step.length;
  }
  return out;
}

}  // namespace crossfoot::normalize
