// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/figure_marks.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "extract/ocr/figure_ink.h"

namespace crossfoot {
namespace {

constexpr float kNearly = 0.15F;       // confidence of a comma that was read as a point
constexpr size_t kMostSeparators = 5;  // of one number

bool IsDigit(char32_t code) { return DigitValue(code) >= 0; }

// No number has two points or commas together: they are one, which the reader was not sure of.
void MergeDoubledMarks(std::vector<ReadSymbol>* symbols) {
  const auto is_mark = [&](size_t i) {
    const char32_t code = FoldWidth((*symbols)[i].code);
    return code == U'.' || code == U',';
  };
  for (size_t i = 1; i + 2 < symbols->size(); ++i) {
    if (IsDigit((*symbols)[i - 1].code) && is_mark(i) && is_mark(i + 1) &&
        IsDigit((*symbols)[i + 2].code)) {
      const ReadSymbol& second = (*symbols)[i + 1];
      (*symbols)[i].others.push_back({FoldWidth(second.code), second.confidence});
      symbols->erase(symbols->begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }
}

// A point and a comma are easily taken for each other, but only one way of telling them apart makes
// a number: 4.964.63 is 4,964.63. The fewest changes are made. Where both do (12.301), the reader's
// own second thought decides: of a real point it has none.
void SettleSeparators(std::vector<ReadSymbol>* symbols) {
  // A rate has a point, and hardly ever a thousand.
  const bool rate = !symbols->empty() && FoldWidth(symbols->back().code) == U'%';
  for (ReadSymbol& symbol : *symbols) {
    const bool nearly =
        !rate &&
        std::any_of(symbol.others.begin(), symbol.others.end(), [](const OtherReading& other) {
          return other.code == U',' && other.confidence >= kNearly;
        });
    if (symbol.code == U'.' && nearly) {
      symbol.code = U',';
      if (!IsWellFormed(CodesOf(*symbols))) {
        symbol.code = U'.';
      }
    }
  }
  std::u32string codes = CodesOf(*symbols);
  std::vector<size_t> places;
  for (size_t i = 0; i < codes.size(); ++i) {
    if (codes[i] == U'.' || codes[i] == U',') {
      places.push_back(i);
    }
  }
  if (places.empty() || places.size() > kMostSeparators || IsWellFormed(codes)) {
    return;
  }
  std::u32string best;
  size_t fewest = places.size() + 1;
  const std::u32string read = codes;
  for (size_t choice = 0; choice < (size_t{1} << places.size()); ++choice) {
    size_t changes = 0;
    for (size_t k = 0; k < places.size(); ++k) {
      codes[places[k]] = ((choice >> k) & 1U) != 0 ? U'.' : U',';
      changes += codes[places[k]] != read[places[k]] ? 1U : 0U;
    }
    // Grouped whole numbers are common, three decimals behind a group are not.
    changes = choice == 0 ? 1 : changes;
    if (changes < fewest && IsWellFormed(codes)) {
      fewest = changes;
      best = codes;
    }
  }
  for (const size_t place : best.empty() ? std::vector<size_t>() : places) {
    if (best[place] != read[place]) {
      (*symbols)[place].code = best[place];
      (*symbols)[place].confidence = std::min((*symbols)[place].confidence, kFromInk);
    }
  }
}

}  // namespace

bool IsMistakable(char32_t code) {
  return !IsDigit(code) && !IsHan(code) && code != U'%' && code != U'(' && code != U')' &&
         code != U'（' && code != U'）' && code != U'％';
}

bool HasDoubledMarks(const std::u32string& codes) {
  for (size_t i = 1; i + 2 < codes.size(); ++i) {
    if (IsDigit(codes[i - 1]) && IsMistakable(codes[i]) && IsMistakable(codes[i + 1]) &&
        IsDigit(codes[i + 2])) {
      return true;
    }
  }
  return false;
}

bool IsWellFormed(const std::u32string& codes) {
  size_t begin = !codes.empty() && codes.front() == U'-' ? 1 : 0;
  size_t end = codes.size();
  end -= end > begin && codes.back() == U'%' ? 1U : 0U;
  bool grouped = false;
  bool point = false;
  size_t digits = 0;
  for (size_t i = begin; i < end; ++i) {
    if (IsDigit(codes[i])) {
      ++digits;
      continue;
    }
    if (point || digits == 0 || (grouped ? digits != 3 : codes[i] == U',' && digits > 3) ||
        (codes[i] != U',' && codes[i] != U'.')) {
      return false;
    }
    grouped = grouped || codes[i] == U',';
    point = codes[i] == U'.';
    digits = 0;
  }
  return digits > 0 && (point || !grouped || digits == 3);
}

std::u32string CodesOf(const std::vector<ReadSymbol>& symbols) {
  std::u32string codes;
  for (const ReadSymbol& symbol : symbols) {
    codes.push_back(FoldWidth(symbol.code));
  }
  return codes;
}

void SettleMarks(std::vector<ReadSymbol>* figure) {
  MergeDoubledMarks(figure);
  SettleSeparators(figure);
}

void SettleFigureMarks(std::vector<ReadSymbol>* symbols) {
  const auto in_figure = [](const ReadSymbol& symbol) {
    const char32_t code = FoldWidth(symbol.code);
    return IsDigit(code) || code == U'.' || code == U',';
  };
  std::vector<ReadSymbol> out;
  for (auto at = symbols->begin(); at != symbols->end();) {
    const auto begin = at;
    at = std::find_if_not(begin, symbols->end(), in_figure);
    // A comma behind the last digit is the sentence's.
    auto end = at;
    while (end != begin && !IsDigit(std::prev(end)->code)) {
      --end;
    }
    if (end != begin && end == at && at != symbols->end() && FoldWidth(at->code) == U'%') {
      end = ++at;
    }
    std::vector<ReadSymbol> figure(begin, end);
    if (!figure.empty()) {
      SettleMarks(&figure);
    }
    out.insert(out.end(), figure.begin(), figure.end());
    at = at == symbols->end() ? at : std::next(at);
    out.insert(out.end(), end, at);
  }
  *symbols = std::move(out);
}

}  // namespace crossfoot
