// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/diagnose.h"

#include <string>

#include <gtest/gtest.h>

#include "model/fact_text.h"
#include "validate/evaluate.h"

namespace crossfoot {
namespace {

FactSet Facts(const std::string& text) {
  FactSet set;
  auto facts = ReadFacts(text);
  EXPECT_TRUE(facts.ok());
  set.facts = *facts;
  return set;
}

Tested Sum(const FactSet& facts, std::vector<FactId> parts, FactId total) {
  Tested tested;
  for (const FactId part : parts) {
    tested.claim.operands.push_back(Term::Of(part, "part"));
  }
  tested.claim.stated = Term::Of(total, "total");
  tested.relation = Evaluate(tested.claim, facts);
  return tested;
}

TEST(Diagnose, FindsTheUnitThatMendsASum) {
  const FactSet facts = Facts(
      "- | wages | - | 2023 | 301.49 元\n"
      "- | goods | - | 2023 | 26.60 万元\n"
      "- | total | - | 2023 | 328.09 万元\n");
  const std::vector<Tested> tested = {Sum(facts, {0, 1}, 2)};
  const auto causes = Diagnose(tested, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  ASSERT_EQ(causes[0].diagnosis.size(), 1U);
  EXPECT_EQ(causes[0].diagnosis[0].edit, "301.49元 → 301.49万元");
  EXPECT_TRUE(causes[0].diagnosis[0].only_one);
}

TEST(Diagnose, OneEditThatMendsTwoSumsIsOneCause) {
  const FactSet facts = Facts(
      "- | a | weight | - | 6 分\n"
      "- | b | weight | - | 20 分\n"
      "- | c | weight | - | 25 分\n"
      "- | d | weight | - | 9 分\n"
      "- | group | weight | - | 55 分\n"
      "- | e | weight | - | 20 分\n"
      "- | f | weight | - | 20 分\n"
      "- | all | weight | - | 100 分\n");
  const std::vector<Tested> tested = {Sum(facts, {0, 1, 2, 3}, 4), Sum(facts, {4, 5, 6}, 7)};
  const auto causes = Diagnose(tested, {0, 1}, facts);
  ASSERT_EQ(causes.size(), 1U);
  EXPECT_EQ(causes[0].broken, (std::vector<int>{0, 1}));
  ASSERT_EQ(causes[0].diagnosis.size(), 1U);
  EXPECT_EQ(causes[0].diagnosis[0].edit, "55分 → 60分");
  EXPECT_EQ(causes[0].diagnosis[0].mends, 2);
}

TEST(Diagnose, SaysNothingWhereSeveralEditsDoAsWell) {
  const FactSet facts = Facts(
      "- | a | - | 2023 | 40.10 万元\n"
      "- | b | - | 2023 | 30.20 万元\n"
      "- | c | - | 2023 | 70.90 万元\n");
  const std::vector<Tested> tested = {Sum(facts, {0, 1}, 2)};
  const auto causes = Diagnose(tested, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  EXPECT_TRUE(causes[0].diagnosis.empty());
}

TEST(Diagnose, PrefersTheEditThatBreaksNothingHeld) {
  // b takes part in a second sum that holds, a in none: only a (or the total) may be wrong.
  const FactSet facts = Facts(
      "- | a | - | 2023 | 40.10 万元\n"
      "- | b | - | 2023 | 30.20 万元\n"
      "- | c | - | 2023 | 70.90 万元\n"
      "- | d | - | 2023 | 10.00 万元\n"
      "- | e | - | 2023 | 40.20 万元\n"
      "- | f | - | 2023 | 80.90 万元\n");
  const std::vector<Tested> tested = {Sum(facts, {0, 1}, 2), Sum(facts, {1, 3}, 4),
                                      Sum(facts, {2, 3}, 5)};
  const auto causes = Diagnose(tested, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  ASSERT_EQ(causes[0].diagnosis.size(), 1U);
  EXPECT_EQ(causes[0].diagnosis[0].edit, "40.10万元 → 40.70万元");
}

Tested Ratio(const FactSet& facts, FactId top, FactId bottom, FactId rate) {
  Tested tested;
  tested.claim.kind = RelationKind::kRatio;
  tested.claim.operands = {Term::Of(top, "numerator"), Term::Of(bottom, "denominator")};
  tested.claim.stated = Term::Of(rate, "rate");
  tested.relation = Evaluate(tested.claim, facts);
  return tested;
}

TEST(Diagnose, ABrokenRateOfFiguresBorneOutElsewhereIsTheComputedOneAtThePrintedDigits) {
  const FactSet facts = Facts(
      "- | spent | - | 2023 | 271.35 万元\n"
      "- | budget | - | 2023 | 356.76 万元\n"
      "- | rate | - | 2023 | 99.68 %\n"
      "- | equipment | - | 2023 | 171.35 万元\n"
      "- | services | - | 2023 | 100.00 万元\n"
      "- | opening | - | 2023 | 300.00 万元\n"
      "- | added | - | 2023 | 56.76 万元\n");
  const std::vector<Tested> tested = {Ratio(facts, 0, 1, 2), Sum(facts, {3, 4}, 0),
                                      Sum(facts, {5, 6}, 1)};
  const auto causes = Diagnose(tested, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  ASSERT_EQ(causes[0].diagnosis.size(), 1U);
  EXPECT_EQ(causes[0].diagnosis[0].edit, "99.68% → 76.06%");
  EXPECT_EQ(causes[0].suspect, 2);
}

TEST(Diagnose, ABrokenRateOfFiguresThatNothingBearsOutIsAGuess) {
  const FactSet facts = Facts(
      "- | spent | - | 2023 | 271.35 万元\n"
      "- | budget | - | 2023 | 356.76 万元\n"
      "- | rate | - | 2023 | 99.68 %\n");
  const auto causes = Diagnose({Ratio(facts, 0, 1, 2)}, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  EXPECT_TRUE(causes[0].diagnosis.empty());
}

TEST(Diagnose, TwoRatesLeaveOneValueOpenForTheFigureTheyShare) {
  // 11.75 / 13.76 = 85.4% and 11.75 / 25.45 = 46.17%: last year's 13.66 stands instead.
  const FactSet facts = Facts(
      "- | spent | - | 2023 | 13.66 万元\n"
      "- | budget | - | 2023 | 13.76 万元\n"
      "- | rate | - | 2023 | 85.4 %\n"
      "- | all | - | 2023 | 25.45 万元\n"
      "- | share | - | 2023 | 46.17 %\n");
  const std::vector<Tested> tested = {Ratio(facts, 0, 1, 2), Ratio(facts, 0, 3, 4)};
  const auto causes = Diagnose(tested, {0, 1}, facts);
  ASSERT_EQ(causes.size(), 1U);
  ASSERT_EQ(causes[0].diagnosis.size(), 1U);
  EXPECT_EQ(causes[0].diagnosis[0].edit, "13.66万元 → 11.75万元");
  EXPECT_EQ(causes[0].diagnosis[0].mends, 2);
  EXPECT_EQ(causes[0].suspect, 0);
}

TEST(Diagnose, WhatOnlyMakesAFigureVanishMendsNothing) {
  // 1219.25 = 1219.25 + 139.10元 to the printed digits, which says nothing of the unit.
  const FactSet facts = Facts(
      "- | opening | - | 2023 | 1219.25 万元\n"
      "- | change | - | 2023 | 139.10 万元\n"
      "- | adjusted | - | 2023 | 1219.25 万元\n");
  const auto causes = Diagnose({Sum(facts, {0, 1}, 2)}, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  for (const Edit& edit : causes[0].diagnosis) {
    EXPECT_NE(edit.kind, "unit") << edit.edit;
  }
}

TEST(Diagnose, OfTwoUnitsThatDoAsWellTheUsualOneIsMeant) {
  const FactSet facts = Facts(
      "- | spent | - | 2023 | 10.94 元\n"
      "- | budget | - | 2023 | 12.92 万元\n"
      "- | rate | - | 2023 | 84.67 %\n"
      "- | other | - | 2023 | 77.10 万元\n");
  const auto causes = Diagnose({Ratio(facts, 0, 1, 2)}, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  ASSERT_EQ(causes[0].diagnosis.size(), 1U);
  EXPECT_EQ(causes[0].diagnosis[0].edit, "10.94元 → 10.94万元");
}

TEST(Diagnose, AWordThatWasCheckedNeitherBearsAFigureOutNorForbidsItsCorrection) {
  // 决算数大于年初预算数 was checked of the two amounts: it held, and says nothing of how much.
  const FactSet facts = Facts(
      "- | spent | - | 2023 | 55.11 万元\n"
      "- | opening | - | 2023 | 54.40 万元\n"
      "- | rate | - | 2023 | 101.98 %\n");
  Tested word;
  word.claim.kind = RelationKind::kOrder;
  word.claim.operands = {Term::Of(0, "figure"), Term::Of(1, "figure")};
  word.relation.status = RelationStatus::kHeld;
  const auto causes = Diagnose({Ratio(facts, 0, 1, 2), word}, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  ASSERT_EQ(causes[0].diagnosis.size(), 1U);
  EXPECT_EQ(causes[0].diagnosis[0].edit, "54.40万元 → 54.04万元");
}

Tested Same(const FactSet& facts, FactId other, FactId stated) {
  Tested tested;
  tested.claim.kind = RelationKind::kEquality;
  tested.claim.operands = {Term::Of(other, "other")};
  tested.claim.stated = Term::Of(stated, "stated");
  tested.relation = Evaluate(tested.claim, facts);
  return tested;
}

TEST(Diagnose, OfTwoPrintingsTheOneThatARateBearsOutIsMeant) {
  // 57 of 54 told as 105.56% in words; the table has 10.
  const FactSet facts = Facts(
      "- | done | - | 2023 | 57 台\n"
      "- | target | - | 2023 | 54 台\n"
      "- | rate | - | 2023 | 105.56 %\n"
      "- | done | - | 2023 | 10 台\n");
  const auto causes = Diagnose({Ratio(facts, 0, 1, 2), Same(facts, 0, 3)}, {1}, facts);
  ASSERT_EQ(causes.size(), 1U);
  ASSERT_EQ(causes[0].diagnosis.size(), 1U);
  EXPECT_EQ(causes[0].diagnosis[0].edit, "10台 → 57台");
}

TEST(Diagnose, AFigureRepeatedInItsRateIsNotBorneOutByIt) {
  const FactSet facts = Facts(
      "- | supervised | - | 2023 | 988 家\n"
      "- | all | - | 2023 | 988 家\n"
      "- | rate | - | 2023 | 100 %\n"
      "- | all | - | 2023 | 1154 家\n");
  const auto causes = Diagnose({Ratio(facts, 0, 1, 2), Same(facts, 1, 3)}, {1}, facts);
  ASSERT_EQ(causes.size(), 1U);
  EXPECT_TRUE(causes[0].diagnosis.empty());
}

TEST(Diagnose, APointThatMovedInARateIsSetWhereTheOtherRatesHaveIt) {
  const FactSet facts = Facts(
      "- | spent | - | 2023 | 514.54 万元\n"
      "- | budget | - | 2023 | 586.24 万元\n"
      "- | rate | - | 2023 | 877.7 %\n"
      "- | a | - | 2023 | 91.20 %\n- | b | - | 2023 | 41.38 %\n- | c | - | 2023 | 99.05 %\n"
      "- | d | - | 2023 | 17.71 %\n");
  const auto causes = Diagnose({Ratio(facts, 0, 1, 2)}, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  ASSERT_EQ(causes[0].diagnosis.size(), 1U);
  EXPECT_EQ(causes[0].diagnosis[0].edit, "877.7% → 87.77%");
  EXPECT_EQ(causes[0].diagnosis[0].kind, "point");
}

TEST(Diagnose, AValueThatStandsOutIsMeantWhateverItIsCalledThere) {
  const FactSet facts = Facts(
      "- | basic | - | 2023 | 580.13 万元\n"
      "- | projects | - | 2023 | 376.25 万元\n"
      "- | all | - | 2023 | 879.68 万元\n"
      "- | spent in the year | - | 2023 | 956.38 万元\n");
  const auto causes = Diagnose({Sum(facts, {0, 1}, 2)}, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  ASSERT_EQ(causes[0].diagnosis.size(), 1U);
  EXPECT_EQ(causes[0].diagnosis[0].edit, "879.68万元 → 956.38万元");
  EXPECT_EQ(causes[0].diagnosis[0].kind, "printed_elsewhere");
}

TEST(Diagnose, ATotalThatIsOneOfItsTwoItemsCountsNothingTwice) {
  const FactSet facts = Facts(
      "- | basic | - | 2023 | 580.13 万元\n"
      "- | projects | - | 2023 | 376.25 万元\n"
      "- | all | - | 2023 | 580.13 万元\n");
  const auto causes = Diagnose({Sum(facts, {0, 1}, 2)}, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  EXPECT_TRUE(causes[0].diagnosis.empty());
}

TEST(Diagnose, WhereEachPartWouldBeLessThanNothingTheTotalIsWrong) {
  const FactSet facts = Facts(
      "- | managers | - | 2023 | 9 人\n"
      "- | experts | - | 2023 | 21 人\n"
      "- | workers | - | 2023 | 2 人\n"
      "- | staff | - | 2023 | 3 人\n");
  const auto causes = Diagnose({Sum(facts, {0, 1, 2}, 3)}, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  ASSERT_EQ(causes[0].diagnosis.size(), 1U);
  EXPECT_EQ(causes[0].diagnosis[0].edit, "3人 → 32人");
}

TEST(Diagnose, ACorrectionHasNoMoreDigitsThanTheFiguresBesideIt) {
  // 19.313 would do within what rounding leaves open; nobody prints it.
  const FactSet facts = Facts(
      "- | cars | - | 2023 | 11.42 万元\n"
      "- | guests | - | 2023 | 7.89 万元\n"
      "- | all | - | 2023 | 19.331 万元\n"
      "- | run | - | 2023 | 11.42 万元\n- | bought | - | 2023 | 0.00 万元\n"
      "- | meals | - | 2023 | 5.89 万元\n- | rooms | - | 2023 | 2.00 万元\n");
  const std::vector<Tested> tested = {Sum(facts, {0, 1}, 2), Sum(facts, {3, 4}, 0),
                                      Sum(facts, {5, 6}, 1)};
  const auto causes = Diagnose(tested, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  ASSERT_EQ(causes[0].diagnosis.size(), 1U);
  EXPECT_EQ(causes[0].diagnosis[0].edit, "19.331万元 → 19.31万元");
}

TEST(Diagnose, WhatStandsInTwoPlacesIsLessSuspect) {
  const FactSet facts = Facts(
      "- | opening | - | 2023 | 1398.51 万元\n"
      "- | added | - | 2023 | 36.20 万元\n"
      "- | adjusted | - | 2023 | 1592.53 万元\n"
      "- | opening in the table | - | 2023 | 1398.51 万元\n"
      "- | adjusted in the table | - | 2023 | 1592.53 万元\n");
  const auto causes = Diagnose({Sum(facts, {0, 1}, 2)}, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  EXPECT_EQ(causes[0].suspect, 1);
}

TEST(Diagnose, AFigureIsNotWrittenForNothingAtAll) {
  const FactSet facts = Facts(
      "- | a | - | 2023 | 9.31 分\n- | a | - | 2023 | 9.31 分\n- | b | - | 2023 | 20 分\n"
      "- | all | - | 2023 | 29.31 分\n");
  const auto causes = Diagnose({Sum(facts, {0, 1, 2}, 3)}, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  for (const Edit& edit : causes[0].alternatives) {
    EXPECT_EQ(edit.edit.find("→ 0"), std::string::npos) << edit.edit;
  }
}

TEST(Diagnose, AFigurePrintedAgainUnderItsNameIsNotTakenForAnotherOne) {
  // 1229.40 of 1325.52 is 92.75%; 101.98% is of the opening budget, which is printed, too.
  const FactSet facts = Facts(
      "- | spent | - | 2023 | 1229.40 万元\n"
      "- | adjusted budget | - | 2023 | 1325.52 万元\n"
      "- | rate | - | 2023 | 101.98 %\n"
      "- | adjusted budget | - | 2023 | 1325.52 万元\n"
      "- | opening budget | - | 2023 | 1205.58 万元\n");
  const auto causes = Diagnose({Ratio(facts, 0, 1, 2)}, {0}, facts);
  ASSERT_EQ(causes.size(), 1U);
  for (const Edit& edit : causes[0].diagnosis) {
    EXPECT_EQ(edit.fact, 2) << edit.edit;
  }
}

}  // namespace
}  // namespace crossfoot
