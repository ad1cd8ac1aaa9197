// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/html/unread_attributes.h"

#include <algorithm>
#include <array>
#include <string>

namespace crossfoot {
namespace {

bool IsBlankByte(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower;
}

// Whose attributes the parser itself looks at.
bool IsAskedByParser(std::string_view tag) {
  return tag == "input" || tag == "font" || tag == "isindex" || tag == "annotation-xml";
}

// Whether a reader would make anything of the value.
bool SaysSomething(std::string_view name, std::string_view value) {
  if (name == "rowspan" || name == "colspan") {
    return value != "1";
  }
  if (name != "style") {
    return true;
  }
  const std::string style = Lower(value);
  for (const std::string_view word : {"display", "visib", "align", "weight", "hidden", "none"}) {
    if (style.find(word) != std::string::npos) {
      return true;
    }
  }
  return false;
}

bool IsPlainName(std::string_view name) {
  return !name.empty() && IsLetter(name.front()) &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return IsLetter(c) || c == '-' || c == ':'; });
}

}  // namespace

bool IsReadAttribute(std::string_view name) {
  static constexpr std::array<std::string_view, 10> kNames = {
      "class", "style",  "id",   "rowspan", "colspan",
      "align", "hidden", "href", "role",    "aria-hidden"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

size_t UnreadAttributes::SkipBlanks(size_t at) const {
  while (at < html_.size() && IsBlankByte(html_[at])) {
    ++at;
  }
  return at;
}

size_t UnreadAttributes::ReadTag(size_t at) {
  size_t i = at + 1;
  while (i < html_.size() && !IsBlankByte(html_[i]) && html_[i] != '/' && html_[i] != '>') {
    ++i;
  }
  const bool asked = IsAskedByParser(Lower(html_.substr(at + 1, std::min<size_t>(i - at - 1, 16))));
  std::vector<std::string> read;  // names seen, of those that are read
  bool twice = false;
  while (true) {
    while (i < html_.size() && (IsBlankByte(html_[i]) || html_[i] == '/')) {
      ++i;
    }
    if (i >= html_.size() || html_[i] == '>') {
      break;
    }
    const size_t begin = i;
    const bool apart = IsBlankByte(html_[begin - 1]) || html_[begin - 1] == '/';
    ++i;  // a name may begin with any character
    while (i < html_.size() && !IsBlankByte(html_[i]) && html_[i] != '/' && html_[i] != '>' &&
           html_[i] != '=') {
      ++i;
    }
    const std::string_view name = html_.substr(begin, i - begin);
    const size_t sign = SkipBlanks(i);
    std::string lower = Lower(name);
    const bool is_read = IsReadAttribute(lower);
    twice = twice || (is_read && std::find(read.begin(), read.end(), lower) != read.end());
    if (sign < html_.size() && html_[sign] == '=') {
      i = SkipBlanks(sign + 1);
      if (i < html_.size() && (html_[i] == '"' || html_[i] == '\'')) {
        const size_t end = html_.find(html_[i], i + 1);
        if (end == std::string_view::npos) {
          i = html_.size();
          break;
        }
        const std::string_view value = html_.substr(i + 1, end - i - 1);
        i = end + 1;
        if (apart && IsPlainName(name) && value.find_first_of("<>") == std::string_view::npos &&
            !(is_read && SaysSomething(lower, value))) {
          found_.push_back({begin, i});
        }
      } else {
        while (i < html_.size() && !IsBlankByte(html_[i]) && html_[i] != '>') {
          ++i;
        }
      }
    }
    if (is_read && !twice) {
      read.push_back(std::move(lower));
    }
  }
  if (asked || twice || i >= html_.size()) {
    found_.clear();
  }
  return i;
}

ByteRange UnreadAttributes::NextFrom(size_t at) {
  while (next_ < found_.size() && found_[next_].begin < at) {
    ++next_;
  }
  while (next_ == found_.size()) {
    found_.clear();
    next_ = 0;
    looked_to_ = html_.find('<', looked_to_);
    if (looked_to_ == std::string_view::npos) {
      looked_to_ = html_.size();
      return {html_.size(), html_.size()};
    }
    const size_t name = looked_to_ + 1;
    looked_to_ = name < html_.size() && IsLetter(html_[name]) ? ReadTag(looked_to_) : name;
  }
  return found_[next_];
}

}  // namespace crossfoot
