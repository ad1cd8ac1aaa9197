// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/ink_groups.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr float kInFigure = 2.5F;  // cost of a cut between two figures that the reader saw as one
constexpr float kNoBlank = 0.4F;   // cost of a cut where the reader saw none
constexpr float kAway = 0.5F;      // cost of an em between a symbol and its group
constexpr float kEmpty = 0.6F;     // cost of ink that nobody read, by em of its width
constexpr size_t kMostSteps = 4'000'000;

// Sums over the symbols before each: widths, to share ink out and to weigh cuts.
std::vector<float> WidthsBefore(std::span<const ReadSymbol> symbols) {
  std::vector<float> before(symbols.size() + 1);
  for (size_t i = 0; i < symbols.size(); ++i) {
    before[i + 1] = before[i] + UsualWidth(symbols[i].code);
  }
  return before;
}

bool IsFigurePart(char32_t code) {
  return DigitValue(code) >= 0 || code == U'.' || code == U',' || code == U'%';
}

// Cost of a cut before symbol k.
float CutCost(std::span<const ReadSymbol> symbols, size_t k) {
  if (k == 0 || k >= symbols.size() || symbols[k].begins_word) {
    return 0;
  }
  return IsFigurePart(symbols[k - 1].code) && IsFigurePart(symbols[k].code) ? kInFigure : kNoBlank;
}

float Distance(const ReadSymbol& symbol, const InkGroup& group) {
  const float middle = static_cast<float>(symbol.box.left + symbol.box.right) / 2;
  return std::max({group.left - middle, middle - group.right, 0.0F});
}

// Where each group's symbols begin: groups.size() + 1 cuts.
std::vector<size_t> CutByCost(std::span<const ReadSymbol> symbols, std::span<const InkGroup> groups,
                              float size, const std::vector<float>& before) {
  const size_t n = symbols.size();
  const float never = std::numeric_limits<float>::infinity();
  std::vector<float> cost(n + 1, never);
  cost[0] = 0;
  std::vector<std::vector<size_t>> from(groups.size(), std::vector<size_t>(n + 1, 0));
  std::vector<float> away(n + 1);
  for (size_t g = 0; g < groups.size(); ++g) {
    for (size_t i = 0; i < n; ++i) {
      away[i + 1] = away[i] + kAway * Distance(symbols[i], groups[g]) / size;
    }
    const float wide = (groups[g].right - groups[g].left) / size;
    std::vector<float> next(n + 1, never);
    for (size_t i = 0; i <= n; ++i) {
      if (cost[i] == never) {
        continue;
      }
      for (size_t k = i; k <= n; ++k) {
        const float sum = before[k] - before[i];
        float step = k == i ? kEmpty * wide : std::abs(sum - wide) + away[k] - away[i];
        if (k > i) {
          step += CutCost(symbols, k);
        }
        if (cost[i] + step < next[k]) {
          next[k] = cost[i] + step;
          from[g][k] = i;
        }
        if (sum > 2 * wide + 6) {
          break;
        }
      }
    }
    cost = std::move(next);
  }
  std::vector<size_t> cuts(groups.size() + 1, n);
  size_t end = n;
  while (end > 0 && cost[end] == never) {
    --end;
  }
  for (size_t g = groups.size(); g-- > 0;) {
    end = from[g][end];
    cuts[g] = end;
  }
  return cuts;
}

// The same by nearness alone, for lines too long to weigh.
std::vector<size_t> CutByPlace(std::span<const ReadSymbol> symbols,
                               std::span<const InkGroup> groups) {
  std::vector<size_t> cuts(groups.size() + 1, symbols.size());
  cuts[0] = 0;
  size_t i = 0;
  for (size_t g = 0; g + 1 < groups.size(); ++g) {
    while (i < symbols.size() &&
           Distance(symbols[i], groups[g]) <= Distance(symbols[i], groups[g + 1])) {
      ++i;
    }
    cuts[g + 1] = i;
  }
  return cuts;
}

}  // namespace

float UsualWidth(char32_t code) {
  if (IsHan(code)) {
    return 1;
  }
  if (DigitValue(code) >= 0) {
    return 0.55F;
  }
  if (IsCjk(code)) {
    return 0.7F;  // punctuation, whose ink fills a part of its square
  }
  switch (code) {
    case U'.':
    case U',':
    case U':':
    case U';':
    case U'\'':
    case U'|':
    case U'i':
    case U'l':
    case U'I':
      return 0.28F;
    case U'(':
    case U')':
    case U'-':
      return 0.38F;
    case U'%':
    case U'm':
    case U'w':
    case U'M':
    case U'W':
      return 0.85F;
    default:
      return code < 0x80 ? 0.55F : 0.8F;
  }
}

std::vector<size_t> CutIntoGroups(std::span<const ReadSymbol> symbols,
                                  std::span<const InkGroup> groups, float size) {
  if (symbols.empty() || groups.empty() || !(size > 0)) {
    return std::vector<size_t>(groups.size() + 1, 0);
  }
  if (groups.size() * symbols.size() * symbols.size() > kMostSteps) {
    return CutByPlace(symbols, groups);
  }
  return CutByCost(symbols, groups, size, WidthsBefore(symbols));
}

std::vector<InkGroup> SpreadOver(const InkGroup& group, std::span<const ReadSymbol> symbols) {
  const std::vector<float> before = WidthsBefore(symbols);
  const float scale = (group.right - group.left) / std::max(before.back(), 0.01F);
  std::vector<InkGroup> places;
  for (size_t i = 0; i < symbols.size(); ++i) {
    places.push_back({group.left + scale * before[i], group.left + scale * before[i + 1]});
  }
  return places;
}

}  // namespace crossfoot
