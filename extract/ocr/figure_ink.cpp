// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/figure_ink.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "extract/ocr/figure_marks.h"

namespace crossfoot {
namespace {

// Parts of the font size.
constexpr float kPointHeight = 0.3F;    // a point or comma is at most this high …
constexpr float kPointWidth = 0.26F;    // … and wide
constexpr float kHang = 0.1F;           // a comma ends at least this far below the baseline
constexpr float kNearBaseline = 0.12F;  // a point ends within this of the baseline
constexpr float kFlat = 0.22F;          // a minus is at most this high …
constexpr float kDash = 0.2F;           // … at least this wide …
constexpr float kLevel = 1.3F;          // … this many times its height (blur adds to both) …
constexpr float kRaised = 0.12F;        // … and stands this far above the baseline
constexpr float kNarrowDigit = 0.45F;   // of digits that touch, each is at least this wide
constexpr float kSpeck = 0.07F;         // smaller blobs are dirt
constexpr float kDigitHeight = 0.45F;   // lower ink is no whole digit
constexpr float kOneDigit = 0.56F;      // a digit is no wider
constexpr float kArc = 0.22F;           // the side of a round digit is no wider …
constexpr float kRound = 0.47F;  // … and both no wider than this: two 1s stand farther apart
constexpr float kFree = 0.1F;    // room on both sides of a sign …
constexpr float kEven = 0.4F;    // … or about as much on one side as on the other
constexpr float kSurelyHangs = 0.13F;  // below the baseline: a comma, whatever was read
constexpr float kPieceGap = 0.14F;     // between the pieces of one digit

// The sign that a blob shows by its shape and place; 0 for none.
char32_t SignOf(const InkBlob& blob, float size, float baseline) {
  const float wide = static_cast<float>(blob.width()) / size;
  const float high = static_cast<float>(blob.height()) / size;
  const float drop = (static_cast<float>(blob.bottom) - baseline) / size;
  if (high <= kFlat && wide >= kDash && wide >= kLevel * high && drop < -kRaised &&
      drop > -3 * kRaised - kFlat) {
    return U'-';
  }
  if (high <= kPointHeight + kHang && wide <= kPointWidth && drop >= -kNearBaseline) {
    return drop >= kHang ? U',' : (high <= kPointHeight ? U'.' : 0);
  }
  return 0;
}

// The baseline that the figure's own digits stand on; `line` where it shows none.
float BaselineOf(std::span<const InkBlob> blobs, float size, float line) {
  std::vector<int> bottoms;
  for (const InkBlob& blob : blobs) {
    if (static_cast<float>(blob.height()) >= kDigitHeight * size) {
      bottoms.push_back(blob.bottom);
    }
  }
  if (bottoms.empty()) {
    return line;
  }
  const auto middle = bottoms.begin() + static_cast<std::ptrdiff_t>(bottoms.size() / 2);
  std::nth_element(bottoms.begin(), middle, bottoms.end());
  return static_cast<float>(*middle);
}

// The hairlines of a face for text (宋体, 仿宋, 楷体) vanish in print and scan, and a digit falls
// into pieces: pieces that are no sign go back to the digit they lie closest to.
std::vector<InkBlob> JoinPieces(std::span<const InkBlob> blobs, float size, float baseline) {
  std::vector<InkBlob> joined;
  const auto is_piece = [&](const InkBlob& blob) {
    return static_cast<float>(blob.height()) < kDigitHeight * size;
  };
  // Half of a 0 without its top and bottom.
  const auto is_arc = [&](const InkBlob& blob) {
    return !is_piece(blob) && static_cast<float>(blob.width()) <= kArc * size;
  };
  const auto join = [](const InkBlob& a, const InkBlob& b) {
    InkBlob both = a;
    both.right = std::max(a.right, b.right);
    both.top = std::min(a.top, b.top);
    both.bottom = std::max(a.bottom, b.bottom);
    return both;
  };
  for (const InkBlob& blob : blobs) {
    if (static_cast<float>(std::max(blob.width(), blob.height())) < kSpeck * size) {
      continue;
    }
    if (!joined.empty() && is_piece(joined.back()) != is_piece(blob)) {
      const InkBlob both = join(joined.back(), blob);
      const char32_t sign = SignOf(is_piece(blob) ? blob : joined.back(), size, baseline);
      const auto gap = static_cast<float>(blob.left - joined.back().right);
      // The bar of a broken 4 looks like a minus, but closes with its stem to the width of one
      // digit.
      const bool one_digit = static_cast<float>(both.width()) <= kOneDigit * size;
      const bool stray = sign == 0 && gap <= kPieceGap * size;
      if (one_digit && (stray || (sign == U'-' && gap <= kSpeck * size))) {
        joined.back() = both;
        continue;
      }
    }
    if (!joined.empty() && is_arc(joined.back()) && is_arc(blob) &&
        static_cast<float>(blob.right - joined.back().left) <= kRound * size) {
      joined.back() = join(joined.back(), blob);
      continue;
    }
    joined.push_back(blob);
  }
  return joined;
}

// A minus that blur has run into the figure's first digit comes off it. The bar of a 4 is as flat,
// but ends with its stem within the width of one digit.
void PartLeadingMinus(float size, float baseline, std::vector<InkBlob>* blobs) {
  if (blobs->empty()) {
    return;
  }
  InkBlob& first = blobs->front();
  const InkBlob lead{first.left, first.left + first.lead, first.lead_top, first.lead_bottom};
  if (static_cast<float>(first.width()) <= kOneDigit * size || first.lead >= first.width() ||
      SignOf(lead, size, baseline) != U'-') {
    return;
  }
  first.left = lead.right;
  first.lead = 0;
  blobs->insert(blobs->begin(), lead);
}

bool IsDigit(char32_t code) { return DigitValue(code) >= 0; }
bool IsSign(char32_t code) { return code == U'.' || code == U',' || code == U'-'; }
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

// Whether a sign that nobody read stands between its neighbours as a sign does: the ball at the end
// of a stroke (2, 3, 9 in 宋体) lies much closer to one of them.
bool StandsFree(std::span<const InkBlob> blobs, size_t i, float size) {
  if (i == 0 || i + 1 == blobs.size()) {
    return true;
  }
  const auto before = static_cast<float>(blobs[i].left - blobs[i - 1].right);
  const auto after = static_cast<float>(blobs[i + 1].left - blobs[i].right);
  return std::min(before, after) >= kFree * size ||
         std::min(before, after) >= kEven * std::max(before, after);
}

// Where the figure's first ink is a minus, so is its first symbol; where it is one digit, a minus
// was invented (the flag of a 1).
void SettleLeadingMinus(const std::vector<InkBlob>& blobs, float size, float baseline,
                        std::vector<ReadSymbol>* symbols) {
  if (blobs.size() < 2) {
    return;
  }
  std::vector<ReadSymbol> mended = *symbols;
  const InkBlob& first = blobs.front();
  const bool minus = SignOf(first, size, baseline) == U'-';
  if (minus == (mended.front().code == U'-')) {
    return;
  }
  if (minus) {
    if (IsDigit(mended.front().code)) {
      mended.insert(mended.begin(), mended.front());
      mended[1].begins_word = false;
    }
    mended.front().code = U'-';
    mended.front().confidence = kFromInk;
    mended.front().others.clear();
  } else if (static_cast<float>(first.width()) <= kOneDigit * size &&
             static_cast<float>(first.height()) >= kDigitHeight * size) {
    mended.erase(mended.begin());
    mended.front().begins_word = true;
  }
  if (IsWellFormed(CodesOf(mended))) {
    *symbols = std::move(mended);
  }
}

}  // namespace

InkVerdict MendFigures(std::span<const InkBlob> ink, float size, float baseline,
                       std::vector<ReadSymbol>* symbols) {
  if (!IsFigure(*symbols)) {
    return InkVerdict::kPlausible;
  }
  SettleMarks(symbols);
  baseline = BaselineOf(ink, size, baseline);
  std::vector<InkBlob> blobs = JoinPieces(ink, size, baseline);
  PartLeadingMinus(size, baseline, &blobs);
  std::vector<char32_t> signs;  // by blob
  for (size_t i = 0; i < blobs.size(); ++i) {
    signs.push_back(SignOf(blobs[i], size, baseline));
  }
  const auto shown = static_cast<size_t>(
      std::count_if(signs.begin(), signs.end(), [](char32_t sign) { return sign != 0; }));
  const auto read = static_cast<size_t>(
      std::count_if(symbols->begin(), symbols->end(),
                    [](const ReadSymbol& one) { return IsMistakable(one.code); }));
  // Digits that touch are one blob, a percent sign may be several: then places do not compare.
  const size_t strokes = symbols->size() - read;
  if (signs.size() - shown != strokes) {
    // A percent sign is up to three blobs.
    const auto percents = static_cast<size_t>(
        std::count_if(symbols->begin(), symbols->end(),
                      [](const ReadSymbol& one) { return FoldWidth(one.code) == U'%'; }));
    const bool agree = signs.size() - shown <= strokes + 2 * percents &&
                       strokes <= MostStrokes(blobs, size, baseline) &&
                       !HasDoubledMarks(CodesOf(*symbols));
    SettleLeadingMinus(blobs, size, baseline, symbols);
    if (!agree) {
      for (ReadSymbol& one : *symbols) {
        one.confidence = std::min(one.confidence, kInkUnread);
      }
    }
    return agree ? InkVerdict::kPlausible : InkVerdict::kDiffers;
  }
  std::vector<ReadSymbol> mended;
  std::vector<size_t> strays;  // of `mended`, ascending: no number has them, and no ink shows them
  size_t at = 0;
  const auto sign_read = [&] { return at < symbols->size() && IsMistakable((*symbols)[at].code); };
  // A point may touch its digit, so that a sign without a blob of its own need not be invented; but
  // a minus stands free, or makes its digit wider than one.
  const bool wide_start =
      !blobs.empty() && static_cast<float>(blobs.front().width()) > kOneDigit * size;
  const auto take_unseen = [&] {
    for (; sign_read(); ++at) {
      if ((*symbols)[at].code == U'-' && mended.empty() && !wide_start) {
        continue;
      }
      if (!IsSign(FoldWidth((*symbols)[at].code))) {
        strays.push_back(mended.size());
      }
      mended.push_back((*symbols)[at]);
    }
  };
  for (size_t i = 0; i < signs.size(); ++i) {
    const char32_t sign = signs[i];
    if (sign == 0) {
      take_unseen();
      mended.push_back((*symbols)[at++]);
      continue;
    }
    if (!sign_read() && !StandsFree(blobs, i, size)) {
      continue;  // the end of a stroke
    }
    ReadSymbol one;
    if (sign_read()) {
      one = (*symbols)[at++];
    } else if (!mended.empty()) {
      one.box = mended.back().box;
    }
    const bool hangs = static_cast<float>(blobs[i].bottom) - baseline >= kSurelyHangs * size;
    const bool kept = IsSign(one.code) && (one.code == U'-') == (sign == U'-') &&
                      !(one.code == U'.' && sign == U',' && hangs);
    if (!kept) {
      one.code = sign;
      one.confidence = kFromInk;
      one.others.clear();
    }
    mended.push_back(std::move(one));
  }
  take_unseen();
  SettleMarks(&mended);
  if (!strays.empty() && !IsWellFormed(CodesOf(mended))) {
    std::vector<ReadSymbol> bare = mended;
    for (size_t k = strays.size(); k-- > 0;) {
      bare.erase(bare.begin() + static_cast<std::ptrdiff_t>(strays[k]));
    }
    if (IsWellFormed(CodesOf(bare))) {
      mended = std::move(bare);
    }
  }
  // What makes no number of one is a piece of a digit or dirt.
  if (IsWellFormed(CodesOf(mended)) || !IsWellFormed(CodesOf(*symbols))) {
    *symbols = std::move(mended);
  }
  return InkVerdict::kMatches;
}

void MendItemNumber(std::span<const InkBlob> ink, float size, float baseline,
                    std::vector<ReadSymbol>* symbols) {
  constexpr size_t kMostDigits = 2;
  const auto words = std::find_if_not(symbols->begin(), symbols->end(),
                                      [](const ReadSymbol& one) { return IsDigit(one.code); });
  const auto digits = static_cast<size_t>(words - symbols->begin());
  if (digits == 0 || digits > kMostDigits || words == symbols->end() || !IsHan(words->code) ||
      ink.size() <= digits || SignOf(ink[digits], size, baseline) != U'.' ||
      std::any_of(ink.begin(), ink.begin() + static_cast<std::ptrdiff_t>(digits),
                  [&](const InkBlob& blob) {
                    return static_cast<float>(blob.height()) < kDigitHeight * size ||
                           static_cast<float>(blob.width()) > kOneDigit * size;
                  })) {
    return;
  }
  ReadSymbol point = *words;
  point.code = U'.';
  point.confidence = kFromInk;
  point.begins_word = false;
  point.others.clear();
  symbols->insert(words, point);
}

bool HasRoomFor(const std::vector<ReadSymbol>& symbols, std::span<const InkBlob> ink, float size,
                float baseline) {
  const auto digits = static_cast<size_t>(std::count_if(
      symbols.begin(), symbols.end(), [](const ReadSymbol& one) { return IsDigit(one.code); }));
  baseline = BaselineOf(ink, size, baseline);
  return !IsFigure(symbols) ||
         digits <= MostStrokes(JoinPieces(ink, size, baseline), size, baseline);
}

}  // namespace crossfoot
