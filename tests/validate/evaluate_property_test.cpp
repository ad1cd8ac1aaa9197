// SPDX-License-Identifier: GPL-3.0-or-later
//
// What must be true of every claim, whatever the figures: the order of a sum's operands and the
// size of the unit decide nothing.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "validate/evaluate.h"

namespace crossfoot {
namespace {

struct Printed {
  Decimal value;
  bool exact;
};

FactSet FactsOf(const std::vector<Printed>& figures, const Decimal& factor) {
  FactSet set;
  for (const Printed& figure : figures) {
    Quantity quantity;
    quantity.value = figure.value;
    quantity.unit.factor = factor;
    const Interval printed = figure.exact ? Interval(figure.value)
                                          : Interval::Rounded(figure.value, figure.value.scale());
    quantity.interval = printed.Scaled(factor);
    set.facts.emplace_back(Anchor{}, quantity);
  }
  return set;
}

Claim ClaimOver(RelationKind kind, const std::vector<FactId>& operands, FactId stated) {
  Claim claim;
  claim.kind = kind;
  for (const FactId id : operands) {
    claim.operands.push_back(Term::Of(id, "operand"));
  }
  claim.stated = Term::Of(stated, "stated");
  return claim;
}

// Figures whose last one is near what a sum or quotient of the others gives: all three answers come
// up.
std::vector<Printed> SomeFigures(std::mt19937* random, bool quotient) {
  const auto pick = [&](int most) {
    return static_cast<int>((*random)() % static_cast<unsigned>(most));
  };
  std::vector<Printed> out;
  const int n = quotient ? 2 : 2 + pick(4);
  Decimal sum = 0;
  for (int i = 0; i < n; ++i) {
    out.push_back({Decimal::FromParts(pick(90000) + 1, pick(4)), pick(3) == 0});
    sum += out.back().value;
  }
  const int digits = 1 + pick(2);
  const Decimal truth =
      quotient ? Decimal::Divide(out[0].value, out[1].value, digits, Rounding::kHalfAway)
               : sum.RoundTo(digits, Rounding::kHalfAway);
  out.push_back({truth + Decimal::FromParts(pick(7) - 3, digits), pick(3) == 0});
  return out;
}

TEST(EvaluateProperty, TheOrderOfASumsOperandsDecidesNothing) {
  std::mt19937 random(7);
  std::vector<int> seen(4);
  for (int round = 0; round < 2000; ++round) {
    const FactSet facts = FactsOf(SomeFigures(&random, false), 10000);
    const auto stated = static_cast<FactId>(facts.facts.size() - 1);
    std::vector<FactId> operands;
    for (FactId id = 0; id < stated; ++id) {
      operands.push_back(id);
    }
    const Relation first = Evaluate(ClaimOver(RelationKind::kSum, operands, stated), facts);
    ++seen[static_cast<size_t>(first.status)];
    std::shuffle(operands.begin(), operands.end(), random);
    const Relation other = Evaluate(ClaimOver(RelationKind::kSum, operands, stated), facts);
    EXPECT_EQ(first.status, other.status) << first.expression;
    EXPECT_EQ(first.rounding, other.rounding) << first.expression;
    EXPECT_EQ(first.computed_text, other.computed_text) << first.expression;
  }
  for (const RelationStatus status :
       {RelationStatus::kHeld, RelationStatus::kRounding, RelationStatus::kViolated}) {
    EXPECT_GT(seen[static_cast<size_t>(status)], 50);
  }
}

TEST(EvaluateProperty, TheSizeOfTheUnitDecidesNothing) {
  std::mt19937 random(11);
  std::vector<int> seen(4);
  for (int round = 0; round < 2000; ++round) {
    const bool quotient = round % 2 == 0;
    const std::vector<Printed> figures = SomeFigures(&random, quotient);
    const auto stated = static_cast<FactId>(figures.size() - 1);
    std::vector<FactId> operands;
    for (FactId id = 0; id < stated; ++id) {
      operands.push_back(id);
    }
    const RelationKind kind = quotient ? RelationKind::kRatio : RelationKind::kSum;
    const Claim claim = ClaimOver(kind, operands, stated);
    FactSet one = FactsOf(figures, 1);
    const Relation plain = Evaluate(claim, one);
    ++seen[static_cast<size_t>(plain.status)];
    for (const int power : {-2, 3, 4, 8}) {
      FactSet scaled = FactsOf(figures, Decimal::PowerOfTen(power));
      if (quotient) {  // the quotient itself has no unit
        scaled.facts.back() = one.facts.back();
      }
      const Relation other = Evaluate(claim, scaled);
      EXPECT_EQ(plain.status, other.status) << plain.expression << " × 10^" << power;
      EXPECT_EQ(plain.rounding, other.rounding) << plain.expression << " × 10^" << power;
    }
  }
  for (const RelationStatus status :
       {RelationStatus::kHeld, RelationStatus::kRounding, RelationStatus::kViolated}) {
    EXPECT_GT(seen[static_cast<size_t>(status)], 50);
  }
}

}  // namespace
}  // namespace crossfoot
