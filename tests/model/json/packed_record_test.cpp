// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json/packed_record.h"

#include <gtest/gtest.h>

#include "model/json/record_json.h"

namespace crossfoot {
namespace {

// With what may be there or not: a place in a text and on a page, an open interval, an operand that
// is no fact, an unevaluated relation, text that JSON escapes.
Record Varied() {
  Record record;
  record.document.source = {"a \"b\".txt", "00", "text/plain", 10, 0};
  Block block;
  block.kind = BlockKind::kHeading;
  block.section = 0;
  block.text.Append("预算 \"392.92\\\"万元\n", Place{0, 7, 1, {}});
  record.document.blocks.push_back(block);
  record.document.outline.push_back({"一、", 1, "预算", 0, -1, false});
  Table table;
  table.pages = {3};
  table.caption.Append("null, [1] {表}", Place{});
  table.rows = 1;
  table.columns = 1;
  table.cells.push_back({0, 0, 1, 1, {}, Place{3, 0, 0, Box{1, 2, 3.25F, 4}}});
  table.cells.back().text.Append("12", Place{3, 0, 0, {}});
  record.document.tables.push_back(table);
  Fact fact(
      {{TextAddress::Part::kBlock, 0, 0}, 0, 6, Place{0, 7, 1, {}}},
      {*Decimal::Parse("392.92"), *StandardUnit("万元"), *Interval::Parse("[3929150, 3929250]")});
  record.facts.facts.push_back(fact);
  record.fact_status = {FactStatus::kDisputed};
  Relation relation;
  relation.rule = "SUM101";
  relation.status = RelationStatus::kUnevaluated;
  relation.unevaluated = "base_zero";
  relation.reason = {"合计", "a total"};
  relation.stated = {0, 1, 3929200, fact.quantity.interval, "total", "392.92"};
  relation.operands.push_back({-1, 1, 5, fact.quantity.interval, "part", "5"});
  relation.evidence.push_back({"total", "392.92", "预算", fact.anchor.place, 0});
  relation.evidence.push_back({"part", "5", "", Place{2, 0, 0, Box{1, 2, 3, 4}}, -1});
  record.relations.push_back(relation);
  Finding finding;
  finding.id = "abc";
  finding.evidence = relation.evidence;
  finding.diagnosis.push_back({"392.92 → 386.92", 0, 1, 0, true, "digit", {"改", "mend"}});
  finding.relations = {0};
  record.findings.push_back(finding);
  record.uncovered.push_back({"RAT101", {"无", "none"}, 2});
  record.rules.push_back({"SUM101", false, 1, 0, 0, 1, 1});
  return record;
}

TEST(PackedRecord, GivesTheRecordsJsonAgainByteForByte) {
  for (const Record& record : {Record(), Varied()}) {
    const auto unpacked = UnpackRecord(PackRecord(record, FactKeys(record)));
    ASSERT_TRUE(unpacked) << unpacked.error().ToString();
    EXPECT_EQ(*unpacked, RecordJson(record));
  }
}

TEST(PackedRecord, IsMadeOfARecordsJsonAsOfTheRecord) {
  const Record record = Varied();
  const PackedRecord packed = PackRecord(record, FactKeys(record));
  const auto from_json = PackRecordJson(RecordJson(record));
  ASSERT_TRUE(from_json) << from_json.error().ToString();
  EXPECT_EQ(from_json->record, packed.record);
  EXPECT_EQ(from_json->tables, packed.tables);
  EXPECT_EQ(from_json->facts, packed.facts);
  EXPECT_EQ(from_json->indicators, packed.indicators);
  EXPECT_EQ(from_json->relations, packed.relations);
  EXPECT_FALSE(PackRecordJson("{}"));
  EXPECT_FALSE(PackRecordJson("no record"));
}

TEST(PackedRecord, ParagraphsAreKeptWithTheirSections) {
  const Record record = Varied();
  EXPECT_EQ(PackRecord(record, FactKeys(record)).paragraphs,
            R"([["heading","一、预算","预算 \"392.92\\\"万元\n",null,7]])");
}

// A store may be damaged anywhere.
TEST(PackedRecord, WhatIsCutOffOrGarbledIsAnErrorOrAnotherRecordAndNeverMore) {
  const Record record = Varied();
  const PackedRecord whole = PackRecord(record, FactKeys(record));
  for (std::string PackedRecord::*part :
       {&PackedRecord::record, &PackedRecord::tables, &PackedRecord::facts,
        &PackedRecord::indicators, &PackedRecord::relations}) {
    for (size_t at = 0; at < (whole.*part).size(); ++at) {
      PackedRecord broken = whole;
      (broken.*part).resize(at);
      EXPECT_FALSE(UnpackRecord(broken)) << (broken.*part);
      for (const char byte : std::string_view("[]{},:\"\\n0")) {
        PackedRecord garbled = whole;
        (garbled.*part)[at] = byte;
        (void)UnpackRecord(garbled);
      }
    }
  }
  EXPECT_FALSE(UnpackRecord({}));
}

}  // namespace
}  // namespace crossfoot
