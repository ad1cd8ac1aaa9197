// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/source_line.h"

#include <cstddef>

#include "base/utf8.h"

namespace crossfoot {
namespace {

// Where the line that begins at `at` ends, and where the next one begins.
struct LineEnd {
  size_t end = 0;
  size_t next = 0;
  bool page_break = false;
};

LineEnd FindLineEnd(std::string_view text, size_t at) {
  constexpr std::string_view kNextLine = "\u0085";
  constexpr std::string_view kLineSeparator = "\u2028";
  for (size_t i = at; i < text.size(); ++i) {
    switch (text[i]) {
      case '\n':
        return {i, i + 1, false};
      case '\r':
        return {i, i + (text.substr(i + 1, 1) == "\n" ? 2U : 1U), false};
      case '\f':
        return {i, i + 1, true};
      case '\xC2':
        if (text.substr(i, kNextLine.size()) == kNextLine) {
          return {i, i + kNextLine.size(), false};
        }
        break;
      case '\xE2':
        if (text.substr(i, kLineSeparator.size()) == kLineSeparator) {
          return {i, i + kLineSeparator.size(), false};
        }
        break;
      default:
        break;
    }
  }
  return {text.size(), text.size(), false};
}

// Chinese type sets quotes, dashes, ellipses and circled numbers as wide as an ideograph, whatever
// a terminal does.
int PrintedWidth(std::string_view text) {
  size_t width = 0;
  for (size_t i = 0; i < text.size();) {
    if (text[i] >= '\xE4' && text[i] <= '\xE9' && i + 2 < text.size()) {  // ideographs
      width += 2;
      i += 3;
      continue;
    }
    const Utf8Step step = DecodeUtf8(text, i);
    const bool wide = (step.code >= 0x2014 && step.code <= 0x2026) ||
                      (step.code >= 0x2460 && step.code <= 0x24FF);
    width += wide ? 2 : DisplayWidth(step.code);
    i += step.length;
  }
  return static_cast<int>(width);
}

}  // namespace

std::vector<SourceLine> SplitLines(std::string_view utf8) {
  std::vector<SourceLine> lines;
  int number = 1;
  int blanks = 0;
  bool page_break = false;
  for (size_t at = 0; at < utf8.size();) {
    const LineEnd end = FindLineEnd(utf8, at);
    SourceLine line;
    line.raw = utf8.substr(at, end.end - at);
    line.text = TrimBlanks(line.raw);
    if (line.text.empty()) {
      ++blanks;
    } else {
      const auto lead = static_cast<size_t>(line.text.data() - line.raw.data());
      line.number = number;
      line.column = 1 + static_cast<int>(CountUtf8(line.raw.substr(0, lead)));
      line.indent = static_cast<int>(DisplayWidth(line.raw.substr(0, lead)));
      line.width = PrintedWidth(line.text);
      line.tabbed = line.raw.find('\t') != std::string_view::npos;
      line.blanks_before = blanks;
      line.page_break_before = page_break;
      lines.push_back(line);
      blanks = 0;
      page_break = false;
    }
    page_break = page_break || end.page_break;
    number += end.page_break ? 0 : 1;
    at = end.next;
  }
  return lines;
}

}  // namespace crossfoot
