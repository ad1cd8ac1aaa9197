// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/furniture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr float kMarginShare = 0.14F;  // of the page's height, above and below
constexpr float kSameHeight = 5;       // points
constexpr size_t kFewestPages = 3;
constexpr size_t kLongestHead = 80;     // characters
constexpr float kWatermarkSize = 1.6F;  // × the commonest size
constexpr int kPale = 3 * 0xB0;         // red + green + blue of a watermark, at least

bool IsOneOf(char32_t code, std::u32string_view set) {
  return set.find(code) != std::u32string_view::npos;
}

// The text without blanks, every run of digits as one '#'.
std::string Pattern(std::string_view text) {
  std::string pattern;
  for (size_t i = 0; i < text.size();) {
    const Utf8Step step = DecodeUtf8(text, i);
    i += step.length;
    if (DigitValue(step.code) >= 0) {
      if (pattern.empty() || pattern.back() != '#') {
        pattern.push_back('#');
      }
    } else if (!IsBlank(step.code)) {
      AppendUtf8(FoldWidth(step.code), &pattern);
    }
  }
  return pattern;
}

bool IsUnitNote(const std::string& pattern) { return pattern.find("单位:") != std::string::npos; }

bool IsPale(uint32_t color) {
  return static_cast<int>((color >> 16) & 0xFF) + static_cast<int>((color >> 8) & 0xFF) +
             static_cast<int>(color & 0xFF) >=
         kPale;
}

float CommonestSize(std::span<const FlowLine> lines) {
  std::map<int, size_t> sizes;
  for (const FlowLine& line : lines) {
    sizes[static_cast<int>(std::lround(line.font_size * 4))] += line.text.utf8().size();
  }
  size_t most = 0;
  float commonest = 0;
  for (const auto& [size, bytes] : sizes) {
    if (bytes > most) {
      most = bytes;
      commonest = static_cast<float>(size) / 4;
    }
  }
  return commonest;
}

enum class Margin { kNone, kTop, kBottom };

Margin MarginOf(const FlowLine& line, std::span<const PageInfo> pages) {
  const auto at = static_cast<size_t>(line.page - 1);
  if (line.page < 1 || at >= pages.size()) {
    return Margin::kNone;
  }
  const float height = pages[at].height;
  if (line.box.bottom < kMarginShare * height) {
    return Margin::kTop;
  }
  return line.box.top > (1 - kMarginShare) * height ? Margin::kBottom : Margin::kNone;
}

}  // namespace

bool IsPageNumber(std::string_view text) {
  size_t digits = 0;
  size_t romans = 0;
  size_t numbers = 0;
  bool in_number = false;
  for (size_t i = 0; i < text.size();) {
    const Utf8Step step = DecodeUtf8(text, i);
    i += step.length;
    const char32_t code = FoldWidth(step.code);
    const bool digit = DigitValue(code) >= 0;
    const bool roman = IsOneOf(code, U"ivxIVX");
    if (digit || roman) {
      numbers += in_number ? 0 : 1;
      in_number = true;
      (digit ? digits : romans) += 1;
      continue;
    }
    in_number = false;
    if (!IsBlank(code) && !IsOneOf(code, U"-—–―─‐−·.~|/第页共PageofOF")) {
      return false;
    }
  }
  const bool one_kind = (digits > 0) != (romans > 0);
  return one_kind && numbers <= 2 && digits <= 8 && romans <= 6 && digits <= 4 * numbers;
}

std::vector<bool> FindFurniture(std::span<const FlowLine> lines, std::span<const PageInfo> pages) {
  std::vector<bool> furniture(lines.size(), false);
  const float body = CommonestSize(lines);
  // Where the outermost lines of each page stand.
  std::map<int, std::pair<float, float>> edges;
  for (const FlowLine& line : lines) {
    const auto [at, fresh] = edges.try_emplace(line.page, line.box.top, line.box.bottom);
    if (!fresh) {
      at->second.first = std::min(at->second.first, line.box.top);
      at->second.second = std::max(at->second.second, line.box.bottom);
    }
  }
  struct Candidate {
    float height = 0;
    size_t line = 0;
  };
  std::map<std::string, std::vector<Candidate>> repeats;
  for (size_t i = 0; i < lines.size(); ++i) {
    const FlowLine& line = lines[i];
    if (line.direction % 90 != 0 ||
        (IsPale(line.color) && line.font_size >= kWatermarkSize * body)) {
      furniture[i] = true;
      continue;
    }
    const Margin margin = MarginOf(line, pages);
    if (margin == Margin::kNone) {
      continue;
    }
    const auto [top, bottom] = edges[line.page];
    const bool outermost = margin == Margin::kTop ? line.box.top <= top + kSameHeight
                                                  : line.box.bottom >= bottom - kSameHeight;
    if (outermost && IsPageNumber(line.text.utf8())) {
      furniture[i] = true;
      continue;
    }
    std::string pattern = Pattern(line.text.utf8());
    if (CountUtf8(pattern) <= kLongestHead && !IsUnitNote(pattern)) {
      pattern.push_back(margin == Margin::kTop ? '^' : '$');
      repeats[std::move(pattern)].push_back({line.box.bottom, i});
    }
  }
  for (auto& [pattern, candidates] : repeats) {
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
      return a.height != b.height ? a.height < b.height : a.line < b.line;
    });
    for (size_t begin = 0; begin < candidates.size();) {
      size_t end = begin + 1;
      while (end < candidates.size() &&
             candidates[end].height - candidates[end - 1].height <= kSameHeight) {
        ++end;
      }
      if (end - begin >= kFewestPages) {
        for (size_t k = begin; k < end; ++k) {
          furniture[candidates[k].line] = true;
        }
      }
      begin = end;
    }
  }
  return furniture;
}

}  // namespace crossfoot
