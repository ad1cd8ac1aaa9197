// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/stroke_count.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "extract/ocr/ink_groups.h"

namespace crossfoot {
namespace {

constexpr uint8_t kInk = 200;
// Parts of the font size.
constexpr float kNarrowest = 0.65F;  // of the longest stroke
constexpr float kWidest = 1.05F;
constexpr float kThickest = 0.3F;  // of a stroke
constexpr float kAway = 0.5F;      // from where the symbol is thought to be
constexpr std::array<char32_t, 3> kNumerals = {U'一', U'二', U'三'};

bool IsNumeral(char32_t code) {
  return std::find(kNumerals.begin(), kNumerals.end(), code) != kNumerals.end();
}

// A numeral at the head of a line is also taken for one of these.
bool MayBeNumeral(char32_t code) {
  return IsNumeral(code) || code == U'=' || code == U'>' || code == U'-' || code == U'—' ||
         code == U'－' || code == U'＝' || code == U'＞' || code == U'ニ' || code == U'ー';
}

bool NumbersAHeading(const std::vector<ReadSymbol>& symbols, size_t i) {
  const auto is = [&](size_t at, std::u32string_view any) {
    return at < symbols.size() && any.find(symbols[at].code) != std::u32string_view::npos;
  };
  return (i == 0 && is(1, U"、")) || (i == 1 && is(0, U"(（") && is(2, U")）"));
}

// How many flat strokes the blob's ink is; 0 where it is something else.
size_t StrokesOf(const InkBlob& blob, float size, const Raster& grey) {
  const auto wide = static_cast<float>(blob.width());
  if (wide < kNarrowest * size || wide > kWidest * size) {
    return 0;
  }
  size_t strokes = 0;
  int thick = 0;
  for (int y = blob.top; y <= blob.bottom; ++y) {
    const uint8_t* row = y < blob.bottom ? grey.Row(y) : nullptr;
    const auto ink = row == nullptr ? 0
                                    : std::count_if(row + blob.left, row + blob.right,
                                                    [](uint8_t pixel) { return pixel < kInk; });
    if (ink == 0) {
      if (thick > 0 && static_cast<float>(thick) > kThickest * size) {
        return 0;
      }
      thick = 0;
      continue;
    }
    strokes += thick++ == 0 ? 1U : 0U;
  }
  return strokes <= kNumerals.size() ? strokes : 0;
}

}  // namespace

void CountStrokes(std::span<const InkBlob> ink, float size, const Raster& grey,
                  std::vector<ReadSymbol>* symbols) {
  const bool any = std::any_of(symbols->begin(), symbols->end(), [](const ReadSymbol& symbol) {
    return MayBeNumeral(symbol.code) || symbol.code == U'、';
  });
  if (!any || ink.empty()) {
    return;
  }
  // No line begins with the mark behind a numeral.
  if (const size_t lost = StrokesOf(ink.front(), size, grey);
      lost > 0 && symbols->front().code == U'、') {
    ReadSymbol numeral = symbols->front();
    numeral.code = kNumerals[lost - 1];
    numeral.confidence = kFromInk;
    numeral.others.clear();
    symbols->front().begins_word = false;
    symbols->insert(symbols->begin(), numeral);
  }
  const InkGroup group{static_cast<float>(ink.front().left), static_cast<float>(ink.back().right)};
  const std::vector<InkGroup> places = SpreadOver(group, *symbols);
  for (size_t i = 0; i < symbols->size(); ++i) {
    ReadSymbol& symbol = (*symbols)[i];
    if (!IsNumeral(symbol.code) && !(MayBeNumeral(symbol.code) && NumbersAHeading(*symbols, i))) {
      continue;
    }
    const float middle = (places[i].left + places[i].right) / 2;
    const auto away = [&](const InkBlob& blob) {
      return std::abs(static_cast<float>(blob.left + blob.right) / 2 - middle);
    };
    const auto nearest =
        std::min_element(ink.begin(), ink.end(),
                         [&](const InkBlob& a, const InkBlob& b) { return away(a) < away(b); });
    const size_t strokes =
        away(*nearest) <= kAway * size ? StrokesOf(*nearest, size, grey) : size_t{0};
    if (strokes > 0 && symbol.code != kNumerals[strokes - 1]) {
      symbol.code = kNumerals[strokes - 1];
      symbol.confidence = kFromInk;
      symbol.others.clear();
    }
  }
}

}  // namespace crossfoot
