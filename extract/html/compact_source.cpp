// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/html/compact_source.h"

#include <algorithm>
#include <array>

#include "extract/html/unread_attributes.h"

namespace crossfoot {
namespace {

// U+07FF, which nothing is assigned to. Being outside ASCII itself, it is part of a run where a
// source has it; only an entity can bring in another one.
constexpr std::string_view kMark = "\xDF\xBF";

constexpr bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// What goes on with a run, by byte.
constexpr std::array<bool, 256> kGoesOn = [] {
  std::array<bool, 256> goes_on{};
  for (size_t i = 0; i < goes_on.size(); ++i) {
    const char c = static_cast<char>(i);
    goes_on[i] = i >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                 (c >= 'A' && c <= 'Z') || c == '.' || c == ',' || c == '%' || c == '(' ||
                 c == ')' || c == ':' || c == '+' || c == '*' || c == '_';
  }
  return goes_on;
}();

// &#x7FF; or &#2047;
bool HasEntityOfMark(std::string_view utf8) {
  for (size_t at = utf8.find("&#"); at != std::string_view::npos; at = utf8.find("&#", at + 2)) {
    size_t digits = at + 2;
    const bool hex = digits < utf8.size() && (utf8[digits] == 'x' || utf8[digits] == 'X');
    digits = std::min(utf8.find_first_not_of('0', digits + (hex ? 1 : 0)), utf8.size());
    const std::string_view value = utf8.substr(digits, hex ? 3 : 4);
    const bool is_mark = hex ? value.size() == 3 && value[0] == '7' && (value[1] | 0x20) == 'f' &&
                                   (value[2] | 0x20) == 'f'
                             : value == "2047";
    if (is_mark) {
      return true;
    }
  }
  return false;
}

}  // namespace

CompactSource::CompactSource(std::string_view utf8) : source_(utf8) {
  if (HasEntityOfMark(utf8)) {
    bytes_ = utf8;
    return;
  }
  bytes_.reserve(utf8.size() / 2);
  UnreadAttributes unread(utf8);
  for (size_t i = 0; i < utf8.size();) {
    const ByteRange attribute = unread.NextFrom(i);
    const size_t plain = i;
    while (i < attribute.begin && IsAscii(utf8[i])) {
      ++i;
    }
    bytes_.append(utf8, plain, i - plain);
    if (i == utf8.size()) {
      break;
    }
    if (i == attribute.begin) {
      i = attribute.end;
      runs_.push_back({bytes_.size(), attribute.begin, i - attribute.begin, 0});
      continue;
    }
    const size_t begin = i;
    while (i < attribute.begin && kGoesOn[static_cast<unsigned char>(utf8[i])]) {
      ++i;
    }
    runs_.push_back({bytes_.size(), begin, i - begin, kMark.size()});
    bytes_ += kMark;
  }
}

CompactSource CompactSource::AsItStands(std::string_view utf8) {
  CompactSource source;
  source.source_ = utf8;
  source.bytes_ = utf8;
  return source;
}

size_t CompactSource::FirstRunFrom(size_t at) const {
  const auto run = std::lower_bound(runs_.begin(), runs_.end(), at,
                                    [](const Run& r, size_t offset) { return r.at < offset; });
  return static_cast<size_t>(run - runs_.begin());
}

size_t CompactSource::SourceOffset(size_t at) const {
  const size_t next = FirstRunFrom(at);
  if (next == 0) {
    return at;
  }
  const Run& before = runs_[next - 1];
  return before.begin + before.length + (at - before.at - before.mark);
}

std::string_view CompactSource::Source(size_t begin, size_t end) const {
  const size_t from = SourceOffset(begin);
  return source_.substr(from, SourceOffset(end) - from);
}

std::optional<std::string> CompactSource::Restore(std::string_view decoded, size_t begin,
                                                  size_t end) const {
  if (decoded == std::string_view(bytes_).substr(begin, end - begin)) {
    return std::string(Source(begin, end));
  }
  if (runs_.empty()) {
    return std::string(decoded);
  }
  size_t run = FirstRunFrom(begin);
  const size_t last = FirstRunFrom(end);
  std::string out;
  for (size_t at = 0; at < decoded.size();) {
    const size_t mark = std::min(decoded.find(kMark, at), decoded.size());
    out.append(decoded, at, mark - at);
    if (mark < decoded.size()) {
      if (run == last || runs_[run].mark == 0) {
        return std::nullopt;
      }
      out.append(source_, runs_[run].begin, runs_[run].length);
      ++run;
    }
    at = mark + kMark.size();
  }
  return run == last ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace crossfoot
