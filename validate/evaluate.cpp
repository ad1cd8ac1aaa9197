// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/evaluate.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace crossfoot {
namespace {

// Digits after the point that a shown quotient or product has at least.
constexpr int kShownScale = 2;

// An operand with what evaluation needs besides.
struct Figure {
  Operand operand;
  Interval cut;  // what it may stand for if figures are cut off as well as rounded
  Unit unit;
  int scale = 0;         // printed digits after the point
  bool implied = false;  // not printed, but follows from a figure and its change
};

// Turns a figure into what it was before it changed by `rate`.
void TakeBack(const Fact& rate, const Substitute* instead, Figure* figure) {
  const bool fall = Has(rate.qualifiers, Qualifier::kDecrease);
  const Decimal sign = fall ? -1 : 1;
  const Decimal printed = instead != nullptr ? instead->value : rate.quantity.value;
  const Decimal unit = rate.quantity.unit.factor;
  const Interval shown =
      instead == nullptr
          ? rate.quantity.interval
          : Interval::Rounded(printed, std::max(0, printed.scale())) * Interval(unit);
  const Decimal factor = Decimal(1) + sign * printed * unit;
  const Interval widened = Interval(Decimal(1)) + shown * Interval(sign);
  const auto rounded = Interval::Divide(figure->operand.interval, widened);
  const auto cut = Interval::Divide(figure->cut, widened);
  figure->operand.value =
      Decimal::Divide(figure->operand.value, factor, Interval::kDivisionScale, Rounding::kHalfAway);
  figure->operand.interval = rounded.value_or(Interval::Everything());
  figure->cut = cut.value_or(Interval::Everything());
  figure->operand.text += "/" + factor.Normalized().ToString();
  figure->implied = true;
}

Figure Read(const Term& term, const FactSet& facts, const Substitute* instead) {
  Figure figure;
  figure.operand.fact = term.fact;
  figure.operand.coefficient = term.coefficient;
  figure.operand.role = term.role;
  if (term.fact < 0) {
    figure.operand.value = term.constant;
    figure.operand.interval = Interval(term.constant);
    figure.operand.text = term.text.empty() ? term.constant.ToShortString() : term.text;
    figure.cut = figure.operand.interval;
    figure.scale = std::max(0, term.constant.scale());
    return figure;
  }
  const Fact& fact = facts.facts.at(static_cast<size_t>(term.fact));
  const bool replaced = instead != nullptr && instead->fact == term.fact;
  const Decimal printed = replaced ? instead->value : fact.quantity.value;
  figure.unit = replaced ? instead->unit : fact.quantity.unit;
  figure.scale = std::max(0, printed.scale());
  figure.operand.value = printed * figure.unit.factor;
  const Interval rounded = Interval::Rounded(printed, figure.scale) * Interval(figure.unit.factor);
  const bool exact = fact.quantity.interval.IsPoint();
  figure.operand.interval = exact      ? Interval(figure.operand.value)
                            : replaced ? rounded
                                       : fact.quantity.interval;
  figure.cut = exact ? figure.operand.interval
                     : figure.operand.interval.Hull(Interval::Truncated(printed, figure.scale) *
                                                    Interval(figure.unit.factor));
  figure.operand.text = printed.ToString();
  if (term.grown_by >= 0) {
    const bool rate_replaced = instead != nullptr && instead->fact == term.grown_by;
    TakeBack(facts.facts.at(static_cast<size_t>(term.grown_by)), rate_replaced ? instead : nullptr,
             &figure);
  }
  return figure;
}

Interval Weighted(const Interval& interval, const Decimal& coefficient) {
  return interval * Interval(coefficient);
}

struct Computed {
  std::optional<Decimal> value;     // exact, in base units; for quotients see `quotient`
  std::optional<Interval> rounded;  // over the printed intervals
  std::optional<Interval> cut;      // … with truncation allowed
  bool quotient = false;
  Decimal numerator;
  Decimal denominator;
  std::string trouble;
};

Computed AddUp(const std::vector<Figure>& figures) {
  Computed out;
  Decimal sum = 0;
  Interval rounded;
  Interval cut;
  for (const Figure& f : figures) {
    sum += f.operand.coefficient * f.operand.value;
    rounded = rounded + Weighted(f.operand.interval, f.operand.coefficient);
    cut = cut + Weighted(f.cut, f.operand.coefficient);
  }
  out.value = sum;
  out.rounded = rounded;
  out.cut = cut;
  return out;
}

Computed Quotient(const Decimal& numerator, const Decimal& denominator, const Interval& top_rounded,
                  const Interval& bottom_rounded, const Interval& top_cut,
                  const Interval& bottom_cut) {
  Computed out;
  if (denominator.IsZero()) {
    out.trouble = "base is zero";
    return out;
  }
  out.quotient = true;
  out.numerator = numerator;
  out.denominator = denominator;
  out.value =
      Decimal::Divide(numerator, denominator, Interval::kDivisionScale, Rounding::kHalfAway);
  out.rounded = Interval::Divide(top_rounded, bottom_rounded);
  out.cut = Interval::Divide(top_cut, bottom_cut);
  return out;
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

Computed Compute(const Claim& claim, const std::vector<Figure>& f) {
  Computed out;
  const auto needs = [&](size_t n) {
    if (f.size() >= n) {
      return true;
    }
    out.trouble = "operand missing";
    return false;
  };
  switch (claim.kind) {
    case RelationKind::kSum:
    case RelationKind::kDifference:
      return AddUp(f);
    case RelationKind::kProduct:
      if (needs(2)) {
        out.value = f[0].operand.value * f[1].operand.value;
        out.rounded = f[0].operand.interval * f[1].operand.interval;
        out.cut = f[0].cut * f[1].cut;
      }
      return out;
    case RelationKind::kRatio:
      if (!needs(2)) {
        return out;
      }
      return Quotient(f[0].operand.coefficient * f[0].operand.value, f[1].operand.value,
                      Weighted(f[0].operand.interval, f[0].operand.coefficient),
                      f[1].operand.interval, Weighted(f[0].cut, f[0].operand.coefficient),
                      f[1].cut);
    case RelationKind::kGrowth: {
      if (!needs(2)) {
        return out;
      }
      const Operand& current = f[0].operand;
      const Operand& other = f[1].operand;
      if (other.role == "change") {
        const Decimal change = other.coefficient * other.value;
        const Decimal base = current.value - change;
        if (base.IsZero()) {
          out.trouble = "base is zero";
          return out;
        }
        out.quotient = true;
        out.numerator = change;
        out.denominator = base;
        out.value = Decimal::Divide(change, base, Interval::kDivisionScale, Rounding::kHalfAway);
        out.rounded = GrowthOf(current.interval, Weighted(other.interval, other.coefficient));
        out.cut = GrowthOf(f[0].cut, Weighted(f[1].cut, other.coefficient));
        return out;
      }
      Computed ratio = Quotient(current.value, other.value, current.interval, other.interval,
                                f[0].cut, f[1].cut);
      if (!ratio.value) {
        return ratio;
      }
      ratio.numerator = current.value - other.value;
      ratio.denominator = other.value.Abs();
      ratio.value = Decimal::Divide(ratio.numerator, ratio.denominator, Interval::kDivisionScale,
                                    Rounding::kHalfAway);
      if (other.value.Sign() < 0) {
        ratio.rounded.reset();
        ratio.cut.reset();
        return ratio;
      }
      const Interval one(Decimal(1));
      if (ratio.rounded) {
        ratio.rounded = *ratio.rounded - one;
      }
      if (ratio.cut) {
        ratio.cut = *ratio.cut - one;
      }
      return ratio;
    }
    case RelationKind::kEquality:
    case RelationKind::kCount:
    case RelationKind::kBound:
    case RelationKind::kOrder:
    case RelationKind::kBand:
      if (needs(1)) {
        out.value = f[0].operand.coefficient * f[0].operand.value;
        out.rounded = Weighted(f[0].operand.interval, f[0].operand.coefficient);
        out.cut = Weighted(f[0].cut, f[0].operand.coefficient);
      }
      return out;
  }
  return out;
}

// Digits after the point that `stated` has in base units.
int BaseScale(const Figure& stated) {
  return stated.scale + std::max(0, stated.unit.factor.Normalized().scale());
}

void Judge(const Claim& claim, const Computed& computed, const Figure& stated, Relation* out) {
  const Decimal target = stated.operand.coefficient * stated.operand.value;
  if (!computed.trouble.empty()) {
    out->status = RelationStatus::kUnevaluated;
    out->unevaluated = computed.trouble;
    return;
  }
  if (!computed.value || !computed.value->valid() || !target.valid()) {
    out->status = RelationStatus::kUnevaluated;
    out->unevaluated = "value does not fit";
    return;
  }
  const auto settle = [&](RelationStatus status, RoundingKind kind = RoundingKind::kNone) {
    out->status = status;
    out->rounding = kind;
  };
  if (claim.kind == RelationKind::kBound) {
    const Interval below = Interval(std::nullopt, stated.operand.interval.high());
    if (*computed.value <= target) {
      return settle(RelationStatus::kHeld);
    }
    return computed.rounded && computed.rounded->Intersects(below)
               ? settle(RelationStatus::kRounding, RoundingKind::kRounded)
               : settle(RelationStatus::kViolated);
  }
  if (computed.quotient) {
    const int digits = BaseScale(stated);
    if (Decimal::Divide(computed.numerator, computed.denominator, digits, Rounding::kHalfAway) ==
        target) {
      return settle(RelationStatus::kHeld);
    }
    if (Decimal::Divide(computed.numerator, computed.denominator, digits, Rounding::kToZero) ==
        target) {
      return settle(RelationStatus::kRounding, RoundingKind::kTruncated);
    }
  } else if (*computed.value == target) {
    return settle(RelationStatus::kHeld);
  }
  const Interval aim = Weighted(stated.operand.interval, stated.operand.coefficient);
  if (computed.rounded && computed.rounded->Intersects(aim)) {
    return settle(RelationStatus::kRounding, RoundingKind::kRounded);
  }
  if (computed.cut && computed.cut->Intersects(Weighted(stated.cut, stated.operand.coefficient))) {
    return settle(RelationStatus::kRounding, RoundingKind::kTruncated);
  }
  settle(RelationStatus::kViolated);
}

bool OneUnit(const std::vector<Figure>& figures, const Figure& stated) {
  return std::all_of(figures.begin(), figures.end(), [&](const Figure& f) {
    return f.operand.fact < 0 || f.unit.symbol == stated.unit.symbol;
  });
}

std::string Shown(const Figure& f, bool with_unit) {
  return f.operand.text + (with_unit && f.operand.fact >= 0 ? f.unit.symbol : "");
}

std::string ExpressionOf(const Claim& claim, const std::vector<Figure>& f, const Figure& stated) {
  const bool units =
      (!OneUnit(f, stated) && claim.kind != RelationKind::kRatio &&
       claim.kind != RelationKind::kGrowth) ||
      (claim.kind == RelationKind::kEquality && stated.unit.dimension == Dimension::kRatio);
  const bool negative = stated.operand.coefficient.Sign() < 0;
  std::string right =
      (negative ? "-" : "") + Shown(stated, units || claim.kind == RelationKind::kRatio ||
                                                claim.kind == RelationKind::kGrowth);
  std::string left;
  switch (claim.kind) {
    case RelationKind::kSum:
    case RelationKind::kDifference:
      for (size_t i = 0; i < f.size(); ++i) {
        const Decimal& c = f[i].operand.coefficient;
        if (i > 0) {
          left += c.Sign() < 0 ? " - " : " + ";
        } else if (c.Sign() < 0) {
          left += "-";
        }
        if (c.Abs() != Decimal(1)) {
          left += c.Abs().ToShortString() + " × ";
        }
        left += Shown(f[i], units);
      }
      break;
    case RelationKind::kProduct:
      left = f.size() < 2 ? "" : Shown(f[0], units) + " × " + Shown(f[1], units);
      break;
    case RelationKind::kRatio:
      if (f.size() >= 2) {
        const bool mixed = f[0].unit.symbol != f[1].unit.symbol;
        left = (f[0].operand.coefficient.Sign() < 0 ? "-" : "") + Shown(f[0], mixed) + " / " +
               Shown(f[1], mixed);
      }
      break;
    case RelationKind::kGrowth:
      if (f.size() >= 2) {
        const bool mixed = f[0].unit.symbol != f[1].unit.symbol;
        if (f[1].operand.role == "change") {
          const bool fall = f[1].operand.coefficient.Sign() < 0;
          left = (fall ? "-" : "") + Shown(f[1], mixed) + " / (" + Shown(f[0], mixed) +
                 (fall ? " + " : " - ") + Shown(f[1], mixed) + ")";
        } else {
          left =
              "(" + Shown(f[0], mixed) + " - " + Shown(f[1], mixed) + ") / " + Shown(f[1], mixed);
        }
      }
      break;
    case RelationKind::kBound:
      return f.empty() ? "" : Shown(f[0], units) + " <= " + right;
    case RelationKind::kEquality:
    case RelationKind::kCount:
    case RelationKind::kOrder:
    case RelationKind::kBand:
      left = f.empty() ? "" : (f[0].operand.coefficient.Sign() < 0 ? "-" : "") + Shown(f[0], units);
      break;
  }
  return left + " = " + right;
}

// `value` (base units) in the stated figure's unit.
Decimal InUnitOf(const Figure& stated, const Decimal& value, bool quotient) {
  const Decimal in_unit =
      Decimal::Divide(value, stated.unit.factor, Interval::kDivisionScale, Rounding::kHalfAway);
  return quotient ? in_unit.RoundTo(std::max(kShownScale, stated.scale), Rounding::kHalfAway)
                  : in_unit.Normalized();
}

std::string AtLeastScale(const Decimal& value, int scale) {
  return value.scale() < scale ? value.RoundTo(scale, Rounding::kHalfAway).ToString()
                               : value.ToString();
}

}  // namespace

RelationStatus StatusOf(const Claim& claim, const FactSet& facts, const Substitute* instead) {
  std::vector<Figure> figures;
  figures.reserve(claim.operands.size());
  for (const Term& term : claim.operands) {
    figures.push_back(Read(term, facts, instead));
  }
  Relation relation;
  Judge(claim, Compute(claim, figures), Read(claim.stated, facts, instead), &relation);
  return relation.status;
}

Relation Evaluate(const Claim& claim, const FactSet& facts, const Substitute* instead) {
  Relation relation;
  relation.kind = claim.kind;
  relation.reason = claim.reason;
  relation.confidence = claim.confidence;
  std::vector<Figure> figures;
  figures.reserve(claim.operands.size());
  for (const Term& term : claim.operands) {
    figures.push_back(Read(term, facts, instead));
  }
  const Figure stated = Read(claim.stated, facts, instead);
  const Computed computed = Compute(claim, figures);
  Judge(claim, computed, stated, &relation);

  relation.expression = ExpressionOf(claim, figures, stated);
  if (stated.implied) {
    // Also as the earlier values themselves: 140.41 + 47.28 + 39.90 = 208.22.
    std::string earlier;
    for (const Figure& f : figures) {
      earlier += (earlier.empty() ? "" : " + ") + InUnitOf(f, f.operand.value, true).ToString();
    }
    relation.expression +=
        " (" + earlier + " = " + InUnitOf(stated, stated.operand.value, true).ToString() + ")";
  }
  relation.unit = stated.unit.symbol;
  relation.stated_text = (stated.operand.coefficient.Sign() < 0 ? "-" : "") +
                         (stated.implied ? InUnitOf(stated, stated.operand.value, true).ToString()
                                         : stated.operand.text);
  if (computed.value && computed.value->valid()) {
    const Decimal value = InUnitOf(stated, *computed.value, computed.quotient || stated.implied);
    const Decimal target =
        InUnitOf(stated, stated.operand.coefficient * stated.operand.value, stated.implied);
    if (value.valid() && target.valid()) {
      relation.computed_text = AtLeastScale(value, stated.scale);
      relation.difference_text = AtLeastScale(value - target, stated.scale);
    }
  }
  for (Figure& f : figures) {
    relation.operands.push_back(std::move(f.operand));
  }
  relation.stated = stated.operand;
  return relation;
}

}  // namespace crossfoot
