// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/expression.h"

#include <algorithm>

namespace crossfoot {
namespace {

// Digits after the point that a shown quotient or product has at least.
constexpr int kShownScale = 2;

bool OneUnit(const std::vector<TermReading>& figures, const TermReading& stated) {
  return std::all_of(figures.begin(), figures.end(), [&](const TermReading& f) {
    return f.fact == nullptr || f.unit->symbol == stated.unit->symbol;
  });
}

std::string Shown(const TermReading& f, bool with_unit) {
  return f.Text() + (with_unit && f.fact != nullptr ? f.unit->symbol : "");
}

std::string PlainExpression(const Claim& claim, const std::vector<TermReading>& f,
                            const TermReading& stated) {
  const bool units =
      (!OneUnit(f, stated) && claim.kind != RelationKind::kRatio &&
       claim.kind != RelationKind::kGrowth) ||
      (claim.kind == RelationKind::kEquality && stated.unit->dimension == Dimension::kRatio);
  const bool negative = stated.term->coefficient.Sign() < 0;
  std::string right =
      (negative ? "-" : "") + Shown(stated, units || claim.kind == RelationKind::kRatio ||
                                                claim.kind == RelationKind::kGrowth);
  std::string left;
  switch (claim.kind) {
    case RelationKind::kSum:
    case RelationKind::kDifference:
      for (size_t i = 0; i < f.size(); ++i) {
        const Decimal& c = f[i].term->coefficient;
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
        const bool mixed = f[0].unit->symbol != f[1].unit->symbol;
        left = (f[0].term->coefficient.Sign() < 0 ? "-" : "") + Shown(f[0], mixed) + " / " +
               Shown(f[1], mixed);
      }
      break;
    case RelationKind::kGrowth:
      if (f.size() >= 2) {
        const bool mixed = f[0].unit->symbol != f[1].unit->symbol;
        if (f[1].term->role == "change") {
          const bool fall = f[1].term->coefficient.Sign() < 0;
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
      left = f.empty() ? "" : (f[0].term->coefficient.Sign() < 0 ? "-" : "") + Shown(f[0], units);
      break;
  }
  return left + " = " + right;
}

}  // namespace

std::string ExpressionOf(const Claim& claim, const std::vector<TermReading>& figures,
                         const TermReading& stated) {
  std::string expression = PlainExpression(claim, figures, stated);
  if (stated.implied()) {
    // Also as the earlier values themselves: 140.41 + 47.28 + 39.90 = 208.22.
    std::string earlier;
    for (const TermReading& f : figures) {
      earlier += (earlier.empty() ? "" : " + ") + InUnitOf(f, f.value, true).ToString();
    }
    expression += " (" + earlier + " = " + InUnitOf(stated, stated.value, true).ToString() + ")";
  }
  return expression;
}

std::string StatedText(const TermReading& stated) {
  return (stated.term->coefficient.Sign() < 0 ? "-" : "") +
         (stated.implied() ? InUnitOf(stated, stated.value, true).ToString() : stated.Text());
}

Decimal InUnitOf(const TermReading& stated, const Decimal& value, bool quotient) {
  const Decimal in_unit =
      Decimal::Divide(value, stated.unit->factor, Interval::kDivisionScale, Rounding::kHalfAway);
  return quotient ? in_unit.RoundTo(std::max(kShownScale, stated.scale), Rounding::kHalfAway)
                  : in_unit.Normalized();
}

std::string AtLeastScale(const Decimal& value, int scale) {
  return value.scale() < scale ? value.RoundTo(scale, Rounding::kHalfAway).ToString()
                               : value.ToString();
}

Operand OperandOf(const TermReading& reading) {
  Operand operand;
  operand.fact = reading.term->fact;
  operand.coefficient = reading.term->coefficient;
  operand.value = reading.value;
  operand.interval = reading.Reach(Lens::kRounded);
  operand.role = reading.term->role;
  operand.text = reading.Text();
  return operand;
}

}  // namespace crossfoot
