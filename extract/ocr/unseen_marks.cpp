// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/unseen_marks.h"

#include <algorithm>
#include <string_view>

namespace crossfoot {
namespace {

constexpr float kSpeck = 0.07F;  // of the font size: smaller ink is dirt
constexpr float kReach = 0.3F;   // above the baseline: no quotation mark comes down so far
constexpr float kMark = 0.5F;    // of the font size: no mark of a sentence is as high

constexpr std::u32string_view kQuotations = U"\"'“”‘’`";
// No line and no cell begins with one of these.
constexpr std::u32string_view kFollowing = U"。，、；,.;";

bool IsOneOf(std::u32string_view marks, const ReadSymbol& symbol) {
  return marks.find(symbol.code) != std::u32string_view::npos;
}

// Whether the ink comes down to where characters stand and quotation marks do not.
bool StandsOnTheLine(const InkBlob& blob, float size, float baseline) {
  return static_cast<float>(blob.bottom) > baseline - kReach * size;
}

}  // namespace

void DropUnseenMarks(std::span<const InkBlob> ink, float size, float baseline, const FreeEnds& free,
                     std::vector<ReadSymbol>* symbols) {
  const auto is_ink = [&](const InkBlob& blob) {
    return static_cast<float>(std::max(blob.width(), blob.height())) >= kSpeck * size;
  };
  const auto first = std::find_if(ink.begin(), ink.end(), is_ink);
  if (first == ink.end()) {
    return;
  }
  const auto last = std::find_if(ink.rbegin(), ink.rend(), is_ink);
  const bool hangs = !StandsOnTheLine(*first, size, baseline);
  const bool low = static_cast<float>(first->height()) < kMark * size;
  while (free.left && symbols->size() > 1 &&
         ((!hangs && IsOneOf(kQuotations, symbols->front())) ||
          (!low && IsOneOf(kFollowing, symbols->front())))) {
    symbols->erase(symbols->begin());
    symbols->front().begins_word = true;
  }
  if (free.right && StandsOnTheLine(*last, size, baseline)) {
    while (symbols->size() > 1 && IsOneOf(kQuotations, symbols->back())) {
      symbols->pop_back();
    }
  }
}

}  // namespace crossfoot
