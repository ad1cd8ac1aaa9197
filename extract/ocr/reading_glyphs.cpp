// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/reading_glyphs.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "base/utf8.h"
#include "extract/ocr/ink_groups.h"

namespace crossfoot {
namespace {

constexpr uint8_t kInk = 150;
// Parts of the font size.
constexpr float kHanHeight = 0.92F;     // of most Chinese characters' ink
constexpr float kFigureHeight = 0.72F;  // of figures and capitals
constexpr float kHanDrop = 0.08F;       // of a Chinese character's ink below the baseline
constexpr float kAscent = 0.88F;
constexpr float kDescent = 0.12F;
constexpr float kGroupGap = 0.7F;       // parts two groups of ink
constexpr float kSpeck = 0.08F;         // ink narrower than this and alone is dirt
constexpr float kOneSize = 0.1F;        // sizes that differ by less are one
constexpr float kSureEnough = 0.99F;    // the surest a reading is said to be

struct Inked {
  char32_t code = 0;
  PixelBox ink;
};

struct SizedLine {
  const ReadLine* line = nullptr;
  std::vector<Inked> symbols;
  float size = 0;  // of the font, in pixels
  float baseline = 0;
};

bool IsUprightFigure(char32_t code) {
  return DigitValue(code) >= 0 || (code >= U'A' && code <= U'Z' && code != U'Q' && code != U'J');
}

// Readers mix the widths; reports are compared in one.
char32_t Unified(char32_t code) {
  const char32_t folded = FoldWidth(code);
  const bool alphanumeric = DigitValue(folded) >= 0 || (folded >= U'A' && folded <= U'Z') ||
                            (folded >= U'a' && folded <= U'z');
  const bool sign = folded == U'.' || folded == U'%' || folded == U'-' || folded == U'+';
  return alphanumeric || sign ? folded : code;
}

PixelBox Tighten(const PixelBox& box, const Raster& grey) {
  const PixelBox in{std::clamp(box.left, 0, grey.width), std::clamp(box.top, 0, grey.height),
                    std::clamp(box.right, 0, grey.width), std::clamp(box.bottom, 0, grey.height)};
  PixelBox ink{in.right, in.bottom, in.left, in.top};
  for (int y = in.top; y < in.bottom; ++y) {
    const uint8_t* row = grey.Row(y);
    for (int x = in.left; x < in.right; ++x) {
      if (row[x] < kInk) {
        ink = {std::min(ink.left, x), std::min(ink.top, y), std::max(ink.right, x + 1),
               std::max(ink.bottom, y + 1)};
      }
    }
  }
  return ink;
}

// The value that `share` of the values do not exceed; 0 for none.
float Rank(std::vector<float> values, float share) {
  if (values.empty()) {
    return 0;
  }
  const auto at = static_cast<std::ptrdiff_t>(share * static_cast<float>(values.size() - 1) + 0.5F);
  std::nth_element(values.begin(), values.begin() + at, values.end());
  return values[static_cast<size_t>(at)];
}

void Measure(SizedLine* line) {
  std::vector<float> han;
  std::vector<float> figures;
  for (const Inked& one : line->symbols) {
    const auto height = static_cast<float>(one.ink.height());
    if (IsHan(one.code)) {
      han.push_back(height);
    } else if (IsUprightFigure(one.code)) {
      figures.push_back(height);
    }
  }
  if (han.size() >= 3 || figures.empty()) {
    line->size = Rank(han, 0.7F) / kHanHeight;
  }
  if (line->size == 0 && !figures.empty()) {
    line->size = Rank(figures, 0.5F) / kFigureHeight;
  }
  if (line->size == 0) {
    for (const Inked& one : line->symbols) {
      line->size = std::max(line->size, static_cast<float>(one.ink.height()));
    }
  }
  std::vector<float> bottoms;
  for (const Inked& one : line->symbols) {
    if (IsUprightFigure(one.code)) {
      bottoms.push_back(static_cast<float>(one.ink.bottom));
    }
  }
  if (bottoms.size() < 3) {
    for (const Inked& one : line->symbols) {
      if (IsHan(one.code) &&
          static_cast<float>(one.ink.height()) > 0.6F * kHanHeight * line->size) {
        bottoms.push_back(static_cast<float>(one.ink.bottom) - kHanDrop * line->size);
      }
    }
  }
  if (bottoms.empty()) {
    for (const Inked& one : line->symbols) {
      bottoms.push_back(static_cast<float>(one.ink.bottom));
    }
  }
  line->baseline = Rank(bottoms, 0.5F);
}

// Lines of nearly one size are of one size: the commonest (by characters) draws the others.
void UnifySizes(std::vector<SizedLine>* lines) {
  std::vector<SizedLine*> open;
  for (SizedLine& line : *lines) {
    open.push_back(&line);
  }
  while (!open.empty()) {
    float best = 0;
    size_t most = 0;
    for (const SizedLine* line : open) {
      size_t near = 0;
      for (const SizedLine* other : open) {
        near += std::abs(other->size - line->size) < kOneSize * line->size ? other->symbols.size()
                                                                            : 0;
      }
      if (near > most) {
        most = near;
        best = line->size;
      }
    }
    if (most == 0) {
      return;
    }
    std::vector<float> sizes;
    for (const SizedLine* line : open) {
      if (std::abs(line->size - best) < kOneSize * best) {
        sizes.insert(sizes.end(), line->symbols.size(), line->size);
      }
    }
    const float size = Rank(sizes, 0.5F);
    std::erase_if(open, [&](SizedLine* line) {
      const bool near = std::abs(line->size - best) < kOneSize * best;
      if (near) {
        line->size = size;
      }
      return near;
    });
  }
}

// The ink of a line, cut at wide gaps and at the rulings that stand upright in it.
std::vector<InkGroup> GroupInk(const SizedLine& line, const Raster& grey,
                               std::span<const InkRuling> rulings) {
  const int top = std::clamp(static_cast<int>(line.baseline - kAscent * line.size), 0, grey.height);
  const int bottom =
      std::clamp(static_cast<int>(line.baseline + kDescent * line.size), top, grey.height);
  std::vector<bool> inked(static_cast<size_t>(grey.width));
  for (int y = top; y < bottom; ++y) {
    const uint8_t* row = grey.Row(y);
    for (int x = 0; x < grey.width; ++x) {
      if (row[x] < kInk) {
        inked[static_cast<size_t>(x)] = true;
      }
    }
  }
  std::vector<int> walls;
  for (const InkRuling& ruling : rulings) {
    if (!ruling.horizontal && ruling.from < bottom && ruling.to > top) {
      walls.push_back(static_cast<int>(ruling.position));
    }
  }
  std::sort(walls.begin(), walls.end());
  const float gap = kGroupGap * line.size;
  std::vector<InkGroup> groups;
  for (int x = 0; x < grey.width; ++x) {
    if (!inked[static_cast<size_t>(x)]) {
      continue;
    }
    const auto at = static_cast<float>(x);
    const auto wall = groups.empty()
                          ? walls.end()
                          : std::lower_bound(walls.begin(), walls.end(),
                                             static_cast<int>(groups.back().right));
    const bool walled = wall != walls.end() && *wall <= x;
    if (groups.empty() || at - groups.back().right > gap || walled) {
      groups.push_back({at, at + 1});
    }
    groups.back().right = at + 1;
  }
  // A speck is no group.
  std::erase_if(groups, [&](const InkGroup& group) {
    return group.right - group.left < kSpeck * line.size;
  });
  return groups;
}

}  // namespace

void AppendGlyphs(const std::vector<ReadLine>& lines, const Raster& grey,
                  std::span<const InkRuling> rulings, PageContent* page) {
  std::vector<SizedLine> sized;
  for (const ReadLine& line : lines) {
    SizedLine one;
    one.line = &line;
    for (const ReadSymbol& symbol : line.symbols) {
      const PixelBox ink = Tighten(symbol.box, grey);
      if (ink.width() > 0 && ink.height() > 0) {
        one.symbols.push_back({Unified(symbol.code), ink});
      }
    }
    if (!one.symbols.empty()) {
      Measure(&one);
      sized.push_back(std::move(one));
    }
  }
  UnifySizes(&sized);
  if (page->fonts.empty()) {
    page->fonts.push_back({"read", false, false, true});
  }
  const float points = 72 / grey.dpi;
  for (const SizedLine& line : sized) {
    const std::vector<ReadSymbol>& symbols = line.line->symbols;
    const std::vector<InkGroup> places =
        PlaceSymbols(symbols, GroupInk(line, grey, rulings), line.size);
    for (size_t i = 0; i < symbols.size(); ++i) {
      if (places[i].right <= places[i].left) {
        continue;
      }
      Glyph glyph;
      glyph.code = Unified(symbols[i].code);
      glyph.font_size = line.size * points;
      glyph.baseline = line.baseline * points;
      glyph.box = {places[i].left * points, glyph.baseline - kAscent * glyph.font_size,
                   places[i].right * points, glyph.baseline + kDescent * glyph.font_size};
      glyph.confidence = std::min(symbols[i].confidence, kSureEnough);
      for (const OtherReading& other : symbols[i].others) {
        const char32_t code = Unified(other.code);
        if (code != glyph.code) {
          page->others.push_back(
              {static_cast<uint32_t>(page->glyphs.size()), code, other.confidence});
        }
      }
      page->glyphs.push_back(glyph);
    }
  }
}

}  // namespace crossfoot
