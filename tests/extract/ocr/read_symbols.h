// SPDX-License-Identifier: GPL-3.0-or-later
// What a reader of pictures might have read, for tests of what is made of it.
#pragma once

#include <string_view>
#include <vector>

#include "extract/ocr/tesseract_engine.h"

namespace crossfoot {

inline std::vector<ReadSymbol> Read(std::u32string_view text) {
  std::vector<ReadSymbol> symbols;
  for (const char32_t code : text) {
    ReadSymbol symbol;
    symbol.code = code;
    symbol.confidence = 0.98F;
    symbols.push_back(symbol);
  }
  return symbols;
}

}  // namespace crossfoot
