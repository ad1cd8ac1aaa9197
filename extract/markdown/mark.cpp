// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/markdown/mark.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr size_t kMostHashes = 6;

bool IsRuleOrFence(std::string_view text) {
  if (text.starts_with("```") || text.starts_with("~~~")) {
    return true;
  }
  return text.size() >= 3 && std::string_view("-=_*").find(text[0]) != std::string_view::npos &&
         text.find_first_not_of(text[0]) == std::string_view::npos;
}

void TakeOff(size_t bytes, SourceLine* line) {
  const std::string_view rest = TrimBlanks(line->text.substr(bytes));
  const auto taken = static_cast<size_t>(rest.data() - line->text.data());
  line->column += static_cast<int>(CountUtf8(line->text.substr(0, taken)));
  line->text = rest;
}

void ReadMark(SourceLine* line) {
  const std::string_view text = line->text;
  const size_t hashes = std::min(text.find_first_not_of('#'), text.size());
  if (hashes > 0 && hashes <= kMostHashes && hashes < text.size() && text[hashes] == ' ') {
    line->markup_level = static_cast<int>(hashes);
    TakeOff(hashes, line);
    while (!line->text.empty() && line->text.back() == '#') {  // ## title ##
      line->text.remove_suffix(1);
    }
    line->text = TrimBlanks(line->text);
    return;
  }
  if (text.starts_with("> ")) {
    TakeOff(1, line);
    return;
  }
  // "- 3.5" is a figure, "- 说明" an item.
  const bool bullet = text.size() > 2 &&
                      std::string_view("-*+").find(text[0]) != std::string_view::npos &&
                      text[1] == ' ' && DigitValue(DecodeUtf8(text, 2).code) < 0;
  if (bullet) {
    line->begins_item = true;
    TakeOff(1, line);
  }
}

}  // namespace

void ReadMarks(std::vector<SourceLine>* lines) {
  int dropped_blanks = 0;
  std::erase_if(*lines, [&](SourceLine& line) {
    if (IsRuleOrFence(line.text)) {
      dropped_blanks += line.blanks_before + 1;
      return true;
    }
    line.blanks_before += dropped_blanks;
    dropped_blanks = 0;
    if (!line.tabbed) {
      ReadMark(&line);
    }
    return line.text.empty();
  });
}

}  // namespace crossfoot
