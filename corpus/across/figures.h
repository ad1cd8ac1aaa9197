// SPDX-License-Identifier: GPL-3.0-or-later
//
// Comparing figures of two reports: whether what the digits may stand for meets, how far apart they
// are, and how much a difference weighs when one sees how the other figures of the pair came out.
//
// Tested by tests/corpus/across_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "corpus/across/cross_rule.h"

namespace crossfoot {

// A figure, or what follows from several: 10 − 1 as last year's figure.
struct ToldFigure {
  const StoredFact* fact = nullptr;  // where to look
  Decimal value;                     // in 元
  Decimal low;
  Decimal high;
  std::string shown;
};

ToldFigure ToldAs(const StoredFact& fact);

// held, rounding or violated, both places, the difference in the unit that both are printed in, or
// in 元.
Comparison Compared(const ToldFigure& here, const StoredFact& there);

// Gives the differences their severity, and puts all comparisons. Where nearly all figures of the
// pair agree, each difference warns; where several do not, one note stands for them: the scope is
// another, or the figures were restated; `many` opens that note.
void WeighAndPut(std::vector<Comparison> found, const BilingualText& many, CrossSink& sink);

}  // namespace crossfoot
