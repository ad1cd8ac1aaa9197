// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/character_repair.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/radical.h"

namespace crossfoot {
namespace {

struct Pair {
  uint16_t from;
  uint16_t to;
};

// Symbol and Wingdings codes, moved to U+F000, sorted.
constexpr std::array<Pair, 30> kSymbols = {{
    {0xF02D, 0x2212}, {0xF06C, 0x25CF}, {0xF06D, 0x274D}, {0xF06E, 0x25A0}, {0xF06F, 0x25A1},
    {0xF070, 0x25A1}, {0xF071, 0x2751}, {0xF072, 0x2752}, {0xF073, 0x2B27}, {0xF074, 0x29EB},
    {0xF075, 0x25C6}, {0xF076, 0x2756}, {0xF077, 0x2B25}, {0xF09E, 0x00B7}, {0xF09F, 0x2022},
    {0xF0A1, 0x25CB}, {0xF0A3, 0x2264}, {0xF0A7, 0x25AA}, {0xF0A8, 0x25FB}, {0xF0B3, 0x2265},
    {0xF0B4, 0x00D7}, {0xF0B7, 0x2022}, {0xF0D8, 0x27A2}, {0xF0E0, 0x2192}, {0xF0E8, 0x2794},
    {0xF0F0, 0x21E8}, {0xF0FB, 0x2717}, {0xF0FC, 0x2713}, {0xF0FD, 0x2612}, {0xF0FE, 0x2611},
}};

template <size_t N>
char32_t LookUp(const std::array<Pair, N>& table, char32_t code) {
  const auto at = std::lower_bound(table.begin(), table.end(), code,
                                   [](const Pair& p, char32_t c) { return p.from < c; });
  return at != table.end() && at->from == code ? at->to : 0;
}

std::u32string_view Ligature(char32_t code) {
  constexpr std::array<std::u32string_view, 7> kLigatures = {U"ff",  U"fi", U"fl", U"ffi",
                                                             U"ffl", U"st", U"st"};
  return code >= 0xFB00 && code <= 0xFB06 ? kLigatures.at(code - 0xFB00) : std::u32string_view{};
}

bool IsMeaningless(char32_t code) {
  const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
  const bool private_use = (code >= 0xE000 && code <= 0xF8FF) || code >= 0xF0000;
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  const bool none = code >= 0xFFF9 && code <= 0xFFFF;
  return control || private_use || surrogate || none;
}

bool IsSilent(char32_t code) {
  return code == 0x00AD || (code >= 0x200B && code <= 0x200F) || code == 0xFEFF ||
         (code >= 0xFE00 && code <= 0xFE0F);
}

}  // namespace

std::u32string RepairCharacters(std::u32string_view characters) {
  std::u32string shown;
  for (char32_t code : characters) {
    if (code == '\t' || code == '\n' || code == '\r') {
      code = ' ';
    }
    code = UnifiedRadical(code);
    if (code >= 0xF000 && code <= 0xF0FF) {
      code = LookUp(kSymbols, code);
    } else if (!Ligature(code).empty()) {
      shown += Ligature(code);
      continue;
    }
    if (IsMeaningless(code)) {
      return {};
    }
    if (!IsSilent(code) || characters.size() == 1) {
      shown += IsSilent(code) ? (code == 0x00AD ? U'-' : U' ') : code;
    }
  }
  return shown;
}

}  // namespace crossfoot
