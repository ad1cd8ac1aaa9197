// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/findings.h"

#include <gtest/gtest.h>

#include "model/fact_text.h"
#include "validate/evaluate.h"
#include "validate/rule.h"
#include "validate/rule_pack.h"

namespace crossfoot {
namespace {

// Two paragraphs that each hold one printed figure after its words.
struct World {
  Document document;
  FactSet facts;
  NoFactSource others;
};

World TwoFigures(int first_line, float reading = 1) {
  World world;
  const char* const texts[] = {"年初预算100.00万元，已批复", "其中基本支出90.00万元"};
  const char* const numbers[] = {"100.00", "90.00"};
  for (int i = 0; i < 2; ++i) {
    Place place;
    place.line = first_line + i;
    Block block;
    block.text.Append(texts[i], place, reading);
    const auto at = static_cast<uint32_t>(block.text.utf8().find(numbers[i]));
    world.document.blocks.push_back(block);
    const Decimal value = *Decimal::Parse(numbers[i]);
    const Unit unit = *StandardUnit("万元");
    world.facts.facts.emplace_back(
        Anchor{{TextAddress::Part::kBlock, i, 0},
               at,
               static_cast<uint32_t>(at + std::string(numbers[i]).size()),
               place},
        Quantity{value, unit, Interval::Rounded(value, 2) * Interval(unit.factor)});
  }
  return world;
}

Finding Broken(const World& world) {
  const CheckContext context(world.document, world.facts, RulePack::BuiltIn(), world.others);
  Tested tested;
  tested.rule = FindRule("SUM101");
  tested.claim.operands = {Term::Of(1, "part")};
  tested.claim.stated = Term::Of(0, "total");
  tested.claim.reason = {"理由", "a reason"};
  tested.relation = Evaluate(tested.claim, world.facts);
  std::vector<Finding> findings = {FindingOf(context, {tested}, {{0}, {}})};
  NameFindings(&findings);
  return findings[0];
}

TEST(Findings, SayWhatWhyAndWhatToDoWithBothPlaces) {
  const Finding finding = Broken(TwoFigures(10));
  EXPECT_NE(finding.message.zh.find("100.00万元"), std::string::npos) << finding.message.zh;
  EXPECT_NE(finding.message.zh.find("依据：理由"), std::string::npos);
  EXPECT_NE(finding.message.en.find("Why: a reason."), std::string::npos) << finding.message.en;
  EXPECT_NE(finding.message.en.find(std::string(FindRule("SUM101")->advice_en)), std::string::npos);
  ASSERT_EQ(finding.evidence.size(), 2U);
  EXPECT_EQ(finding.evidence[0].text, "100.00");
  EXPECT_EQ(finding.evidence[0].quote, "年初预算100.00万元");
  EXPECT_EQ(finding.evidence[1].place.line, 11);
  EXPECT_EQ(finding.difference, "-10.00");
}

TEST(Findings, WhatWasReadFromAPictureIsNeverAnError) {
  EXPECT_EQ(Broken(TwoFigures(10)).severity, Severity::kError);
  const Finding figures = Broken(TwoFigures(10, 0.99F));
  EXPECT_EQ(figures.severity, Severity::kWarning);
  EXPECT_NE(figures.message.en.find("Read from a picture"), std::string::npos);

  // Words as well as figures.
  const auto observed = [](float reading, bool by_mark) {
    const World world = TwoFigures(10, reading);
    const CheckContext context(world.document, world.facts, RulePack::BuiltIn(), world.others);
    Observation slip;
    slip.severity = Severity::kError;
    if (by_mark) {
      slip.marks = {{{TextAddress::Part::kBlock, 0, 0}, 0, 12, "words"}};
    } else {
      slip.facts = {1};
    }
    return FindingOf(context, *FindRule("SUM101"), slip);
  };
  for (const bool by_mark : {true, false}) {
    EXPECT_EQ(observed(1, by_mark).severity, Severity::kError);
    EXPECT_EQ(observed(0.99F, by_mark).severity, Severity::kWarning);
    EXPECT_LT(observed(0.5F, by_mark).confidence, 0.5);
    EXPECT_NE(observed(0.99F, by_mark).message.zh.find("对照原页"), std::string::npos);
  }
}

TEST(Findings, TheirIdsDoNotDependOnWhereTheyStand) {
  EXPECT_EQ(Broken(TwoFigures(10)).id, Broken(TwoFigures(500)).id);
}

TEST(Findings, EqualOnesHaveIdsOfTheirOwn) {
  std::vector<Finding> findings(2);
  findings[0].rule = findings[1].rule = "SUM101";
  NameFindings(&findings);
  EXPECT_NE(findings[0].id, findings[1].id);
}

}  // namespace
}  // namespace crossfoot
