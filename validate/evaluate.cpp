// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/evaluate.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "validate/expression.h"
#include "validate/term_reading.h"

namespace crossfoot {
namespace {

// The value that follows from the printed figures.
struct Computed {
  Decimal value;  // exact, in base units; a quotient is its two parts instead
  bool quotient = false;
  Decimal numerator;
  Decimal denominator;
  const char* trouble = nullptr;
};

Computed Quotient(const Decimal& numerator, const Decimal& denominator) {
  Computed out;
  if (denominator.IsZero()) {
    out.trouble = "base is zero";
    return out;
  }
  out.quotient = true;
  out.numerator = numerator;
  out.denominator = denominator;
  return out;
}

bool GrowsByAmount(const std::vector<TermReading>& f) { return f[1].term->role == "change"; }

Computed Compute(const Claim& claim, const std::vector<TermReading>& f) {
  Computed out;
  const bool two = claim.kind == RelationKind::kProduct || claim.kind == RelationKind::kRatio ||
                   claim.kind == RelationKind::kGrowth;
  const bool any = claim.kind == RelationKind::kSum || claim.kind == RelationKind::kDifference;
  if (f.size() < (two ? 2U : any ? 0U : 1U)) {
    out.trouble = "operand missing";
    return out;
  }
  switch (claim.kind) {
    case RelationKind::kSum:
    case RelationKind::kDifference: {
      Decimal sum = 0;
      for (const TermReading& figure : f) {
        sum += figure.Weighted();
      }
      out.value = sum;
      return out;
    }
    case RelationKind::kProduct:
      out.value = f[0].value * f[1].value;
      return out;
    case RelationKind::kRatio:
      return Quotient(f[0].Weighted(), f[1].value);
    case RelationKind::kGrowth: {
      if (GrowsByAmount(f)) {
        const Decimal change = f[1].Weighted();
        return Quotient(change, f[0].value - change);
      }
      return Quotient(f[0].value - f[1].value, f[1].value.Abs());
    }
    case RelationKind::kEquality:
    case RelationKind::kCount:
    case RelationKind::kBound:
    case RelationKind::kOrder:
    case RelationKind::kBand:
      out.value = f[0].Weighted();
      return out;
  }
  return out;
}

// The quotient itself, which only texts and the last comparison need.
Decimal ValueOf(const Computed& computed) {
  if (!computed.quotient) {
    return computed.value;
  }
  return Decimal::Divide(computed.numerator, computed.denominator, Interval::kDivisionScale,
                         Rounding::kHalfAway);
}

// change / (current − change): each variable moves it one way, so its ends are at the corners.
std::optional<Interval> GrowthOf(const Interval& current, const Interval& change) {
  if (!current.IsBounded() || !change.IsBounded()) {
    return std::nullopt;
  }
  std::optional<Decimal> low;
  std::optional<Decimal> high;
  int sign = 0;
  for (const Decimal& c : {current.low()->value, current.high()->value}) {
    for (const Decimal& x : {change.low()->value, change.high()->value}) {
      const Decimal base = c - x;
      if (base.Sign() == 0 || (sign != 0 && base.Sign() != sign)) {
        return std::nullopt;
      }
      sign = base.Sign();
      const Decimal down = Decimal::Divide(x, base, Interval::kDivisionScale, Rounding::kDown);
      const Decimal up = Decimal::Divide(x, base, Interval::kDivisionScale, Rounding::kUp);
      low = !low || down < *low ? down : *low;
      high = !high || up > *high ? up : *high;
    }
  }
  return Interval::Closed(*low, *high);
}

// All values that follow from what the printed figures may stand for; nullopt: cannot be told.
// Precondition: Compute found no trouble.
std::optional<Interval> Spread(const Claim& claim, const std::vector<TermReading>& f, Lens lens) {
  switch (claim.kind) {
    case RelationKind::kSum:
    case RelationKind::kDifference: {
      Interval sum;
      for (const TermReading& figure : f) {
        sum = sum + figure.WeightedReach(lens);
      }
      return sum;
    }
    case RelationKind::kProduct:
      return f[0].Reach(lens) * f[1].Reach(lens);
    case RelationKind::kRatio:
      return Interval::Divide(f[0].WeightedReach(lens), f[1].Reach(lens));
    case RelationKind::kGrowth: {
      if (GrowsByAmount(f)) {
        return GrowthOf(f[0].Reach(lens), f[1].WeightedReach(lens));
      }
      if (f[1].value.Sign() < 0) {
        return std::nullopt;
      }
      const auto ratio = Interval::Divide(f[0].Reach(lens), f[1].Reach(lens));
      return ratio ? std::optional(*ratio - Interval(Decimal(1))) : std::nullopt;
    }
    case RelationKind::kEquality:
    case RelationKind::kCount:
    case RelationKind::kBound:
    case RelationKind::kOrder:
    case RelationKind::kBand:
      return f[0].WeightedReach(lens);
  }
  return std::nullopt;
}

// Digits after the point that `stated` has in base units.
int BaseScale(const TermReading& stated) {
  return stated.scale + std::max(0, stated.unit->factor.Normalized().scale());
}

struct Outcome {
  RelationStatus status = RelationStatus::kViolated;
  RoundingKind rounding = RoundingKind::kNone;
  const char* trouble = nullptr;
};

// Exact values first: most claims hold, and then no interval is worked out at all.
Outcome Judge(const Claim& claim, const std::vector<TermReading>& figures, const Computed& computed,
              const TermReading& stated) {
  constexpr Outcome kHeld{RelationStatus::kHeld, RoundingKind::kNone, nullptr};
  constexpr Outcome kViolated{RelationStatus::kViolated, RoundingKind::kNone, nullptr};
  constexpr Outcome kRounded{RelationStatus::kRounding, RoundingKind::kRounded, nullptr};
  constexpr Outcome kTruncated{RelationStatus::kRounding, RoundingKind::kTruncated, nullptr};
  constexpr Outcome kDoesNotFit{RelationStatus::kUnevaluated, RoundingKind::kNone,
                                "value does not fit"};
  if (computed.trouble != nullptr) {
    return {RelationStatus::kUnevaluated, RoundingKind::kNone, computed.trouble};
  }
  const Decimal target = stated.Weighted();
  if (!computed.quotient && (!computed.value.valid() || !target.valid())) {
    return kDoesNotFit;
  }
  if (claim.kind == RelationKind::kBound) {
    if (computed.value <= target) {
      return kHeld;
    }
    const auto spread = Spread(claim, figures, Lens::kRounded);
    const Interval below = Interval(std::nullopt, stated.Reach(Lens::kRounded).high());
    if (!spread->valid() || !below.valid()) {
      return kDoesNotFit;
    }
    return spread->Intersects(below) ? kRounded : kViolated;
  }
  if (computed.quotient) {
    const int digits = BaseScale(stated);
    const Decimal at_digits =
        Decimal::Divide(computed.numerator, computed.denominator, digits, Rounding::kHalfAway);
    if (at_digits == target) {
      return kHeld;
    }
    if (!target.valid() || !ValueOf(computed).valid()) {
      return kDoesNotFit;
    }
    if (Decimal::Divide(computed.numerator, computed.denominator, digits, Rounding::kToZero) ==
        target) {
      return kTruncated;
    }
  } else if (computed.value == target) {
    return kHeld;
  }
  const auto rounded = Spread(claim, figures, Lens::kRounded);
  if (rounded && rounded->Intersects(stated.WeightedReach(Lens::kRounded))) {
    return kRounded;
  }
  const auto cut = Spread(claim, figures, Lens::kCut);
  if (cut && cut->Intersects(stated.WeightedReach(Lens::kCut))) {
    return kTruncated;
  }
  // Ends that did not fit meet nothing, which proves nothing.
  return (rounded && !rounded->valid()) || (cut && !cut->valid()) ? kDoesNotFit : kViolated;
}

}  // namespace

RelationStatus StatusOf(const Claim& claim, const FactSet& facts, const Substitute* instead) {
  const std::vector<TermReading> figures = ReadTerms(claim.operands, facts, instead);
  return Judge(claim, figures, Compute(claim, figures), ReadTerm(claim.stated, facts, instead))
      .status;
}

Relation Evaluate(const Claim& claim, const FactSet& facts, const Substitute* instead) {
  const std::vector<TermReading> figures = ReadTerms(claim.operands, facts, instead);
  const TermReading stated = ReadTerm(claim.stated, facts, instead);
  const Computed computed = Compute(claim, figures);
  const Outcome outcome = Judge(claim, figures, computed, stated);
  Relation relation;
  relation.kind = claim.kind;
  relation.reason = claim.reason;
  relation.confidence = claim.confidence;
  relation.status = outcome.status;
  relation.rounding = outcome.rounding;
  if (outcome.trouble != nullptr) {
    relation.unevaluated = outcome.trouble;
  }
  relation.expression = ExpressionOf(claim, figures, stated);
  relation.unit = stated.unit->symbol;
  relation.stated_text = StatedText(stated);
  const std::optional<Decimal> value =
      computed.trouble != nullptr ? std::nullopt : std::optional(ValueOf(computed));
  if (value && value->valid()) {
    const bool quotient = computed.quotient || stated.implied();
    const Decimal in_unit = InUnitOf(stated, *value, quotient);
    const Decimal target = InUnitOf(stated, stated.Weighted(), stated.implied());
    if (in_unit.valid() && target.valid()) {
      relation.computed_text = AtLeastScale(in_unit, stated.scale);
      relation.difference_text = AtLeastScale(in_unit - target, stated.scale);
    }
  }
  relation.operands.reserve(figures.size());
  for (const TermReading& figure : figures) {
    relation.operands.push_back(OperandOf(figure));
  }
  relation.stated = OperandOf(stated);
  return relation;
}

}  // namespace crossfoot
