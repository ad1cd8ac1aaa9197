// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/nudge.h"

#include <algorithm>
#include <map>
#include <optional>

#include "validate/evaluate.h"

namespace crossfoot {
namespace {

constexpr size_t kLeastParts = 2;

bool CanBeNudged(const Tested& tested) {
  return tested.relation.status == RelationStatus::kViolated &&
         (tested.claim.kind == RelationKind::kRatio ||
          tested.claim.kind == RelationKind::kEquality) &&
         tested.claim.stated.fact >= 0 && tested.claim.stated.grown_by < 0;
}

// The digits that rounding left off: nothing can be nudged where the right value has none.
bool WasRounded(const Tested& tested, const Substitute& right, const Decimal& shown) {
  const std::vector<Operand>& operands = tested.relation.operands;
  if (tested.claim.kind != RelationKind::kRatio) {
    return shown != right.value;
  }
  return operands.size() >= 2 && right.value * right.unit.factor * operands[1].value !=
                                     operands[0].coefficient * operands[0].value;
}

// What the stated figure would be if rounded rightly, where it misses that by one in its last
// digit.
std::optional<Substitute> RightRounding(const Tested& tested, const FactSet& facts) {
  const Fact& fact = facts.facts[static_cast<size_t>(tested.claim.stated.fact)];
  const int digits = std::max(0, fact.quantity.value.scale());
  const auto computed = Decimal::Parse(tested.relation.computed_text);
  if (!computed || fact.quantity.unit.dimension == Dimension::kCount) {
    return std::nullopt;
  }
  const Decimal shown = tested.claim.stated.coefficient.Sign() < 0 ? -*computed : *computed;
  const Substitute right{tested.claim.stated.fact, shown.RoundTo(digits, Rounding::kHalfAway),
                         fact.quantity.unit};
  const bool by_one = (right.value - fact.quantity.value).Abs() == Decimal::PowerOfTen(-digits);
  return by_one && WasRounded(tested, right, shown) ? std::optional(right) : std::nullopt;
}

bool ClosesBecauseOfIt(const Tested& sum, const FactSet& facts, const Substitute& right) {
  return sum.claim.kind == RelationKind::kSum && !sum.claim.idle &&
         sum.claim.operands.size() >= kLeastParts && sum.relation.status == RelationStatus::kHeld &&
         StatusOf(sum.claim, facts, &right) != RelationStatus::kHeld;
}

}  // namespace

void FindNudged(const FactSet& facts, std::vector<Tested>* tested) {
  if (std::none_of(tested->begin(), tested->end(), CanBeNudged)) {
    return;
  }
  std::multimap<FactId, size_t> sums;
  for (size_t i = 0; i < tested->size(); ++i) {
    const Tested& entry = (*tested)[i];
    if (entry.claim.kind == RelationKind::kSum && entry.relation.status == RelationStatus::kHeld) {
      sums.emplace(entry.claim.stated.fact, i);
      for (const Term& term : entry.claim.operands) {
        sums.emplace(term.fact, i);
      }
    }
  }
  for (Tested& entry : *tested) {
    const auto right = CanBeNudged(entry) ? RightRounding(entry, facts) : std::nullopt;
    if (!right) {
      continue;
    }
    const auto [first, last] = sums.equal_range(right->fact);
    if (std::any_of(first, last, [&](const auto& sum) {
          return ClosesBecauseOfIt((*tested)[sum.second], facts, *right);
        })) {
      entry.relation.status = RelationStatus::kRounding;
      entry.relation.rounding = RoundingKind::kNudged;
    }
  }
}

}  // namespace crossfoot
