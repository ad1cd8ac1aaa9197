// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/outline/contents.h"

#include <map>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr size_t kLongestEntry = 80;  // characters
constexpr std::string_view kContents = "目录";
constexpr size_t kLongestWord = 24;  // bytes, blanks between the two characters counted

// The entry without leader and page number; `leader` tells whether it had them.
std::string_view WithoutPageNumber(std::string_view text, bool* leader) {
  size_t end = text.size();
  while (end > 0 && text[end - 1] >= '0' && text[end - 1] <= '9') {
    --end;
  }
  const bool number = end < text.size() && text.size() - end <= 4;
  size_t dots = 0;
  size_t begin = end;
  while (begin > 0) {
    const Utf8Step step = DecodeUtf8Before(text, begin);
    const bool dot = step.code == '.' || step.code == U'…' || step.code == U'·' ||
                     step.code == U'．' || step.code == U'-' || step.code == U'—' ||
                     step.code == U'_';
    if (!dot && !IsBlank(step.code)) {
      break;
    }
    dots += dot ? 1 : 0;
    begin -= step.length;
  }
  *leader = number && dots >= 2;
  return number ? text.substr(0, begin) : text;
}

}  // namespace

std::vector<bool> FindContentsEntries(const Document& document) {
  std::vector<bool> entries(document.blocks.size(), false);
  bool has_contents = false;
  const auto readable = [&](size_t b) {
    const Block& block = document.blocks[b];
    return block.kind != BlockKind::kTable && block.text.utf8().size() <= 4 * kLongestEntry;
  };
  for (size_t b = 0; b < document.blocks.size(); ++b) {
    if (readable(b)) {
      const std::string& text = document.blocks[b].text.utf8();
      bool leader = false;
      WithoutPageNumber(text, &leader);
      entries[b] = leader;
      has_contents = has_contents || (text.size() <= kLongestWord && FoldLabel(text) == kContents);
    }
  }
  if (!has_contents) {
    return entries;
  }
  std::map<std::string, size_t, std::less<>> last_printed;
  std::vector<std::string> folded(document.blocks.size());
  for (size_t b = 0; b < document.blocks.size(); ++b) {
    if (readable(b)) {
      bool leader = false;
      const std::string& text = document.blocks[b].text.utf8();
      folded[b] = FoldLabel(WithoutPageNumber(text, &leader));
      last_printed[FoldLabel(text)] = b;
    }
  }
  bool inside = false;
  for (size_t b = 0; b < document.blocks.size(); ++b) {
    if (folded[b] == kContents) {
      inside = true;
      entries[b] = true;
      continue;
    }
    if (!inside || entries[b]) {
      continue;
    }
    const auto again = last_printed.find(folded[b]);
    const bool repeated = again != last_printed.end() && again->second > b;
    inside = repeated && !folded[b].empty();
    entries[b] = inside;
  }
  return entries;
}

}  // namespace crossfoot
