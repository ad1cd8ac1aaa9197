// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/probe.h"

#include <algorithm>
#include <vector>

#include "validate/evaluate.h"

namespace crossfoot {
namespace {

bool AddsUp(RelationKind kind) {
  return kind == RelationKind::kSum || kind == RelationKind::kDifference;
}

// The kinds that say: the first operand is the stated figure.
bool SaysEqual(RelationKind kind) {
  return kind == RelationKind::kEquality || kind == RelationKind::kCount ||
         kind == RelationKind::kOrder || kind == RelationKind::kBand;
}

Interval OnePlus(const Interval& rate) { return Interval(Decimal(1)) + rate; }

// 1 + rate: what an implied value was multiplied by; 1 of a printed one.
Interval FactorReach(const TermReading& reading) {
  return reading.implied() ? OnePlus(reading.RateReach()) : Interval(Decimal(1));
}

}  // namespace

Probe::Probe(const Claim& claim, const FactSet& facts, FactId suspect)
    : claim_(claim), facts_(facts) {
  int places = 0;
  bool as_rate = false;
  bool implied = false;
  const auto look = [&](const Term& term) {
    implied = implied || term.grown_by >= 0;
    if (term.fact == suspect || term.grown_by == suspect) {
      places += term.fact == suspect && term.grown_by == suspect ? 2 : 1;
      as_rate = term.grown_by == suspect;
      term_ = &term;
      is_stated_ = &term == &claim.stated;
    }
  };
  look(claim.stated);
  for (const Term& term : claim.operands) {
    look(term);
  }
  const bool linear = AddsUp(claim.kind) || SaysEqual(claim.kind);
  const bool in_use =
      places == 1 && (is_stated_ || AddsUp(claim.kind) || term_ == &claim.operands.front());
  if (linear && in_use && (AddsUp(claim.kind) || !claim.operands.empty())) {
    ReadLinear();
    form_ = as_rate ? Form::kRate : Form::kLinear;
  } else if ((claim.kind == RelationKind::kRatio || claim.kind == RelationKind::kGrowth) &&
             claim.operands.size() >= 2 && !implied) {
    form_ = Form::kQuotient;
  }
}

void Probe::ReadLinear() {
  rest_ = Decimal(0);
  Interval rest;
  const auto add = [&](const Term& term, bool taken) {
    if (&term == term_) {
      return;
    }
    const TermReading reading = ReadTerm(term, facts_);
    rest_ += taken ? -reading.Weighted() : reading.Weighted();
    rest =
        taken ? rest - reading.WeightedReach(Lens::kCut) : rest + reading.WeightedReach(Lens::kCut);
  };
  const size_t used = AddsUp(claim_.kind) ? claim_.operands.size() : 1;
  for (size_t i = 0; i < used; ++i) {
    add(claim_.operands[i], false);
  }
  add(claim_.stated, true);
  // coefficient × x / factor = −rest  ⟺  coefficient × x meets −rest × factor.
  wanted_ = -rest;
}

bool Probe::LinearHolds(const Substitute& instead) const {
  const TermReading reading = ReadTerm(*term_, facts_, &instead);
  const Decimal own = is_stated_ ? -reading.Weighted() : reading.Weighted();
  const Decimal sum = rest_ + own;
  if (!sum.valid() || sum.IsZero()) {
    return sum.valid();
  }
  const Interval reach = reading.PrintedReach(Lens::kCut)
                             .Scaled(is_stated_ ? -term_->coefficient : term_->coefficient);
  return reach.Intersects(reading.implied() ? wanted_ * FactorReach(reading) : wanted_);
}

bool Probe::RateHolds(const Substitute& instead) const {
  const TermReading reading = ReadTerm(*term_, facts_, &instead);
  const Interval factor = FactorReach(reading);
  if (!reading.value.valid() || !rest_.valid()) {
    return false;
  }
  if (!factor.low() || factor.low()->value.Sign() <= 0) {
    return FullyHolds(instead);
  }
  const Interval reach = reading.PrintedReach(Lens::kCut)
                             .Scaled(is_stated_ ? -term_->coefficient : term_->coefficient);
  return reach.Intersects(wanted_ * factor);
}

bool Probe::QuotientMayHold(const Substitute& instead) const {
  const TermReading first = ReadTerm(claim_.operands[0], facts_, &instead);
  const TermReading second = ReadTerm(claim_.operands[1], facts_, &instead);
  const TermReading stated = ReadTerm(claim_.stated, facts_, &instead);
  const Interval said = stated.WeightedReach(Lens::kCut);
  Decimal top;
  Decimal bottom;
  bool meets = false;
  if (claim_.kind == RelationKind::kRatio) {
    top = first.Weighted();
    bottom = second.value;
    meets = first.WeightedReach(Lens::kCut).Intersects(said * second.Reach(Lens::kCut));
  } else if (second.term->role == "change") {
    // change / (current − change) = said  ⟹  change × (1 + said) = said × current.
    top = second.Weighted();
    bottom = first.value - top;
    meets = (second.WeightedReach(Lens::kCut) * OnePlus(said))
                .Intersects(said * first.Reach(Lens::kCut));
  } else {
    top = first.value - second.value;
    bottom = second.value.Abs();
    meets = first.Reach(Lens::kCut).Intersects(OnePlus(said) * second.Reach(Lens::kCut));
  }
  if (meets) {
    return true;
  }
  // The stated digits may be the quotient's own though nothing is said of how far they reach.
  const Decimal digit =
      Decimal::PowerOfTen(-(stated.scale + std::max(0, stated.unit->factor.Normalized().scale())));
  return !((top - stated.Weighted() * bottom).Abs() > bottom.Abs() * digit);
}

bool Probe::FullyHolds(const Substitute& instead) const {
  const RelationStatus status = StatusOf(claim_, facts_, &instead);
  return status == RelationStatus::kHeld || status == RelationStatus::kRounding;
}

std::optional<Decimal> Probe::Wanted() const {
  if (form_ != Form::kLinear || term_->grown_by >= 0 || term_->coefficient.Abs() != Decimal(1) ||
      !rest_.valid()) {
    return std::nullopt;
  }
  return (term_->coefficient.Sign() < 0) == is_stated_ ? -rest_ : rest_;
}

// Of the weighted suspect: what the two others leave open for it.
std::optional<Interval> Probe::QuotientReach() const {
  const TermReading other =
      ReadTerm(claim_.operands[term_ == claim_.operands.data() ? 1 : 0], facts_);
  const Interval there = other.WeightedReach(Lens::kCut);
  const Interval said = ReadTerm(claim_.stated, facts_).WeightedReach(Lens::kCut);
  const bool top = term_ == claim_.operands.data();
  if (claim_.kind == RelationKind::kRatio) {
    return top ? std::optional(said * there) : Interval::Divide(there, said);
  }
  const Interval times = OnePlus(said);
  if (claim_.operands[1].role == "change") {
    // change × (1 + said) = said × current.
    return top ? Interval::Divide(there * times, said) : Interval::Divide(said * there, times);
  }
  return top ? std::optional(times * there) : Interval::Divide(there, times);
}

std::optional<Interval> Probe::WantedReach() const {
  if (term_ == nullptr || term_->grown_by >= 0 || term_->coefficient.Abs() != Decimal(1)) {
    return std::nullopt;
  }
  std::optional<Interval> reach;
  bool mirrored = term_->coefficient.Sign() < 0;
  if (form_ == Form::kLinear) {
    reach = wanted_;
    mirrored = mirrored != is_stated_;
  } else if (form_ == Form::kQuotient && !is_stated_) {
    reach = QuotientReach();
  }
  if (!reach || !reach->valid() || !reach->IsBounded()) {
    return std::nullopt;
  }
  return mirrored ? -*reach : *reach;
}

bool Probe::Holds(const Substitute& instead) const {
  switch (form_) {
    case Form::kLinear:
      return LinearHolds(instead);
    case Form::kRate:
      return RateHolds(instead);
    case Form::kQuotient:
      return QuotientMayHold(instead) && FullyHolds(instead);
    case Form::kAny:
      break;
  }
  return FullyHolds(instead);
}

}  // namespace crossfoot
