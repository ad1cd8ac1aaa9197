// SPDX-License-Identifier: GPL-3.0-or-later
//
// A term of a claim as evaluation reads it: exact values at once, what the printed figure may stand
// for only when asked.
//
// Nothing is copied: a TermReading is good for as long as the claim, the facts and the substitute
// it was read from.
//
// Tested by tests/validate/evaluate_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "model/fact_set.h"
#include "validate/claim.h"

namespace crossfoot {

// A value read for a fact, other than its own: what diagnosis tries.
struct Substitute {
  FactId fact = -1;
  Decimal value;  // as printed
  Unit unit;
};

// How far a printed figure reaches: as rounded, or as perhaps cut off instead.
enum class Lens { kRounded, kCut };

struct TermReading {
  const Term* term = nullptr;
  const Fact* fact = nullptr;  // nullptr: a constant
  const Unit* unit = nullptr;  // as printed; never nullptr
  const Fact* rate = nullptr;  // where the value before a change is meant
  Decimal printed;
  Decimal value;  // in base units
  int scale = 0;  // printed digits after the point
  bool replaced = false;
  Decimal rate_printed;
  bool rate_replaced = false;

  [[nodiscard]] bool implied() const { return rate != nullptr; }  // not printed itself
  // Coefficient × value.
  [[nodiscard]] Decimal Weighted() const { return term->coefficient * value; }
  // What the figure may stand for, in base units; and that times the coefficient.
  [[nodiscard]] Interval Reach(Lens lens) const;
  [[nodiscard]] Interval WeightedReach(Lens lens) const;
  // … and what the printed figure itself may stand for, though the value before its change is
  // meant.
  [[nodiscard]] Interval PrintedReach(Lens lens) const;
  // What the rate may stand for, its direction applied. Precondition: implied().
  [[nodiscard]] Interval RateReach() const;
  // As printed, without its unit: "26.60"; "98.50/1.0980" where implied.
  [[nodiscard]] std::string Text() const;
};

// Precondition: the term's facts are in `facts`.
TermReading ReadTerm(const Term& term, const FactSet& facts, const Substitute* instead = nullptr);
std::vector<TermReading> ReadTerms(const std::vector<Term>& terms, const FactSet& facts,
                                   const Substitute* instead = nullptr);

}  // namespace crossfoot
