// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every example of every rule across reports, run through the whole program into a store.
#include <algorithm>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "corpus/across/cross_rule.h"
#include "store_fixture.h"
#include "validate/rule.h"

namespace crossfoot {
namespace {

// "=== name" begins a report.
std::vector<std::string> Written(const TemporaryFolder& folder, std::string_view reports) {
  std::vector<std::string> paths;
  constexpr std::string_view kHead = "=== ";
  while (reports.rfind(kHead, 0) == 0) {
    const size_t line = reports.find('\n');
    const size_t end = std::min(reports.find(kHead, line), reports.size());
    paths.push_back(folder.Write(std::string(reports.substr(kHead.size(), line - kHead.size())),
                                 std::string(reports.substr(line + 1, end - line - 1))));
    reports.remove_prefix(end);
  }
  return paths;
}

class CrossRuleExamples : public testing::TestWithParam<const CrossRule*> {};

TEST_P(CrossRuleExamples, FireAndStaySilentAsTheySay) {
  const CrossRule& rule = *GetParam();
  for (const CrossExample& example : rule.examples) {
    const TemporaryFolder folder;
    Store store = WritableStore(folder);
    const auto paths = Written(folder, example.reports);
    ASSERT_GE(paths.size(), 2U) << rule.id;
    RunOver(store, paths);
    const std::string all =
        Answer(store, "SELECT rule, severity, message_en FROM findings ORDER BY rule");
    const auto mine =
        Answer(store, "SELECT count(*) FROM findings WHERE rule = '" + std::string(rule.id) + "'");
    EXPECT_EQ(mine != "0\n", example.fires)
        << rule.id << ": " << example.why << "\n"
        << all << Answer(store, "SELECT rule, status, message_en FROM across");
    EXPECT_EQ(Answer(store, "SELECT count(*) FROM findings WHERE rule GLOB 'COR*' AND rule <> '" +
                                std::string(rule.id) + "'"),
              "0\n")
        << rule.id << ": " << example.why << "\n"
        << all;
    // Both places are told, in two reports; a template's is its kind.
    if (example.fires && rule.pairing != Pairing::kTemplate) {
      EXPECT_EQ(Answer(store,
                       "SELECT count(*) FROM findings f JOIN sources o ON o.source = "
                       "f.other_source WHERE f.rule GLOB 'COR*' AND o.source <> f.source"),
                mine);
    }
  }
}

TEST_P(CrossRuleExamples, TheRuleIsDocumented) {
  const CrossRule& rule = *GetParam();
  EXPECT_EQ(rule.id.substr(0, 3), "COR");
  EXPECT_FALSE(rule.summary_zh.empty() || rule.summary_en.empty());
  EXPECT_FALSE(rule.advice_zh.empty() || rule.advice_en.empty());
  EXPECT_LT(rule.severity, Severity::kError) << "another report may have been restated";
  size_t at = 0;
  for (const char* heading :
       {"## What it checks\n", "## Why it matters\n", "## When it stays silent\n", "## Source\n"}) {
    at = rule.documentation.find(heading, at);
    EXPECT_NE(at, std::string_view::npos) << rule.id << " lacks " << heading;
  }
  const auto fires = std::count_if(rule.examples.begin(), rule.examples.end(),
                                   [](const CrossExample& e) { return e.fires; });
  EXPECT_GE(fires, 1) << rule.id;
  EXPECT_LT(fires, static_cast<std::ptrdiff_t>(rule.examples.size())) << rule.id;
}

std::string CrossRuleId(const testing::TestParamInfo<const CrossRule*>& rule) {
  return std::string(rule.param->id);
}

INSTANTIATE_TEST_SUITE_P(Catalogue, CrossRuleExamples,
                         testing::ValuesIn(AllCrossRules().begin(), AllCrossRules().end()),
                         CrossRuleId);

TEST(CrossCatalogue, IdsAndNamesAreUniqueAmongAllRules) {
  std::set<std::string_view> names;
  for (const Rule* rule : AllRules()) {
    names.insert(rule->id);
    names.insert(rule->name);
  }
  for (const CrossRule* rule : AllCrossRules()) {
    EXPECT_TRUE(names.insert(rule->id).second) << rule->id;
    EXPECT_TRUE(names.insert(rule->name).second) << rule->name;
    EXPECT_EQ(FindCrossRule(rule->name), rule);
  }
}

}  // namespace
}  // namespace crossfoot
