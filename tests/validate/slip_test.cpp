// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/slip.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "model/fact_text.h"
#include "validate/diagnose.h"
#include "validate/evaluate.h"

namespace crossfoot {
namespace {

Tested Of(const FactSet& facts, RelationKind kind, std::vector<FactId> parts, FactId total) {
  Tested tested;
  tested.claim.kind = kind;
  for (const FactId part : parts) {
    tested.claim.operands.push_back(Term::Of(part, "part"));
  }
  tested.claim.stated = Term::Of(total, "total");
  tested.relation = Evaluate(tested.claim, facts);
  return tested;
}

// Each slip, the figures that show it, and the edit that must be the one answer.
TEST(Slip, EveryKindIsFoundWhereItIsTheOneThatMends) {
  struct Case {
    const char* kind;
    const char* facts;
    std::vector<std::vector<FactId>> sums;  // parts, then the total
    const char* edit;
  };
  const Case cases[] = {
      {"unit",
       "- | wages | - | 2023 | 301.49 元\n- | goods | - | 2023 | 26.60 万元\n"
       "- | all | - | 2023 | 328.09 万元\n",
       {{0, 1, 2}},
       "301.49元 → 301.49万元"},
      {"sign",
       "- | opening | - | 2023 | 120.50 万元\n- | change | - | 2023 | 20.30 万元\n"
       "- | adjusted | - | 2023 | 100.20 万元\n",
       {{0, 1, 2}},
       "20.30万元 → -20.30万元"},
      {"sign",
       "- | opening | - | 2023 | 120.50 万元\n"
       "- | change | - | 2023 | 20.30 万元 | increase\n"
       "- | adjusted | - | 2023 | 100.20 万元\n",
       {{0, 1, 2}},
       "增加20.30万元 → 减少20.30万元"},
      {"transposed",
       "- | a | - | 2023 | 135.27 万元\n- | b | - | 2023 | 20.30 万元\n"
       "- | all | - | 2023 | 173.57 万元\n",
       {{0, 1, 2}},
       "135.27万元 → 153.27万元"},
      {"point",
       "- | a | - | 2023 | 135.27 万元\n- | b | - | 2023 | 203.4 万元\n"
       "- | all | - | 2023 | 155.61 万元\n",
       {{0, 1, 2}},
       "203.4万元 → 20.34万元"},
      {"last_year",
       "- | lighting | - | 2023 | 88.15 万元\n- | greening | - | 2023 | 20.30 万元\n"
       "- | all | - | 2023 | 153.64 万元\n- | lighting | - | 2022 | 88.15 万元\n",
       {{0, 1, 2}},
       "88.15万元 → 133.34万元"},
      {"printed_elsewhere",
       "- | lighting | - | 2023 | 88.15 万元\n- | greening | - | 2023 | 20.30 万元\n"
       "- | all | - | 2023 | 153.64 万元\n- | lighting | - | 2023 | 133.34 万元\n",
       {{0, 1, 2}},
       "88.15万元 → 133.34万元"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.edit);
    FactSet facts;
    auto read = ReadFacts(c.facts);
    ASSERT_TRUE(read.ok()) << read.error().ToString();
    facts.facts = *read;
    for (Fact& fact : facts.facts) {
      fact.period.stated = fact.period.year == 2022;
    }
    std::vector<Tested> tested;
    std::vector<int> broken;
    for (std::vector<FactId> parts : c.sums) {
      const FactId total = parts.back();
      parts.pop_back();
      broken.push_back(static_cast<int>(tested.size()));
      tested.push_back(Of(facts, RelationKind::kSum, parts, total));
      ASSERT_EQ(tested.back().relation.status, RelationStatus::kViolated);
    }
    const auto causes = Diagnose(tested, broken, facts);
    ASSERT_EQ(causes.size(), 1U);
    ASSERT_EQ(causes[0].diagnosis.size(), 1U);
    EXPECT_EQ(causes[0].diagnosis[0].edit, c.edit);
    EXPECT_EQ(causes[0].diagnosis[0].kind, c.kind);
  }
}

TEST(Slip, TheDigitsTellWhichSlipWasMade) {
  struct Case {
    const char* written;
    const char* right;
    Slip slip;
  };
  const Case cases[] = {
      {"174.15", "1741.15", Slip::kDropped}, {"444.70", "44.70", Slip::kDropped},
      {"3", "32", Slip::kDropped},           {"2049.97", "2049.79", Slip::kTransposed},
      {"12.34", "13.24", Slip::kTransposed}, {"252.68", "252.08", Slip::kDigit},
      {"20148.3", "2014.83", Slip::kPoint},  {"-53", "53", Slip::kSign},
      {"252.68", "295.42", Slip::kAsked},    {"0.0139", "139.1", Slip::kAsked},
      {"12.34", "1234", Slip::kPoint},       {"5", "0", Slip::kDigit},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(SlipName(SlipOfDigits(*Decimal::Parse(c.written), *Decimal::Parse(c.right))),
              SlipName(c.slip))
        << c.written << " for " << c.right;
  }
}

TEST(Slip, AnItemLeftOutOfASumIsNamed) {
  FactSet facts;
  facts.facts = *ReadFacts(
      "- | roads | - | 2023 | 40.17 万元\n- | bridges | - | 2023 | 30.26 万元\n"
      "- | all | - | 2023 | 83.58 万元\n- | tunnels | - | 2023 | 13.15 万元\n");
  for (Fact& fact : facts.facts) {
    fact.anchor.address = {};  // one paragraph
  }
  const std::vector<Tested> tested = {Of(facts, RelationKind::kSum, {0, 1}, 2)};
  const auto causes = Diagnose(tested, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  ASSERT_EQ(causes[0].diagnosis.size(), 1U);
  EXPECT_EQ(causes[0].diagnosis[0].edit, "+ 13.15万元");
  EXPECT_EQ(causes[0].diagnosis[0].kind, "left_out");
}

TEST(Slip, AFigureThatIsElsewhereInTheReportExplainsNothing) {
  FactSet facts;
  facts.facts = *ReadFacts(
      "- | roads | - | 2023 | 40.17 万元\n- | bridges | - | 2023 | 30.26 万元\n"
      "- | all | - | 2023 | 83.58 万元\n- | tunnels | - | 2023 | 13.15 万元\n");
  const std::vector<Tested> tested = {Of(facts, RelationKind::kSum, {0, 1}, 2)};
  const auto causes = Diagnose(tested, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  EXPECT_TRUE(causes[0].diagnosis.empty());
}

TEST(Slip, SeveralThatDoAsWellAreAlternativesAndNoDiagnosis) {
  FactSet facts;
  facts.facts = *ReadFacts(
      "- | a | - | 2023 | 40.10 万元\n- | b | - | 2023 | 40.10 万元\n"
      "- | all | - | 2023 | 44.11 万元\n");
  const std::vector<Tested> tested = {Of(facts, RelationKind::kSum, {0, 1}, 2)};
  const auto causes = Diagnose(tested, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  EXPECT_TRUE(causes[0].diagnosis.empty());
  ASSERT_GE(causes[0].alternatives.size(), 2U);
  EXPECT_EQ(causes[0].alternatives[0].edit, "40.10万元 → 4.01万元");
  EXPECT_FALSE(causes[0].alternatives[0].only_one);
}

TEST(Slip, EveryKindHasANameOfItsOwn) {
  std::vector<std::string_view> names;
  for (int i = 0; i <= static_cast<int>(Slip::kAsked); ++i) {
    const std::string_view name = SlipName(static_cast<Slip>(i));
    EXPECT_EQ(std::count(names.begin(), names.end(), name), 0) << name;
    names.push_back(name);
  }
}

}  // namespace
}  // namespace crossfoot
