// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/figure_ink.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "base/utf8.h"

namespace crossfoot {
namespace {

// Parts of the font size.
constexpr float kPointHeight = 0.3F;   // a point or comma is at most this high …
constexpr float kPointWidth = 0.26F;   // … and wide
constexpr float kHang = 0.1F;          // a comma ends at least this far below the baseline
constexpr float kNearBaseline = 0.2F;  // a point ends within this of the baseline
constexpr float kFlat = 0.22F;         // a minus is at most this high …
constexpr float kDash = 0.2F;          // … at least this wide …
constexpr float kRaised = 0.12F;       // … and stands this far above the baseline
constexpr float kNarrowDigit = 0.45F;  // of digits that touch, each is at least this wide
constexpr float kSpeck = 0.07F;        // smaller blobs are dirt

// The sign that a blob shows by its shape and place; 0 for none.
char32_t SignOf(const InkBlob& blob, float size, float baseline) {
  const float wide = static_cast<float>(blob.width()) / size;
  const float high = static_cast<float>(blob.height()) / size;
  const float drop = (static_cast<float>(blob.bottom) - baseline) / size;
  if (high <= kFlat && wide >= kDash && wide >= 1.5F * high && drop < -kRaised &&
      drop > -3 * kRaised - kFlat) {
    return U'-';
  }
  if (high <= kPointHeight + kHang && wide <= kPointWidth && drop >= -kNearBaseline) {
    return drop >= kHang ? U',' : (high <= kPointHeight ? U'.' : 0);
  }
  return 0;
}

bool IsSign(char32_t code) { return code == U'.' || code == U',' || code == U'-'; }
bool IsDigit(char32_t code) { return DigitValue(code) >= 0; }
// What a sign is mistaken for.
bool IsMistakable(char32_t code) {
  return !IsDigit(code) && !IsHan(code) && code != U'%' && code != U'(' && code != U')' &&
         code != U'（' && code != U'）' && code != U'％';
}

bool IsFigure(const std::vector<ReadSymbol>& symbols) {
  const auto digits = std::count_if(symbols.begin(), symbols.end(),
                                    [](const ReadSymbol& one) { return IsDigit(one.code); });
  return digits > 0 && std::all_of(symbols.begin(), symbols.end(), [](const ReadSymbol& one) {
           return IsDigit(one.code) || one.code == U'%' || IsMistakable(one.code);
         });
}

// How many digits the ink that is no sign has room for, touching ones counted by their width.
size_t MostStrokes(std::span<const InkBlob> blobs, float size, float baseline) {
  size_t most = 0;
  for (const InkBlob& blob : blobs) {
    const float digits = static_cast<float>(blob.width()) / (kNarrowDigit * size);
    if (SignOf(blob, size, baseline) == 0) {
      most += static_cast<size_t>(std::max(1L, std::lround(digits)));
    }
  }
  return most;
}

}  // namespace

bool MendFigures(std::span<const InkBlob> blobs, float size, float baseline,
                 std::vector<ReadSymbol>* symbols) {
  if (!IsFigure(*symbols)) {
    return true;
  }
  std::vector<char32_t> signs;  // by blob
  for (const InkBlob& blob : blobs) {
    if (static_cast<float>(std::max(blob.width(), blob.height())) >= kSpeck * size) {
      signs.push_back(SignOf(blob, size, baseline));
    }
  }
  const auto shown = static_cast<size_t>(
      std::count_if(signs.begin(), signs.end(), [](char32_t sign) { return sign != 0; }));
  const auto read = static_cast<size_t>(
      std::count_if(symbols->begin(), symbols->end(),
                    [](const ReadSymbol& one) { return IsMistakable(one.code); }));
  // Digits that touch are one blob, a percent sign may be several: then places do not compare.
  const size_t strokes = symbols->size() - read;
  if (signs.size() - shown != strokes) {
    const bool agree =
        signs.size() <= symbols->size() && strokes <= MostStrokes(blobs, size, baseline);
    if (!agree) {
      for (ReadSymbol& one : *symbols) {
        one.confidence = std::min(one.confidence, kInkUnread);
      }
    }
    return agree;
  }
  std::vector<ReadSymbol> mended;
  size_t at = 0;
  const auto sign_read = [&] { return at < symbols->size() && IsMistakable((*symbols)[at].code); };
  // A point may touch its digit, so that a sign without a blob of its own is not invented; but a
  // minus stands free.
  const auto take_unseen = [&] {
    for (; sign_read(); ++at) {
      mended.push_back((*symbols)[at]);
      if (mended.back().code == U'-') {
        mended.back().confidence = std::min(mended.back().confidence, kInkUnread);
      }
    }
  };
  for (const char32_t sign : signs) {
    if (sign == 0) {
      take_unseen();
      mended.push_back((*symbols)[at++]);
      continue;
    }
    ReadSymbol one;
    if (sign_read()) {
      one = (*symbols)[at++];
    } else if (!mended.empty()) {
      one.box = mended.back().box;
    }
    const bool kept = IsSign(one.code) && (one.code == U'-') == (sign == U'-');
    if (!kept) {
      one.code = sign;
      one.confidence = kFromInk;
      one.others.clear();
    }
    mended.push_back(std::move(one));
  }
  take_unseen();
  *symbols = std::move(mended);
  return true;
}

}  // namespace crossfoot
