// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/nudge.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "model/fact_text.h"
#include "validate/evaluate.h"

namespace crossfoot {
namespace {

Tested Of(const FactSet& facts, RelationKind kind, const std::vector<FactId>& operands,
          FactId stated) {
  Tested tested;
  tested.claim.kind = kind;
  for (const FactId id : operands) {
    tested.claim.operands.push_back(Term::Of(id, "operand"));
  }
  tested.claim.stated = Term::Of(stated, "stated");
  tested.relation = Evaluate(tested.claim, facts);
  return tested;
}

// Three thirds, the last of which is told as `last`; and what the shares are said to add up to.
FactSet Thirds(const std::string& last, const std::string& all) {
  FactSet facts;
  facts.facts = *ReadFacts(
      "- | part | - | 2023 | 10 人\n- | whole | - | 2023 | 30 人\n"
      "- | a | - | 2023 | 33.33 %\n- | b | - | 2023 | 33.33 %\n"
      "- | c | - | 2023 | " +
      last + " %\n- | all | - | 2023 | " + all + " %\n");
  return facts;
}

TEST(Nudge, AShareNudgedSoThatTheSharesCloseIsRounding) {
  const FactSet facts = Thirds("33.34", "100.00");
  std::vector<Tested> tested = {Of(facts, RelationKind::kRatio, {0, 1}, 4),
                                Of(facts, RelationKind::kSum, {2, 3, 4}, 5)};
  ASSERT_EQ(tested[0].relation.status, RelationStatus::kViolated);
  FindNudged(facts, &tested);
  EXPECT_EQ(tested[0].relation.status, RelationStatus::kRounding);
  EXPECT_EQ(tested[0].relation.rounding, RoundingKind::kNudged);
}

TEST(Nudge, TwoInTheLastDigitIsASlip) {
  const FactSet facts = Thirds("33.35", "100.01");
  std::vector<Tested> tested = {Of(facts, RelationKind::kRatio, {0, 1}, 4),
                                Of(facts, RelationKind::kSum, {2, 3, 4}, 5)};
  FindNudged(facts, &tested);
  EXPECT_EQ(tested[0].relation.status, RelationStatus::kViolated);
}

TEST(Nudge, WithoutATotalThatClosesNothingWasNudged) {
  const FactSet facts = Thirds("33.34", "100.00");
  std::vector<Tested> tested = {Of(facts, RelationKind::kRatio, {0, 1}, 4)};
  FindNudged(facts, &tested);
  EXPECT_EQ(tested[0].relation.status, RelationStatus::kViolated);
}

TEST(Nudge, ATotalThatOnlyRoundingExplainsWasNotClosed) {
  const FactSet facts = Thirds("33.34", "100.01");
  std::vector<Tested> tested = {Of(facts, RelationKind::kRatio, {0, 1}, 4),
                                Of(facts, RelationKind::kSum, {2, 3, 4}, 5)};
  ASSERT_EQ(tested[1].relation.status, RelationStatus::kRounding);
  FindNudged(facts, &tested);
  EXPECT_EQ(tested[0].relation.status, RelationStatus::kViolated);
}

TEST(Nudge, AnExactShareHasNothingToNudge) {
  FactSet facts;
  facts.facts = *ReadFacts(
      "- | part | - | 2023 | 10 人\n- | whole | - | 2023 | 40 人\n- | a | - | 2023 | 25.01 %\n"
      "- | b | - | 2023 | 74.99 %\n- | all | - | 2023 | 100.00 %\n");
  std::vector<Tested> tested = {Of(facts, RelationKind::kRatio, {0, 1}, 2),
                                Of(facts, RelationKind::kSum, {2, 3}, 4)};
  FindNudged(facts, &tested);
  EXPECT_EQ(tested[0].relation.status, RelationStatus::kViolated);
}

TEST(Nudge, AnAmountNudgedAgainstItsExactPrinting) {
  FactSet facts;
  facts.facts = *ReadFacts(
      "- | a | - | 2023 | 123449.00 元\n- | a | - | 2023 | 12.35 万元\n"
      "- | b | - | 2023 | 20.00 万元\n- | all | - | 2023 | 32.35 万元\n");
  std::vector<Tested> tested = {Of(facts, RelationKind::kEquality, {0}, 1),
                                Of(facts, RelationKind::kSum, {1, 2}, 3)};
  ASSERT_EQ(tested[0].relation.status, RelationStatus::kViolated);
  FindNudged(facts, &tested);
  EXPECT_EQ(tested[0].relation.rounding, RoundingKind::kNudged);
}

}  // namespace
}  // namespace crossfoot
