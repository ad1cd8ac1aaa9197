// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/term_reading.h"

#include <algorithm>

namespace crossfoot {
namespace {

Decimal SignOf(const Fact& rate) { return Has(rate.qualifiers, Qualifier::kDecrease) ? -1 : 1; }

// 1 + rate: what the value was multiplied by.
Decimal FactorOf(const TermReading& reading) {
  return Decimal(1) +
         SignOf(*reading.rate) * reading.rate_printed * reading.rate->quantity.unit.factor;
}

}  // namespace

Interval TermReading::PrintedReach(Lens lens) const {
  if (fact == nullptr) {
    return Interval(value);
  }
  const bool bare = term->as_number && !fact->quantity.interval.IsBounded();
  const bool counted = unit->dimension == Dimension::kCount || unit->dimension == Dimension::kScore;
  if (fact->quantity.interval.IsPoint() || (bare && counted)) {
    return Interval(printed * unit->factor);
  }
  const Interval rounded = replaced || bare ? Interval::Rounded(printed, scale).Scaled(unit->factor)
                                            : fact->quantity.interval;
  return lens == Lens::kRounded
             ? rounded
             : rounded.Hull(Interval::Truncated(printed, scale).Scaled(unit->factor));
}

Interval TermReading::Reach(Lens lens) const {
  const Interval as_printed = PrintedReach(lens);
  if (!implied()) {
    return as_printed;
  }
  const Interval change = rate_replaced
                              ? Interval::Rounded(rate_printed, std::max(0, rate_printed.scale()))
                                    .Scaled(rate->quantity.unit.factor)
                              : rate->quantity.interval;
  const Interval factor = Interval(Decimal(1)) + change.Scaled(SignOf(*rate));
  return Interval::Divide(as_printed, factor).value_or(Interval::Everything());
}

Interval TermReading::RateReach() const {
  const Interval change = rate_replaced
                              ? Interval::Rounded(rate_printed, std::max(0, rate_printed.scale()))
                                    .Scaled(rate->quantity.unit.factor)
                              : rate->quantity.interval;
  return change.Scaled(SignOf(*rate));
}

Interval TermReading::WeightedReach(Lens lens) const {
  return Reach(lens).Scaled(term->coefficient);
}

std::string TermReading::Text() const {
  if (fact == nullptr) {
    return term->text.empty() ? term->constant.ToShortString() : term->text;
  }
  return printed.ToString() +
         (implied() ? "/" + FactorOf(*this).Normalized().ToString() : std::string());
}

TermReading ReadTerm(const Term& term, const FactSet& facts, const Substitute* instead) {
  static const Unit kNoUnit;
  TermReading reading;
  reading.term = &term;
  if (term.fact < 0) {
    reading.unit = &kNoUnit;
    reading.value = term.constant;
    reading.scale = std::max(0, term.constant.scale());
    return reading;
  }
  const Fact& fact = facts.facts.at(static_cast<size_t>(term.fact));
  reading.fact = &fact;
  reading.replaced = instead != nullptr && instead->fact == term.fact;
  reading.printed = reading.replaced ? instead->value : fact.quantity.value;
  reading.unit = reading.replaced ? &instead->unit : &fact.quantity.unit;
  reading.scale = std::max(0, reading.printed.scale());
  reading.value = reading.printed * reading.unit->factor;
  if (term.grown_by >= 0) {
    reading.rate = &facts.facts.at(static_cast<size_t>(term.grown_by));
    reading.rate_replaced = instead != nullptr && instead->fact == term.grown_by;
    reading.rate_printed = reading.rate_replaced ? instead->value : reading.rate->quantity.value;
    reading.value = Decimal::Divide(reading.value, FactorOf(reading), Interval::kDivisionScale,
                                    Rounding::kHalfAway);
  }
  return reading;
}

std::vector<TermReading> ReadTerms(const std::vector<Term>& terms, const FactSet& facts,
                                   const Substitute* instead) {
  std::vector<TermReading> readings;
  readings.reserve(terms.size());
  for (const Term& term : terms) {
    readings.push_back(ReadTerm(term, facts, instead));
  }
  return readings;
}

}  // namespace crossfoot
