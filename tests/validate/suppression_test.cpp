// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/suppression.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

Record TwoFindings() {
  Record record;
  record.document.source.path = "reports/qingzhu.txt";
  for (const int line : {23, 49}) {
    Finding finding;
    finding.id = line == 23 ? "aaaa" : "bbbb";
    finding.rule = "SUM101";
    finding.name = "total-differs-from-parts";
    Evidence evidence;
    evidence.place.line = line;
    evidence.quote = line == 23 ? "基本支出331.20万元" : "预警信息386条";
    finding.evidence.push_back(evidence);
    record.findings.push_back(finding);
  }
  return record;
}

TEST(Suppression, NamesAFindingByIdOrByRuleAndPlace) {
  struct Case {
    const char* entry;
    const char* first;
    const char* second;
  };
  const Case cases[] = {
      {"id = \"aaaa\"\n", "why", ""},
      {"rule = \"SUM101\"\nline = 49\n", "", "why"},
      {"rule = \"total-differs-from-parts\"\nquote = \"预警信息\"\n", "", "why"},
      {"rule = \"SUM101\"\nquote = \"预警信息\"\nfile = \"qingzhu.txt\"\n", "", "why"},
      {"rule = \"SUM101\"\nquote = \"预警信息\"\nfile = \"other.txt\"\n", "", ""},
      {"rule = \"SUM111\"\nline = 49\n", "", ""},
      {"id = \"aaaa\"\nrule = \"SUM111\"\n", "", ""},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.entry);
    auto suppressions =
        Suppressions::Parse(std::string("[[suppress]]\nreason = \"why\"\n") + c.entry, "own.toml");
    ASSERT_TRUE(suppressions.ok()) << suppressions.error().ToString();
    Record record = TwoFindings();
    suppressions->Apply(&record);
    EXPECT_EQ(record.findings[0].suppressed, c.first);
    EXPECT_EQ(record.findings[1].suppressed, c.second);
    const bool used = *c.first != '\0' || *c.second != '\0';
    EXPECT_EQ(suppressions->Unused().empty(), used);
  }
}

TEST(Suppression, OneThatWasUsedInAnyReportIsUsed) {
  auto suppressions = Suppressions::Parse(
      "[[suppress]]\nid = \"aaaa\"\nreason = \"r\"\n\n[[suppress]]\nid = \"cccc\"\nreason = "
      "\"r\"\n",
      "own.toml");
  ASSERT_TRUE(suppressions.ok());
  Record record = TwoFindings();
  Record other;
  suppressions->Apply(&record);
  suppressions->Apply(&other);
  EXPECT_EQ(
      suppressions->Unused(),
      (std::vector<std::string>{"own.toml: line 5: nothing was suppressed by this entry (cccc)"}));
}

TEST(Suppression, ErrorsNameFileLineAndKey) {
  struct Case {
    const char* text;
    const char* message;
  };
  const Case cases[] = {
      {"[[suppress]]\nid = \"aaaa\"\n", "own.toml: line 1: reason: suppress: missing"},
      {"[[suppress]]\nreason = \"r\"\n",
       "own.toml: line 1: id: suppress: the id of a finding, or a rule, is needed"},
      {"[[suppress]]\nrule = \"SUM999\"\nline = 3\nreason = \"r\"\n",
       "own.toml: line 1: rule: suppress: there is no rule \"SUM999\""},
      {"[[suppress]]\nrule = \"SUM101\"\nreason = \"r\"\n",
       "own.toml: line 1: quote: suppress: a quote, a line or a page is needed beside a rule: to "
       "silence a whole rule, turn it off in a rule pack"},
      {"[[suppress]]\nid = \"a\"\nline = \"3\"\nreason = \"r\"\n",
       "own.toml: line 3: line: suppress: a whole number is expected"},
      {"[[supress]]\nid = \"a\"\n", "own.toml: line 1: supress: suppressions: unknown key"},
  };
  for (const Case& c : cases) {
    const auto suppressions = Suppressions::Parse(c.text, "own.toml");
    ASSERT_FALSE(suppressions.ok()) << c.text;
    EXPECT_EQ(suppressions.error().ToString(), c.message);
  }
}

}  // namespace
}  // namespace crossfoot
