// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/lexicon.h"

#include <gtest/gtest.h>

#include "normalize/embedded.h"

namespace crossfoot {
namespace {

std::string MetricId(std::string_view subject) {
  const Metric* metric = Lexicon::BuiltIn().MetricIn(subject);
  return metric == nullptr ? "" : metric->id;
}

TEST(Lexicon, KnowsAMetricByItsLongestNameInTheSubject) {
  EXPECT_EQ(MetricId("基本支出年初预算安排"), "expenditure.basic");
  EXPECT_EQ(MetricId("公务用车购置及运行维护费支出决算"), "three_public.vehicle");
  EXPECT_EQ(MetricId("因公出国 （境） 费预算"), "three_public.abroad");
  EXPECT_EQ(MetricId("对个人和家庭的补助支出"), "economic.303");
  EXPECT_EQ(MetricId("“三公经费”控制率"), "rate.three_public_control");
  EXPECT_EQ(MetricId("路灯"), "");
}

TEST(Lexicon, LetsTheLastWordOfScopeSpeak) {
  const Lexicon& lexicon = Lexicon::BuiltIn();
  EXPECT_EQ(lexicon.ScopeIn("基本支出年初预算安排"), Scope::kOpeningBudget);
  EXPECT_EQ(lexicon.ScopeIn("年初预算执行率"), Scope::kCompletionRate);
  EXPECT_EQ(lexicon.ScopeIn("一般公共预算收入"), Scope::kUnknown);
  EXPECT_EQ(lexicon.ScopeIn("全年实际支出"), Scope::kActual);
}

TEST(Lexicon, NamesAccounts) {
  EXPECT_EQ(Lexicon::BuiltIn().AccountName("30101"), "基本工资");
  EXPECT_EQ(Lexicon::BuiltIn().AccountName("99999"), "");
}

TEST(Lexicon, TakesAUsersFileOverItsOwn) {
  const auto lexicon = Lexicon::Read(
      "version = \"port-1\"\nclassifiers = [\"艘次\"]\n[[metric]]\nid = \"port.cargo\"\n"
      "names = [\"货物吞吐量\", \"基本支出\"]\ndimension = \"mass\"\n",
      "port.toml");
  ASSERT_TRUE(lexicon.ok());
  EXPECT_EQ(lexicon->MetricIn("全年货物吞吐量")->dimension, Dimension::kMass);
  EXPECT_EQ(lexicon->MetricIn("基本支出")->id, "port.cargo");
  EXPECT_EQ(lexicon->MetricIn("项目支出")->id, "expenditure.project");
  EXPECT_EQ(lexicon->version(), "port-1+" + Lexicon::BuiltIn().version());
  const normalize::Characters text("艘次数");
  EXPECT_EQ(lexicon->UnitAt(text, 0).length, 2U);
}

TEST(Lexicon, SaysFileLineAndKeyOfAMistake) {
  const struct {
    const char* text;
    int line;
    const char* key;
  } kCases[] = {
      {"\n[[metric]]\nnames = [\"a\"]\n", 2, "id"},
      {"[[metric]]\nid = \"a\"\n", 1, "names"},
      {"[[metric]]\nid = \"a\"\nnames = [\"a\"]\ndimension = \"heat\"\n", 1, "dimension"},
      {"[[scope]]\nscope = \"sometimes\"\nwords = [\"a\"]\n", 1, "scope"},
      {"\n\nunits = [\"a\"]\n", 3, "units"},
      {"standard = [\"斗\"]\n", 1, "standard"},
  };
  for (const auto& one : kCases) {
    const auto lexicon = Lexicon::Read(one.text, "mine.toml");
    ASSERT_FALSE(lexicon.ok()) << one.text;
    EXPECT_EQ(lexicon.error().code, ErrorCode::kBrokenConfig);
    EXPECT_EQ(lexicon.error().file, "mine.toml");
    EXPECT_EQ(lexicon.error().line, one.line) << one.text;
    EXPECT_EQ(lexicon.error().object, one.key);
  }
  EXPECT_FALSE(Lexicon::Read("a = [", "mine.toml").ok());
}

TEST(Lexicon, ShipsFilesThatAreAllRead) {
  EXPECT_EQ(normalize::EmbeddedFiles().size(), 5U);
  EXPECT_FALSE(Lexicon::BuiltIn().version().empty());
}

}  // namespace
}  // namespace crossfoot
