// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/evaluate.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "model/fact_text.h"

namespace crossfoot {
namespace {

FactSet Facts(const std::vector<std::string>& figures) {
  std::string text;
  for (const std::string& figure : figures) {
    const size_t bar = figure.find('|');
    text += "- | - | - | 2023 | " + figure.substr(0, bar) + " | " +
            (bar == std::string::npos ? "-" : figure.substr(bar + 1)) + " | L1\n";
  }
  auto facts = ReadFacts(text);
  EXPECT_TRUE(facts.ok()) << (facts.ok() ? "" : facts.error().ToString());
  FactSet set;
  set.facts = *facts;
  return set;
}

struct Case {
  const char* name;
  RelationKind kind;
  std::vector<std::string> figures;  // operands, then the stated figure
  RelationStatus status;
  RoundingKind rounding;
  std::string computed;
};

Claim ClaimOver(const Case& c, const FactSet& facts) {
  Claim claim;
  claim.kind = c.kind;
  const size_t stated = c.figures.size() - 1;
  for (size_t i = 0; i < stated; ++i) {
    Term term = Term::Of(static_cast<FactId>(i), "operand");
    if (c.kind == RelationKind::kDifference && i > 0) {
      term.coefficient = -1;
    }
    if (c.figures[i].find("change") != std::string::npos) {
      term.role = "change";
    }
    claim.operands.push_back(term);
  }
  claim.stated = Term::Of(static_cast<FactId>(stated), "stated");
  (void)facts;
  return claim;
}

TEST(Evaluate, TellsHeldRoundingTruncationAndViolation) {
  const std::vector<Case> cases = {
      {"exact sum",
       RelationKind::kSum,
       {"1.10 万元", "2.20 万元", "3.30 万元"},
       RelationStatus::kHeld,
       RoundingKind::kNone,
       "3.30"},
      {"sum within rounding",
       RelationKind::kDifference,
       {"392.92 万元", "61.16 万元", "331.77 万元"},
       RelationStatus::kRounding,
       RoundingKind::kRounded,
       "331.76"},
      {"sum far off",
       RelationKind::kSum,
       {"375.18 万元", "11.74 万元", "392.92 万元"},
       RelationStatus::kViolated,
       RoundingKind::kNone,
       "386.92"},
      {"units are converted",
       RelationKind::kSum,
       {"5000 元", "0.50 万元", "1.00 万元"},
       RelationStatus::kHeld,
       RoundingKind::kNone,
       "1.00"},
      {"quotient rounded half away",
       RelationKind::kRatio,
       {"1.94 万元", "2.45 万元", "79.18 %"},
       RelationStatus::kHeld,
       RoundingKind::kNone,
       "79.18"},
      {"quotient cut off",
       RelationKind::kRatio,
       {"12.01 万元", "28.24 万元", "42.52 %"},
       RelationStatus::kRounding,
       RoundingKind::kTruncated,
       "42.53"},
      {"quotient of rounded figures",
       RelationKind::kRatio,
       {"9.99 万元", "10.00 万元", "99.96 %"},
       RelationStatus::kRounding,
       RoundingKind::kRounded,
       "99.90"},
      {"wrong quotient",
       RelationKind::kRatio,
       {"3.68 万元", "331.77 万元", "100 %"},
       RelationStatus::kViolated,
       RoundingKind::kNone,
       "1.11"},
      {"growth over a base",
       RelationKind::kGrowth,
       {"223.44 万元", "195.65 万元", "14.2 %"},
       RelationStatus::kHeld,
       RoundingKind::kNone,
       "14.20"},
      {"zero base",
       RelationKind::kRatio,
       {"3.68 万元", "0 万元", "100 %"},
       RelationStatus::kUnevaluated,
       RoundingKind::kNone,
       ""},
      {"counts are exact",
       RelationKind::kSum,
       {"1010 宗", "307 宗", "1318 宗"},
       RelationStatus::kViolated,
       RoundingKind::kNone,
       "1317"},
      {"two printings of one value",
       RelationKind::kEquality,
       {"350.35 万元", "352.67 万元"},
       RelationStatus::kViolated,
       RoundingKind::kNone,
       "350.35"},
      {"coarser printing of one value",
       RelationKind::kEquality,
       {"3503499 元", "350.35 万元"},
       RelationStatus::kRounding,
       RoundingKind::kRounded,
       "350.3499"},
      {"within a bound",
       RelationKind::kBound,
       {"3 分", "5 分"},
       RelationStatus::kHeld,
       RoundingKind::kNone,
       "3"},
      {"over a bound",
       RelationKind::kBound,
       {"8 分", "3 分"},
       RelationStatus::kViolated,
       RoundingKind::kNone,
       "8"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const FactSet facts = Facts(c.figures);
    const Relation relation = Evaluate(ClaimOver(c, facts), facts);
    EXPECT_EQ(relation.status, c.status);
    EXPECT_EQ(relation.rounding, c.rounding);
    EXPECT_EQ(relation.computed_text, c.computed);
  }
}

TEST(Evaluate, AFallIsSubtracted) {
  const FactSet facts = Facts({"90.00 万元", "10.00 万元", "10.00 %|decrease"});
  Claim claim;
  claim.kind = RelationKind::kGrowth;
  claim.operands = {Term::Of(0, "current"), Term::Of(1, "change", -1)};
  claim.stated = Term::Of(2, "rate", -1);
  const Relation relation = Evaluate(claim, facts);
  EXPECT_EQ(relation.status, RelationStatus::kHeld);
  EXPECT_EQ(relation.expression, "-10.00 / (90.00 + 10.00) = -10.00%");
}

TEST(Evaluate, ReadsASubstituteInsteadOfTheFigure) {
  const FactSet facts = Facts({"301.49 元", "26.60 万元", "328.09 万元"});
  Claim claim;
  claim.operands = {Term::Of(0, "part"), Term::Of(1, "part")};
  claim.stated = Term::Of(2, "total");
  EXPECT_EQ(StatusOf(claim, facts), RelationStatus::kViolated);
  const Substitute instead{0, *Decimal::Parse("301.49"), *StandardUnit("万元")};
  EXPECT_EQ(StatusOf(claim, facts, &instead), RelationStatus::kHeld);
  EXPECT_EQ(Evaluate(claim, facts).expression, "301.49元 + 26.60万元 = 328.09万元");
}

TEST(Evaluate, AnOverflowIsNeverAViolation) {
  const FactSet facts =
      Facts({"999999999999999999999999999999 宗", "999999999999999999999999999999 宗", "1 宗"});
  Claim claim;
  claim.kind = RelationKind::kProduct;
  claim.operands = {Term::Of(0, "x"), Term::Of(1, "y")};
  claim.stated = Term::Of(2, "stated");
  EXPECT_EQ(StatusOf(claim, facts), RelationStatus::kUnevaluated);
}

}  // namespace
}  // namespace crossfoot
