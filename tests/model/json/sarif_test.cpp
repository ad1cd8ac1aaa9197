// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json/sarif.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(Sarif, DeclaresEachRuleOnceAndPointsResultsAtIt) {
  Record record;
  record.document.source.path = "a.txt";
  Finding finding;
  finding.id = "f1";
  finding.rule = "SUM101";
  finding.name = "total-differs-from-parts";
  finding.severity = Severity::kError;
  finding.message = {"合计不符", "the total differs"};
  finding.evidence.push_back({"total", "9", "合计9", Place{0, 4, 3, {}}, -1});
  finding.evidence.push_back({"part", "5", "其中5", Place{2, 0, 0, Box{1, 2, 3, 4}}, -1});
  record.findings = {finding, finding};
  SarifLog log;
  log.DeclareRule("RAT101", "rate", {"", "A rate."});
  log.Add(record);
  log.AddFailure({ErrorCode::kBrokenPdf, "no trailer", "x.pdf"});
  const std::string json = log.ToJson();
  const auto has = [&](const std::string& part) { return json.find(part) != std::string::npos; };
  EXPECT_TRUE(has(R"("version":"2.1.0")"));
  EXPECT_TRUE(has(
      R"("rules":[{"id":"RAT101","name":"rate","shortDescription":{"text":"A rate."}},{"id":"SUM101")"))
      << json;
  EXPECT_TRUE(has(R"("ruleId":"SUM101","ruleIndex":1,"level":"error")")) << json;
  EXPECT_TRUE(has(R"("region":{"startLine":4,"startColumn":3)")) << json;
  EXPECT_TRUE(has(R"("properties":{"page":2,"bbox":[1.0,2.0,3.0,4.0]})")) << json;
  EXPECT_TRUE(has(R"("executionSuccessful":false)")) << json;
}

}  // namespace
}  // namespace crossfoot
