// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/probe.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "model/fact_text.h"
#include "validate/evaluate.h"

namespace crossfoot {
namespace {

bool Holds(RelationStatus status) {
  return status == RelationStatus::kHeld || status == RelationStatus::kRounding;
}

// Figures of small numbers in mixed units, so that claims hold, round and break in turn.
FactSet RandomFigures(std::mt19937* random, int n) {
  static const char* const kUnits[] = {"万元", "元", "%", "人"};
  std::string text;
  for (int i = 0; i < n; ++i) {
    const auto pick = [&](int most) {
      return static_cast<int>((*random)() % static_cast<unsigned>(most));
    };
    std::string value = std::to_string(pick(30));
    const int digits = pick(3);
    if (digits > 0) {
      value += "." + std::to_string(pick(digits == 1 ? 10 : 90) + (digits == 1 ? 0 : 10));
    }
    text += "- | - | - | 2023 | " + std::string(pick(9) == 0 ? "-" : "") + value + " " +
            kUnits[pick(4)] + " | " + (pick(4) == 0 ? "decrease" : "-") + " | L1\n";
  }
  FactSet set;
  auto facts = ReadFacts(text);
  EXPECT_TRUE(facts.ok()) << text;
  set.facts = *facts;
  return set;
}

TEST(Probe, AnswersAsFullEvaluationDoes) {
  std::mt19937 random(20231231);
  const RelationKind kinds[] = {RelationKind::kSum,     RelationKind::kDifference,
                                RelationKind::kProduct, RelationKind::kRatio,
                                RelationKind::kGrowth,  RelationKind::kEquality,
                                RelationKind::kCount,   RelationKind::kBound};
  int held = 0;
  int asked = 0;
  for (int round = 0; round < 3000; ++round) {
    const int operands = 1 + static_cast<int>(random() % 3);
    const FactSet facts = RandomFigures(&random, operands + 2);
    Claim claim;
    claim.kind = kinds[random() % 8];
    for (int i = 0; i < operands; ++i) {
      Term term = Term::Of(i, random() % 5 == 0 ? "change" : "part", random() % 4 == 0 ? -1 : 1);
      if (random() % 6 == 0) {
        term.grown_by = operands + 1;
      }
      claim.operands.push_back(term);
    }
    claim.stated = Term::Of(operands, "stated", random() % 5 == 0 ? -1 : 1);
    for (FactId suspect = 0; suspect < operands + 2; ++suspect) {
      const Probe probe(claim, facts, suspect);
      const Fact& fact = facts.facts[static_cast<size_t>(suspect)];
      std::vector<Substitute> tries;
      for (int i = 0; i < 6; ++i) {
        tries.push_back({suspect,
                         Decimal::FromParts(static_cast<int64_t>(random() % 6000) - 1000,
                                            static_cast<int>(random() % 3)),
                         fact.quantity.unit});
      }
      if (const auto wanted = probe.Wanted()) {
        tries.push_back(
            {suspect, Decimal::Divide(*wanted, fact.quantity.unit.factor, 8, Rounding::kHalfAway),
             fact.quantity.unit});
      }
      if (fact.quantity.unit.dimension == Dimension::kMoney) {
        tries.push_back({suspect, fact.quantity.value, *StandardUnit("亿元")});
      }
      for (const Substitute& instead : tries) {
        const bool expected = Holds(StatusOf(claim, facts, &instead));
        EXPECT_EQ(probe.Holds(instead), expected)
            << Evaluate(claim, facts, &instead).expression << " in round " << round;
        held += expected ? 1 : 0;
        ++asked;
      }
    }
  }
  // Both answers were asked for often enough to mean something.
  EXPECT_GT(held, 500);
  EXPECT_GT(asked - held, 500);
}

TEST(Probe, TellsWhatASumAsksOfAnyOfItsFigures) {
  FactSet facts;
  facts.facts = *ReadFacts(
      "- | a | - | 2023 | 40.10 万元\n"
      "- | b | - | 2023 | 30.20 万元\n"
      "- | c | - | 2023 | 70.90 万元\n");
  Claim claim;
  claim.operands = {Term::Of(0, "part"), Term::Of(1, "taken", -1)};
  claim.stated = Term::Of(2, "rest");
  EXPECT_EQ(Probe(claim, facts, 0).Wanted(), Decimal(1011000));
  EXPECT_EQ(Probe(claim, facts, 1).Wanted(), Decimal(-308000));
  EXPECT_EQ(Probe(claim, facts, 2).Wanted(), Decimal(99000));
}

TEST(Probe, WhatARateLeavesOpenForItsOperandsHoldsAndNothingElseDoes) {
  FactSet facts;
  facts.facts = *ReadFacts(
      "- | spent | - | 2023 | 252.68 万元\n"
      "- | budget | - | 2023 | 321.75 万元\n"
      "- | rate | - | 2023 | 91.82 %\n");
  Claim claim;
  claim.kind = RelationKind::kRatio;
  claim.operands = {Term::Of(0, "numerator"), Term::Of(1, "denominator")};
  claim.stated = Term::Of(2, "rate");
  const Probe top(claim, facts, 0);
  const auto reach = top.WantedReach();
  ASSERT_TRUE(reach);
  EXPECT_TRUE(reach->Contains(*Decimal::Parse("2954200")));
  EXPECT_FALSE(reach->Contains(*Decimal::Parse("2956000")));
  const Unit wan = facts.facts[0].quantity.unit;
  EXPECT_TRUE(top.Holds({0, *Decimal::Parse("295.42"), wan}));
  EXPECT_FALSE(top.Holds({0, *Decimal::Parse("295.60"), wan}));
  const auto bottom = Probe(claim, facts, 1).WantedReach();
  ASSERT_TRUE(bottom);
  EXPECT_TRUE(bottom->Contains(*Decimal::Parse("2751905")));
  EXPECT_FALSE(Probe(claim, facts, 2).WantedReach());
}

}  // namespace
}  // namespace crossfoot
