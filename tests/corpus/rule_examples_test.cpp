// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every example of every rule, run through the whole program: the catalogue's first tests.
#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "corpus/report_run.h"
#include "validate/rule.h"

namespace crossfoot {
namespace {

class RuleExamples : public testing::TestWithParam<const Rule*> {};

TEST_P(RuleExamples, FireAndStaySilentAsTheySay) {
  const Rule& rule = *GetParam();
  for (const RuleExample& example : rule.examples) {
    const auto record = RunReport(Source{"example.txt", std::string(example.report)});
    ASSERT_TRUE(record.ok()) << record.error().ToString();
    const bool fired = std::any_of(record->findings.begin(), record->findings.end(),
                                   [&](const Finding& f) { return f.rule == rule.id; });
    std::string all;
    for (const Finding& finding : record->findings) {
      all += "\n  " + finding.rule + " " + finding.expression + " " + finding.message.en;
    }
    EXPECT_EQ(fired, example.fires) << rule.id << ": " << example.why << all;
    if (!example.fires) {
      EXPECT_TRUE(record->findings.empty()) << rule.id << ": " << example.why << all;
    }
  }
}

TEST_P(RuleExamples, TheRuleIsDocumented) {
  const Rule& rule = *GetParam();
  EXPECT_FALSE(rule.summary_zh.empty());
  EXPECT_FALSE(rule.summary_en.empty());
  EXPECT_FALSE(rule.advice_zh.empty());
  EXPECT_FALSE(rule.advice_en.empty());
  size_t at = 0;
  for (const char* heading :
       {"## What it checks\n", "## Why it matters\n", "## When it stays silent\n", "## Source\n"}) {
    at = rule.documentation.find(heading, at);
    EXPECT_NE(at, std::string_view::npos) << rule.id << " lacks " << heading;
  }
  const auto fires = std::count_if(rule.examples.begin(), rule.examples.end(),
                                   [](const RuleExample& e) { return e.fires; });
  EXPECT_GE(fires, 1) << rule.id;
  EXPECT_LT(fires, static_cast<std::ptrdiff_t>(rule.examples.size())) << rule.id;
}

std::string RuleId(const testing::TestParamInfo<const Rule*>& info) {
  return std::string(info.param->id);
}

INSTANTIATE_TEST_SUITE_P(Catalogue, RuleExamples,
                         testing::ValuesIn(AllRules().begin(), AllRules().end()), RuleId);

TEST(Catalogue, IdsAreUniqueAndInOrder) {
  std::set<std::string_view> names;
  std::string_view last;
  for (const Rule* rule : AllRules()) {
    EXPECT_LT(last, rule->id);
    last = rule->id;
    EXPECT_TRUE(names.insert(rule->name).second) << rule->name;
    EXPECT_EQ(FindRule(rule->id), rule);
    EXPECT_EQ(FindRule(rule->name), rule);
  }
}

}  // namespace
}  // namespace crossfoot
