// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/forge/manuscript.h"

namespace crossfoot::forge {

Interval RangeOf(const Mark& mark) {
  // Money in 元 with two digits, counts and scores are exact.
  const bool exact = mark.factor == Decimal(1);
  if (exact) {
    return Interval(mark.value);
  }
  const Interval either =
      Interval::Rounded(mark.value, mark.digits).Hull(Interval::Truncated(mark.value, mark.digits));
  return either * Interval(mark.factor);
}

std::string TextOf(const Pieces& pieces) {
  std::string text;
  for (const Piece& piece : pieces) {
    text += piece.text;
  }
  return text;
}

}  // namespace crossfoot::forge
