// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/second_reading.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "base/utf8.h"
#include "extract/ocr/doubt.h"

namespace crossfoot {
namespace {

constexpr float kTwin = 0.6F;    // confidence of ink that was read twice
constexpr float kRoom = 0.5F;    // beside a figure, in heights of its line
constexpr size_t kFarthest = 1;  // edits between two readings of one figure

bool IsDigit(char32_t code) { return DigitValue(code) >= 0; }
bool IsFigurePart(char32_t code) {
  const char32_t folded = FoldWidth(code);
  return IsDigit(folded) || folded == U'.' || folded == U',' || folded == U'%' || folded == U'-';
}

char32_t CodeOf(const ReadSymbol& symbol) { return FoldWidth(symbol.code); }

// Edits between two readings (Wagner and Fischer 1974).
size_t Distance(const std::vector<ReadSymbol>& a, const std::vector<ReadSymbol>& b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t k = 1; k <= b.size(); ++k) {
      const size_t above = row[k];
      const size_t same = CodeOf(a[i - 1]) == CodeOf(b[k - 1]) ? 0U : 1U;
      row[k] = std::min({above + 1, row[k - 1] + 1, diagonal + same});
      diagonal = above;
    }
  }
  return row.back();
}

// How far a digit's reading stands above what else it may be.
float Lead(const ReadSymbol& symbol) {
  float next = 0;
  for (const OtherReading& other : symbol.others) {
    next = IsDigit(FoldWidth(other.code)) ? std::max(next, other.confidence) : next;
  }
  return symbol.confidence - next;
}

float LeastLead(const std::vector<ReadSymbol>& symbols) {
  float least = 1;
  for (const ReadSymbol& symbol : symbols) {
    least = IsDigit(CodeOf(symbol)) ? std::min(least, Lead(symbol)) : least;
  }
  return least;
}

void AddOther(char32_t code, float confidence, ReadSymbol* symbol) {
  std::erase_if(symbol->others, [&](const OtherReading& other) { return other.code == code; });
  symbol->others.insert(symbol->others.begin(), {code, confidence});
}

}  // namespace

bool HasSecondThought(const ReadSymbol& symbol) {
  return IsDigit(CodeOf(symbol)) &&
         (symbol.confidence < kDoubtful ||
          std::any_of(symbol.others.begin(), symbol.others.end(), [](const OtherReading& other) {
            return IsDigit(FoldWidth(other.code)) && other.confidence >= kSecondThought;
          }));
}

bool IsLongRate(const std::vector<ReadSymbol>& figure) {
  constexpr std::ptrdiff_t kUsualDecimals = 2;
  const auto point = std::find_if(figure.begin(), figure.end(),
                                  [](const ReadSymbol& symbol) { return CodeOf(symbol) == U'.'; });
  return !figure.empty() && CodeOf(figure.back()) == U'%' && point != figure.end() &&
         figure.end() - point - 2 > kUsualDecimals;
}

std::vector<ReadSymbol> FigureLike(const std::vector<ReadSymbol>& first,
                                   const std::vector<ReadSymbol>& second, const CutEnds& cut) {
  std::vector<ReadSymbol> best;
  size_t least = kFarthest + 1;
  const auto seek = [&](size_t before, size_t behind) {
    for (size_t begin = 0; begin < second.size() && least > 0;) {
      size_t end = begin;
      while (end < second.size() && IsFigurePart(second[end].code)) {
        ++end;
      }
      if (end > begin + before + behind) {
        const std::vector<ReadSymbol> run(
            second.begin() + static_cast<std::ptrdiff_t>(begin + before),
            second.begin() + static_cast<std::ptrdiff_t>(end - behind));
        if (const size_t distance = Distance(first, run); distance < least) {
          least = distance;
          best = run;
        }
      }
      begin = std::max(end, begin + 1);
    }
  };
  // First the figures as they stand; then without the symbol at an end, which may be the edge of a
  // character that was cut through.
  seek(0, 0);
  if (cut.before || least > kFarthest) {
    seek(1, 0);
  }
  if (cut.behind) {
    seek(0, 1);
  }
  return best;
}

void DropTwins(std::vector<ReadSymbol>* symbols) {
  const auto second_choice = [](const ReadSymbol& symbol, const ReadSymbol& twin) {
    return std::any_of(symbol.others.begin(), symbol.others.end(), [&](const OtherReading& other) {
      return other.code == twin.code && other.confidence >= kTwin;
    });
  };
  for (size_t i = 1; i < symbols->size();) {
    const ReadSymbol& before = (*symbols)[i - 1];
    const ReadSymbol& here = (*symbols)[i];
    const bool twins = IsDigit(CodeOf(before)) != IsDigit(CodeOf(here)) && !here.begins_word &&
                       second_choice(before, here) && second_choice(here, before);
    const size_t sign = IsDigit(CodeOf(before)) ? i : i - 1;
    if (!twins || IsHan((*symbols)[sign].code)) {
      ++i;
      continue;
    }
    (*symbols)[sign == i ? i - 1 : i].begins_word |= (*symbols)[sign].begins_word;
    symbols->erase(symbols->begin() + static_cast<std::ptrdiff_t>(sign));
  }
}

std::vector<ReadSymbol> Clearer(const std::vector<ReadSymbol>& first,
                                const std::vector<ReadSymbol>& second) {
  std::vector<ReadSymbol> out = first;
  if (first.size() == second.size()) {
    for (size_t i = 0; i < out.size(); ++i) {
      ReadSymbol& symbol = out[i];
      if (CodeOf(symbol) == CodeOf(second[i])) {
        if (HasSecondThought(symbol)) {
          symbol.confidence = kReadAlike;
        }
        continue;
      }
      const char32_t given_up = Lead(second[i]) > Lead(symbol) ? symbol.code : second[i].code;
      symbol.code = given_up == symbol.code ? second[i].code : symbol.code;
      symbol.confidence = std::min(symbol.confidence, kReadTwice);
      AddOther(given_up, kReadTwice / 2, &symbol);
    }
    return out;
  }
  // A digit was lost or invented by one of them.
  if (LeastLead(second) > LeastLead(first)) {
    out = second;
    // The ink has had its word on the minus of the first.
    if (CodeOf(first.front()) == U'-' && CodeOf(second.front()) != U'-') {
      out.insert(out.begin(), first.front());
    }
  }
  for (ReadSymbol& symbol : out) {
    symbol.confidence = std::min(symbol.confidence, kReadTwice);
  }
  return out;
}

void ReadDoubtfulFigures(const PixelBox& line, const ReadAgain& read_again, int* tries_left,
                         std::vector<ReadSymbol>* symbols) {
  std::vector<ReadSymbol> out;
  for (size_t begin = 0; begin < symbols->size();) {
    size_t end = begin;
    bool doubtful = false;
    while (end < symbols->size() && IsFigurePart((*symbols)[end].code)) {
      doubtful = doubtful || HasSecondThought((*symbols)[end]);
      ++end;
    }
    const size_t next = std::max(end, begin + 1);
    std::vector<ReadSymbol> figure(symbols->begin() + static_cast<std::ptrdiff_t>(begin),
                                   symbols->begin() + static_cast<std::ptrdiff_t>(next));
    const bool long_rate = IsLongRate(figure);
    if ((doubtful || long_rate) && *tries_left > 0) {
      --*tries_left;
      const auto room = static_cast<int>(kRoom * static_cast<float>(line.height()));
      const std::vector<ReadSymbol> again =
          FigureLike(figure,
                     read_again({figure.front().box.left - room, line.top,
                                 figure.back().box.right + room, line.bottom}),
                     {begin > 0, next < symbols->size()});
      if (!again.empty()) {
        const bool begins_word = figure.front().begins_word;
        const PixelBox box = figure.front().box;
        const bool shorter = long_rate && again.size() < figure.size() && !IsLongRate(again);
        figure = shorter ? again : Clearer(figure, again);
        for (ReadSymbol& symbol : figure) {
          symbol.confidence = shorter ? std::min(symbol.confidence, kReadTwice) : symbol.confidence;
        }
        figure.front().begins_word = begins_word;
        // The second reading's places are those of the cut.
        for (ReadSymbol& symbol : figure) {
          symbol.box = box;
        }
      }
    }
    out.insert(out.end(), figure.begin(), figure.end());
    begin = next;
  }
  *symbols = std::move(out);
}

}  // namespace crossfoot
