// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/outline/contents.h"

#include <algorithm>
#include <set>
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

// Marks the entries below 目录 at `contents`; returns the block after them. They end where the
// first of them is printed again, as a heading, or at the first sentence; what stands before a
// sentence heads it.
size_t MarkEntries(const Document& document, size_t contents, std::vector<bool>* entries) {
  constexpr size_t kMostEntries = 500;
  std::set<std::string, std::less<>> seen;
  size_t end = contents + 1;
  for (; end < std::min(document.blocks.size(), contents + kMostEntries); ++end) {
    const Block& block = document.blocks[end];
    const std::string& text = block.text.utf8();
    const bool sentence = block.kind == BlockKind::kTable || text.size() > 4 * kLongestEntry ||
                          text.ends_with("。") || text.ends_with("：") || text.ends_with("；") ||
                          CountUtf8(text) > kLongestEntry;
    if (sentence && !(*entries)[end]) {
      end -= end > contents + 1 ? 1 : 0;
      break;
    }
    bool leader = false;
    if (!seen.insert(FoldLabel(WithoutPageNumber(text, &leader))).second) {
      break;
    }
  }
  for (size_t b = contents; b < end; ++b) {
    (*entries)[b] = true;
  }
  return end;
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
  for (size_t b = 0; b < document.blocks.size(); ++b) {
    if (readable(b) && document.blocks[b].text.utf8().size() <= kLongestWord &&
        FoldLabel(document.blocks[b].text.utf8()) == kContents) {
      b = MarkEntries(document, b, &entries) - 1;
    }
  }
  return entries;
}

}  // namespace crossfoot
