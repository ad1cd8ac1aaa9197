// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json/record_json.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

Record OneFact() {
  Record record;
  record.document.source = {"a.txt", "00", "text/plain", 10, 0};
  Block block;
  block.text.Append("预算392.92万元", Place{0, 7, 1, {}});
  record.document.blocks.push_back(block);
  Fact fact(
      {{TextAddress::Part::kBlock, 0, 0}, 6, 12, block.text.PlaceOf(6, 12)},
      {*Decimal::Parse("392.92"), *StandardUnit("万元"), *Interval::Parse("[3929150, 3929250]")});
  fact.scope = Scope::kOpeningBudget;
  record.facts.facts.push_back(fact);
  record.fact_status = {FactStatus::kDisputed};
  Relation relation;
  relation.rule = "SUM101";
  relation.status = RelationStatus::kViolated;
  relation.stated = {0, 1, 3929200, fact.quantity.interval, "total", "392.92"};
  record.relations.push_back(relation);
  Finding finding;
  finding.id = "abc";
  finding.rule = "SUM101";
  finding.severity = Severity::kError;
  finding.confidence = 0.974;
  finding.evidence.push_back({"total", "392.92", "预算392.92万元", fact.anchor.place, 0});
  finding.diagnosis.push_back({"392.92 → 386.92", 0, 1, 0, true, "digit", {"改", "mend"}});
  record.findings.push_back(finding);
  record.verdict = Verdict::kInconsistent;
  return record;
}

bool Has(const std::string& json, const std::string& part) {
  return json.find(part) != std::string::npos;
}

TEST(RecordJson, ValuesAreStringsOfDigits) {
  const std::string json = RecordJson(OneFact());
  EXPECT_TRUE(Has(json, R"("value":"392.92","unit":"万元")")) << json;
  EXPECT_TRUE(
      Has(json, R"("base_value":"3929200","base_unit":"元","low":"3929150","high":"3929250")"))
      << json;
  EXPECT_TRUE(Has(json, R"("status":"disputed","quote":"392.92","line":7)")) << json;
}

TEST(CheckJson, SaysTheVerdictAndCountsByKind) {
  const std::string json = CheckJson(OneFact(), false);
  EXPECT_TRUE(Has(json, R"("verdict":"inconsistent")")) << json;
  EXPECT_TRUE(Has(json, R"("relations":{"held":0,"rounding":0,"violated":1,"unevaluated":0})"))
      << json;
  EXPECT_TRUE(Has(json, R"("findings":{"error":1,"warning":0,"info":0})")) << json;
  EXPECT_TRUE(
      Has(json, R"("edit":"392.92 → 386.92","kind":"digit","mends":1,"breaks":0,"only_one":true)"))
      << json;
  EXPECT_TRUE(Has(json, R"("confidence":0.97)")) << json;
  EXPECT_FALSE(Has(json, R"("stated_operand")"));
  EXPECT_TRUE(Has(CheckJson(OneFact(), true), R"("stated_operand")"));
}

TEST(CheckJson, AFailureNamesCodeAndPlace) {
  EXPECT_EQ(
      FailureJson({ErrorCode::kBrokenPdf, "no trailer", "x.pdf", 0, 0, ""}),
      R"({"source":{"path":"x.pdf"},"status":"failed","error":{"code":"broken_pdf","message":"no trailer"}})");
}

TEST(CheckJson, APathThatIsNotUtf8IsStillPrintedAsJson) {
  const std::string json = FailureJson({ErrorCode::kEmptyFile, "is empty", "a\xFF.txt", 0, 0, ""});
  EXPECT_TRUE(Has(json, "a\xEF\xBF\xBD.txt")) << json;
}

TEST(FindingIds, AreReadBackFromACheck) {
  const std::string lines =
      CheckJson(OneFact(), false) + "\n\n" + FailureJson({ErrorCode::kEmptyFile, "x"}) + "\n";
  const auto ids = ReadFindingIds(lines);
  ASSERT_TRUE(ids) << ids.error().ToString();
  EXPECT_EQ(*ids, std::set<std::string>{"abc"});
  const auto broken = ReadFindingIds("{}\nnonsense\n");
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().line, 2);
}

TEST(FactKey, DependsOnDocumentAndPlaceOnly) {
  Record record = OneFact();
  const std::string key = FactKey(record, 0);
  record.facts.facts[0].subject = "other words";
  EXPECT_EQ(FactKey(record, 0), key);
  record.document.source.sha256 = "11";
  EXPECT_NE(FactKey(record, 0), key);
}

}  // namespace
}  // namespace crossfoot
