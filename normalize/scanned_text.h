// SPDX-License-Identifier: GPL-3.0-or-later
//
// One text of the Document with its characters and the readings of its numerals: what every later
// pass works on, so that nothing is scanned twice.
//
// Tested by tests/normalize/normalize_test.cpp.
#pragma once

#include <vector>

#include "model/document.h"
#include "normalize/numeral_scanner.h"

namespace crossfoot::normalize {

struct ScannedText {
  ScannedText(const Document& document, const TextAddress& where, const Lexicon& lexicon)
      : address(where),
        text(&document.TextAt(where)),
        characters(text->utf8()),
        readings(ReadNumerals(characters, lexicon, where.part == TextAddress::Part::kCell)) {}

  [[nodiscard]] Anchor AnchorOf(size_t begin, size_t end) const {
    const uint32_t from = characters.ByteOf(begin);
    const uint32_t to = characters.ByteOf(end);
    return {address, from, to, text->PlaceOf(from, to)};
  }

  TextAddress address;
  const Text* text;
  Characters characters;
  std::vector<Reading> readings;
};

}  // namespace crossfoot::normalize
