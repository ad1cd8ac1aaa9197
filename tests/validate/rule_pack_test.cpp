// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/rule_pack.h"

#include <gtest/gtest.h>

#include "validate/rule.h"

namespace crossfoot {
namespace {

TEST(RulePack, WhatShipsNamesItsSources) {
  const RulePack& pack = RulePack::BuiltIn();
  EXPECT_NE(pack.version(), "0");
  EXPECT_FALSE(pack.bands().empty());
  for (const RulePack::Identity& identity : pack.identities()) {
    EXPECT_FALSE(identity.source.empty()) << identity.result;
  }
  EXPECT_FALSE(pack.formulas().empty());
  for (const RulePack::Formula& formula : pack.formulas()) {
    EXPECT_FALSE(formula.source.empty()) << formula.rate;
  }
  for (const RulePack::Measure& measure : pack.measures()) {
    EXPECT_FALSE(measure.source.empty()) << measure.name;
  }
}

TEST(RulePack, ErrorsNameFileLineAndKey) {
  struct Case {
    const char* text;
    const char* message;
  };
  const Case cases[] = {
      {"[[identity]]\nfrom = [\"a\"]\ntaken = [\"b\"]\nresult = [\"c\"]\n",
       "own.toml: line 1: source: identity: missing"},
      {"[[band]]\ngrade = [\"优\"]\nlow = \"x\"\nhigh = \"100\"\nsource = \"s\"\n",
       "own.toml: line 3: low: band: a number in quotes is expected"},
      {"[[measure]]\nname = \"m\"\nwords = [\"m\"]\nkind = \"fruit\"\nsource = \"s\"\n",
       "own.toml: line 1: kind: measure: money or staff is expected"},
      {"off = [\"SUM101\", \"SUM999\"]\n",
       "own.toml: line 1: off: rule pack: there is no rule or group \"SUM999\""},
      {"[[identity]]\nfrom = [\"a\"]\ntaken = [\"b\"]\nresult = [\"a\"]\nsource = \"s\"\n",
       "own.toml: line 1: result: identity: is also a term: the identity refers to itself"},
      {"[[formula]]\nrate = [\"r\"]\ntop = [\"a\"]\nbottom = [\"a\"]\nsource = \"s\"\n",
       "own.toml: line 1: bottom: formula: is the numerator, too"},
      {"[[tolerance]]\nrule = \"SUM0\"\namount = \"1\"\nsource = \"s\"\n",
       "own.toml: line 1: rule: tolerance: there is no rule \"SUM0\""},
      {"offf = [\"SUM101\"]\n", "own.toml: line 1: offf: rule pack: unknown key"},
  };
  for (const Case& c : cases) {
    const auto pack = RulePack::Parse(c.text, "own.toml");
    ASSERT_FALSE(pack.ok()) << c.text;
    EXPECT_EQ(pack.error().ToString(), c.message);
  }
}

TEST(RulePack, AUserPackTurnsRulesOffAndReplacesBands) {
  const auto pack = RulePack::BuiltIn().With(
      "off = [\"STR\", \"SUM101\"]\n[[band]]\ngrade = [\"优\", \"优秀\"]\nlow = \"85\"\nhigh = "
      "\"100\"\n"
      "source = \"local\"\n",
      "own.toml");
  ASSERT_TRUE(pack.ok());
  EXPECT_TRUE(pack->IsOff(*FindRule("STR101")));
  EXPECT_TRUE(pack->IsOff(*FindRule("total-differs-from-parts")));
  EXPECT_FALSE(pack->IsOff(*FindRule("SUM103")));
  EXPECT_EQ(pack->bands().size(), RulePack::BuiltIn().bands().size());
  EXPECT_EQ(pack->bands().back().low, Decimal(85));
}

TEST(RulePack, ToleratesAGapInTheUnitItNames) {
  const auto pack = RulePack::BuiltIn().With(
      "[[tolerance]]\nrule = \"RAT101\"\namount = \"0.1\"\nunit = \"%\"\nsource = \"local\"\n",
      "own.toml");
  ASSERT_TRUE(pack.ok());
  const Rule& rate = *FindRule("RAT101");
  EXPECT_TRUE(pack->Tolerates(rate, *Decimal::Parse("-0.10"), "%"));
  EXPECT_FALSE(pack->Tolerates(rate, *Decimal::Parse("0.11"), "%"));
  EXPECT_FALSE(pack->Tolerates(rate, *Decimal::Parse("0.05"), "万元"));
  EXPECT_FALSE(pack->Tolerates(*FindRule("SUM101"), *Decimal::Parse("0.05"), "%"));
  EXPECT_FALSE(RulePack::BuiltIn().Tolerates(rate, *Decimal::Parse("0.05"), "%"));
}

}  // namespace
}  // namespace crossfoot
