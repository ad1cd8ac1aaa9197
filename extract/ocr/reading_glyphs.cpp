// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/reading_glyphs.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "extract/ocr/figure_ink.h"
#include "extract/ocr/figure_marks.h"
#include "extract/ocr/ink_groups.h"
#include "extract/ocr/stroke_count.h"
#include "extract/ocr/unseen_marks.h"

namespace crossfoot {
namespace {

constexpr uint8_t kInk = 235;      // blurred print is pale, and hairlines are paler
constexpr uint8_t kDarkInk = 210;  // parts what pale ink joins
// Parts of the font size.
constexpr float kHanHeight = 0.92F;     // of most Chinese characters' ink
constexpr float kFigureHeight = 0.72F;  // of figures and capitals
constexpr float kHanDrop = 0.08F;       // of a Chinese character's ink below the baseline
constexpr float kAscent = 0.88F;
constexpr float kDescent = 0.12F;
constexpr float kGroupGap = 0.7F;     // parts two groups of ink
constexpr float kCellGap = 1.5F;      // parts two cells; a sentence's marks leave less
constexpr float kSpeck = 0.08F;       // ink narrower than this and alone is dirt
constexpr float kOneSize = 0.1F;      // sizes that differ by less are one
constexpr float kRoom = 0.25F;        // around a figure that is read again
constexpr float kTouching = 0.66F;    // ink wider than this is more than one digit
constexpr int kMostTries = 60;        // figures of a page that are read again
constexpr float kSureEnough = 0.99F;  // the surest a reading is said to be

struct SizedLine {
  const ReadLine* line = nullptr;
  std::vector<InkBlob> blobs;
  std::vector<InkBlob> dark;
  float size = 0;  // of the font, in pixels
  float baseline = 0;
};

// Readers mix the widths; reports are compared in one.
char32_t Unified(char32_t code) {
  const char32_t folded = FoldWidth(code);
  const bool alphanumeric = DigitValue(folded) >= 0 || (folded >= U'A' && folded <= U'Z') ||
                            (folded >= U'a' && folded <= U'z');
  const bool sign = folded == U'.' || folded == U'%' || folded == U'-' || folded == U'+';
  return alphanumeric || sign ? folded : code;
}

// The value that `share` of the weight does not exceed. Precondition: not empty.
float Rank(std::vector<std::pair<float, float>> weighted, float share) {
  std::sort(weighted.begin(), weighted.end());
  float total = 0;
  for (const auto& [value, weight] : weighted) {
    total += weight;
  }
  float below = 0;
  for (const auto& [value, weight] : weighted) {
    below += weight;
    if (below >= share * total) {
      return value;
    }
  }
  return weighted.back().first;
}

int Median(std::vector<int> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// How far a blob goes on flat from its left; see InkBlob::lead. `columns`: the ink's first row and
// end by column of the picture.
void MeasureLead(const std::vector<std::pair<int, int>>& columns, InkBlob* blob) {
  int top = blob->bottom;
  int bottom = blob->top;
  for (int x = blob->left; x < blob->right; ++x) {
    const auto& [first, last] = columns[static_cast<size_t>(x)];
    top = std::min(top, first);
    bottom = std::max(bottom, last);
    if (static_cast<float>(bottom - top) > kFlatLead * static_cast<float>(blob->height())) {
      return;
    }
    blob->lead = x + 1 - blob->left;
    blob->lead_top = top;
    blob->lead_bottom = bottom;
  }
}

// The line's ink. Its height is that of most of its symbols' boxes: single ones reach into
// neighbouring lines.
std::vector<InkBlob> FindInkBlobs(const ReadLine& line, const Raster& grey, uint8_t ink) {
  std::vector<int> tops;
  std::vector<int> bottoms;
  for (const ReadSymbol& symbol : line.symbols) {
    tops.push_back(symbol.box.top);
    bottoms.push_back(symbol.box.bottom);
  }
  int top = std::clamp(Median(std::move(tops)), 0, grey.height);
  int bottom = std::clamp(Median(std::move(bottoms)), top, grey.height);
  const int reach = (bottom - top) / 8;
  // A white row parts the line from its neighbours, where the boxes reached into them.
  const int left = std::clamp(line.box.left, 0, grey.width);
  const int right = std::clamp(line.box.right, left, grey.width);
  const auto white = [&](int y) {
    const uint8_t* row = grey.Row(y);
    return std::none_of(row + left, row + right, [&](uint8_t pixel) { return pixel < kDarkInk; });
  };
  const int middle = (top + bottom) / 2;
  int y = std::max(top - reach, 0);
  for (int at = middle - (bottom - top) / 4; at > y; --at) {
    if (white(at)) {
      y = at;
    }
  }
  int end = std::min(bottom + reach, grey.height);
  for (int at = middle + (bottom - top) / 4; at < end; ++at) {
    if (white(at)) {
      end = at;
    }
  }
  top = y;
  bottom = end;
  std::vector<std::pair<int, int>> columns(static_cast<size_t>(grey.width), {bottom, top});
  for (y = top; y < bottom; ++y) {
    const uint8_t* row = grey.Row(y);
    for (int x = 0; x < grey.width; ++x) {
      if (row[x] < ink) {
        auto& [first, last] = columns[static_cast<size_t>(x)];
        first = std::min(first, y);
        last = y + 1;
      }
    }
  }
  std::vector<InkBlob> blobs;
  bool open = false;
  for (int x = 0; x < grey.width; ++x) {
    const auto& [first, last] = columns[static_cast<size_t>(x)];
    if (first >= last) {
      open = false;
      continue;
    }
    if (!open) {
      blobs.push_back({x, x + 1, first, last});
      open = true;
    }
    InkBlob& blob = blobs.back();
    blob = {blob.left, x + 1, std::min(blob.top, first), std::max(blob.bottom, last)};
  }
  for (InkBlob& blob : blobs) {
    MeasureLead(columns, &blob);
  }
  return blobs;
}

// Font size and baseline. Of a line in which some characters are Chinese, they are the highest.
void Measure(SizedLine* line) {
  float han = 0;
  float all = 0;
  for (const ReadSymbol& symbol : line->line->symbols) {
    const float width = UsualWidth(symbol.code);
    han += IsHan(symbol.code) ? width : 0;
    all += width;
  }
  std::vector<std::pair<float, float>> heights;
  std::vector<std::pair<float, float>> bottoms;
  for (const InkBlob& blob : line->blobs) {
    const auto width = static_cast<float>(blob.width());
    heights.emplace_back(static_cast<float>(blob.height()), width);
    bottoms.emplace_back(static_cast<float>(blob.bottom), width);
  }
  const float share = han / all;
  const bool chinese = share > 0.1F;
  line->size =
      chinese ? Rank(heights, 1 - share / 2) / kHanHeight : Rank(heights, 0.6F) / kFigureHeight;
  line->baseline = Rank(bottoms, 0.5F) - (share > 0.5F ? kHanDrop * line->size : 0);
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
        near += std::abs(other->size - line->size) < kOneSize * line->size
                    ? other->line->symbols.size()
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
    std::vector<std::pair<float, float>> sizes;
    for (const SizedLine* line : open) {
      if (std::abs(line->size - best) < kOneSize * best) {
        sizes.emplace_back(line->size, static_cast<float>(line->line->symbols.size()));
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

// Where upright rulings stand in the line, ascending.
std::vector<int> WallsOf(const SizedLine& line, std::span<const InkRuling> rulings) {
  const int top = static_cast<int>(line.baseline - kAscent * line.size);
  const int bottom = static_cast<int>(line.baseline + kDescent * line.size);
  std::vector<int> walls;
  for (const InkRuling& ruling : rulings) {
    if (!ruling.horizontal && ruling.from < bottom && ruling.to > top) {
      walls.push_back(static_cast<int>(ruling.position));
    }
  }
  std::sort(walls.begin(), walls.end());
  return walls;
}

bool IsWalled(const std::vector<int>& walls, float left, float right) {
  const auto wall = std::lower_bound(walls.begin(), walls.end(), static_cast<int>(left) - 1);
  return wall != walls.end() && *wall <= static_cast<int>(right);
}

// The ink of a line, cut at wide gaps and at walls.
std::vector<InkGroup> GroupInk(const SizedLine& line, const std::vector<int>& walls) {
  const float gap = kGroupGap * line.size;
  std::vector<InkGroup> groups;
  for (const InkBlob& blob : line.blobs) {
    const auto left = static_cast<float>(blob.left);
    if (groups.empty() || left - groups.back().right > gap ||
        IsWalled(walls, groups.back().right, left)) {
      groups.push_back({left, left});
    }
    groups.back().right = static_cast<float>(blob.right);
  }
  // A speck is no group.
  std::erase_if(
      groups, [&](const InkGroup& group) { return group.right - group.left < kSpeck * line.size; });
  return groups;
}

std::vector<InkBlob> BlobsOf(const std::vector<InkBlob>& blobs, const InkGroup& group) {
  std::vector<InkBlob> inside;
  std::copy_if(blobs.begin(), blobs.end(), std::back_inserter(inside), [&](const InkBlob& blob) {
    return static_cast<float>(blob.left) >= group.left &&
           static_cast<float>(blob.right) <= group.right;
  });
  return inside;
}

// The group with room around it, as readers of lines need.
PixelBox Around(const InkGroup& group, const SizedLine& line) {
  const auto room = static_cast<int>(kRoom * line.size);
  return {static_cast<int>(group.left) - room,
          static_cast<int>(line.baseline - kAscent * line.size) - room,
          static_cast<int>(group.right) + room,
          static_cast<int>(line.baseline + kDescent * line.size) + room};
}

void Append(const std::vector<ReadSymbol>& symbols, const std::vector<InkGroup>& places,
            const SizedLine& line, float points, PageContent* page) {
  for (size_t i = 0; i < symbols.size(); ++i) {
    Glyph glyph;
    glyph.code = Unified(symbols[i].code);
    glyph.font_size = line.size * points;
    glyph.baseline = line.baseline * points;
    glyph.box = {places[i].left * points, glyph.baseline - kAscent * glyph.font_size,
                 places[i].right * points, glyph.baseline + kDescent * glyph.font_size};
    // In steps of a hundredth: equal neighbours stay together in a Text.
    glyph.confidence = std::min(std::round(symbols[i].confidence * 100) / 100, kSureEnough);
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

// The group's symbols as its ink and second readings leave them.
void Mend(const SizedLine& line, const InkGroup& group, const FreeEnds& free, const Raster& grey,
          const ReadAgain& read_again, int* tries_left, std::vector<ReadSymbol>* shown) {
  const std::vector<InkBlob> blobs = BlobsOf(line.blobs, group);
  const std::vector<InkBlob> dark = BlobsOf(line.dark, group);
  const bool touching = std::any_of(blobs.begin(), blobs.end(), [&](const InkBlob& blob) {
    return static_cast<float>(blob.width()) > kTouching * line.size;
  });
  // Pale ink holds a digit's hairlines together, dark ink holds a minus and its digit apart.
  const auto mend = [&](std::vector<ReadSymbol>* symbols) {
    std::vector<ReadSymbol> other = *symbols;
    const InkVerdict verdict = MendFigures(blobs, line.size, line.baseline, symbols);
    // Pale ink is wide, and has room for digits that are not there.
    if (verdict == InkVerdict::kPlausible &&
        !HasRoomFor(*symbols, dark, line.size, line.baseline)) {
      return InkVerdict::kDiffers;
    }
    // A hairline minus is nothing but pale: what pale ink gave is not given up.
    const bool gave = symbols->size() > other.size() || verdict == InkVerdict::kMatches;
    const size_t least = gave ? symbols->size() : 0;
    if (verdict != InkVerdict::kDiffers && touching &&
        MendFigures(dark, line.size, line.baseline, &other) == InkVerdict::kMatches &&
        other.size() >= least) {
      *symbols = std::move(other);
      return InkVerdict::kMatches;
    }
    return verdict;
  };
  const PixelBox around = Around(group, line);
  CountStrokes(blobs, line.size, grey, shown);
  DropUnseenMarks(blobs, line.size, line.baseline, free, shown);
  MendItemNumber(blobs, line.size, line.baseline, shown);
  SettleFigureMarks(shown);
  if (mend(shown) == InkVerdict::kDiffers && (*tries_left)-- > 0) {
    std::vector<ReadSymbol> again = read_again(around);
    const InkVerdict verdict = again.empty() ? InkVerdict::kDiffers : mend(&again);
    const bool alike = std::equal(again.begin(), again.end(), shown->begin(), shown->end(),
                                  [](const ReadSymbol& a, const ReadSymbol& b) {
                                    return Unified(a.code) == Unified(b.code);
                                  });
    if (verdict != InkVerdict::kDiffers || alike) {
      for (ReadSymbol& symbol : again) {
        symbol.confidence = alike ? kReadAlike : std::min(symbol.confidence, kReadTwice);
      }
      *shown = std::move(again);
    }
    return;
  }
  ReadDoubtfulFigures({0, around.top, 0, around.bottom}, read_again, tries_left, shown);
}

}  // namespace

void AppendGlyphs(const std::vector<ReadLine>& lines, const Raster& grey,
                  std::span<const InkRuling> rulings, const ReadAgain& read_again,
                  PageContent* page) {
  std::vector<SizedLine> sized;
  for (const ReadLine& line : lines) {
    SizedLine one{&line, FindInkBlobs(line, grey, kInk), FindInkBlobs(line, grey, kDarkInk), 0, 0};
    if (!one.blobs.empty()) {
      Measure(&one);
      sized.push_back(std::move(one));
    }
  }
  UnifySizes(&sized);
  if (page->fonts.empty()) {
    page->fonts.push_back({"read", false, false, true});
  }
  const float points = 72 / grey.dpi;
  int tries_left = kMostTries;
  for (const SizedLine& line : sized) {
    const std::vector<ReadSymbol>& symbols = line.line->symbols;
    const std::vector<int> walls = WallsOf(line, rulings);
    const std::vector<InkGroup> groups = GroupInk(line, walls);
    const auto parted = [&](size_t g) {  // from the group before
      return g == 0 || g == groups.size() ||
             groups[g].left - groups[g - 1].right > kCellGap * line.size ||
             IsWalled(walls, groups[g - 1].right, groups[g].left);
    };
    const std::vector<size_t> cuts = CutIntoGroups(symbols, groups, line.size);
    for (size_t g = 0; g < groups.size(); ++g) {
      std::vector<ReadSymbol> shown(symbols.begin() + static_cast<std::ptrdiff_t>(cuts[g]),
                                    symbols.begin() + static_cast<std::ptrdiff_t>(cuts[g + 1]));
      Mend(line, groups[g], {parted(g), parted(g + 1)}, grey, read_again, &tries_left, &shown);
      Append(shown, SpreadOver(groups[g], shown), line, points, page);
    }
  }
}

}  // namespace crossfoot
