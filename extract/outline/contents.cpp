// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/outline/contents.h"

#include <map>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr size_t kLongestEntry = 80;  // characters

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
  std::map<std::string, size_t, std::less<>> last_printed;
  bool may_have = false;
  std::vector<std::string> folded(document.blocks.size());
  for (size_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    const std::string& text = block.text.utf8();
    if (block.kind == BlockKind::kTable || text.size() > 4 * kLongestEntry) {
      continue;
    }
    bool leader = false;
    const std::string_view entry = WithoutPageNumber(text, &leader);
    entries[b] = leader;
    folded[b] = FoldLabel(entry);
    may_have = may_have || folded[b] == "目录";
    last_printed[FoldLabel(text)] = b;
  }
  if (!may_have) {
    return entries;
  }
  bool inside = false;
  for (size_t b = 0; b < document.blocks.size(); ++b) {
    if (folded[b] == "目录") {
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
