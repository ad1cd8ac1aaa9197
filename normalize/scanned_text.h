// SPDX-License-Identifier: GPL-3.0-or-later
//
// One text of the Document with its characters and the readings of its numerals: what every later
// pass works on, so that nothing is scanned twice.
//
// Tested by tests/normalize/normalize_test.cpp.
#pragma once

#include <algorithm>
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
    return {address, from, to, PlaceOf(begin, from, to)};
  }

  // As Text::PlaceOf, but it need not count the characters of a line again for each figure in it: a
  // text without line ends would cost its square.
  [[nodiscard]] Place PlaceOf(size_t begin, uint32_t from, uint32_t to) const {
    const std::vector<Text::Segment>& segments = text->segments();
    auto segment =
        std::upper_bound(segments.begin(), segments.end(), from,
                         [](uint32_t byte, const Text::Segment& one) { return byte < one.begin; });
    if (segment == segments.begin()) {
      return text->PlaceOf(from, to);
    }
    --segment;
    if (segment->place.line == 0 || segment->place.box) {
      return text->PlaceOf(from, to);
    }
    Place place = segment->place;
    place.column += static_cast<int>(begin - characters.IndexOf(segment->begin));
    return place;
  }

  TextAddress address;
  const Text* text;
  Characters characters;
  std::vector<Reading> readings;
};

}  // namespace crossfoot::normalize
