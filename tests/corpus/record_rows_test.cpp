// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_rows.h"

#include <map>

#include <gtest/gtest.h>

#include "corpus/report_run.h"
#include "corpus/schema.h"
#include "corpus/store.h"
#include "model/json/packed_record.h"
#include "model/json/record_json.h"
#include "temporary_folder.h"

namespace crossfoot {
namespace {

constexpr char kReport[] =
    "松溪镇人民政府2023年度部门整体支出绩效自评报告\n"
    "一、基本情况\n"
    "2023年支出合计100.00万元，其中：基本支出60.00万元，项目支出45.00万元。\n";

TEST(RecordRows, SayWhatTheRecordSays) {
  const auto record = RunReport({"a.txt", kReport});
  ASSERT_TRUE(record);
  std::map<std::string, std::vector<SqlRow>> rows;
  for (const ReportRow& row : RowsOf(*record).Rows()) {
    const SchemaTable& table = CorpusSchema().tables.at(static_cast<size_t>(row.table));
    EXPECT_EQ(row.values.size() + 1, table.columns.size());
    rows[table.name].push_back(row.values);
  }
  const auto value = [&](const std::string& table, size_t row, const std::string& column) {
    const SchemaTable* found = CorpusSchema().Find(table);
    return rows[table].at(row).at(static_cast<size_t>(found->Find(column) - found->columns.data()) -
                                  1);
  };
  ASSERT_EQ(rows["records"].size(), 1U);
  EXPECT_EQ(value("records", 0, "year"), SqlValue(int64_t{2023}));
  const PackedRecord packed = PackRecord(*record, FactKeys(*record));
  ASSERT_EQ(rows["packed"].size(), 6U);
  EXPECT_EQ(value("packed", 0, "part"), SqlValue(std::string("facts")));
  EXPECT_EQ(value("packed", 0, "json"), SqlValue(packed.facts));
  EXPECT_EQ(value("packed", 3, "part"), SqlValue(std::string("record")));
  EXPECT_EQ(value("packed", 3, "json"), SqlValue(packed.record));
  ASSERT_EQ(rows["findings"].size(), record->findings.size());
  EXPECT_EQ(value("findings", 0, "rule"), SqlValue(std::string("SUM101")));
}

// What SQL sees of a stored report is what its record says.
TEST(RecordRows, TheViewsShowThePackedListsAsRows) {
  const TemporaryFolder folder;
  auto store = Store::Open(folder.At("store"), Store::Access::kWrite);
  ASSERT_TRUE(store);
  const auto record = RunReport({"a.txt", std::string(kReport) + "指标\t分值\n数量\t10\n"});
  ASSERT_TRUE(record);
  SourceResult result{"/a.txt", {}, "v", {}, 1};
  result.reply.kind = WorkReply::Kind::kRows;
  result.reply.rows = RowsOf(*record);
  ASSERT_TRUE(store->Begin());
  ASSERT_TRUE(store->Put(result));
  ASSERT_TRUE(store->Commit());
  const auto ask = [&](const char* sql) {
    const auto value = store->corpus().Ask(sql);
    EXPECT_TRUE(value) << value.error().ToString();
    const auto* text = std::get_if<std::string>(&*value);
    return text != nullptr ? *text : std::to_string(std::get<int64_t>(*value));
  };
  EXPECT_EQ(ask("SELECT count(*) FROM facts"), std::to_string(record->facts.facts.size()));
  EXPECT_EQ(
      ask("SELECT value || ' ' || unit || ' ' || base_value || base_unit || ' ' || low || ' ' "
          "|| year || ' ' || line || ' ' || status || ' ' || bbox FROM facts WHERE n = 1"),
      "60.00 万元 600000元 599950 2023 3 disputed ");
  EXPECT_EQ(ask("SELECT id FROM facts WHERE n = 1"), FactKey(*record, 1));
  EXPECT_EQ(ask("SELECT count(*) FROM facts WHERE page IS NOT NULL"), "0");
  EXPECT_EQ(ask("SELECT count(*) FROM relations"), std::to_string(record->relations.size()));
  EXPECT_EQ(ask("SELECT expression || ' ' || status || ' ' || stated_fact || ' ' || operand_facts "
                "FROM relations WHERE n = 0"),
            record->relations[0].expression + " violated " + FactKey(*record, 0) + " " +
                FactKey(*record, 1) + " " + FactKey(*record, 2));
  EXPECT_EQ(ask("SELECT kind || ' ' || section || ' ' || line FROM paragraphs WHERE n = 1"),
            "heading 一、基本情况 2");
  EXPECT_EQ(ask("SELECT t.rows || 'x' || t.columns || ' ' || c.text FROM tables t JOIN cells c ON "
                "c.table_n = t.n WHERE c.row = 1 AND c.col = 1"),
            "2x2 10");
  EXPECT_EQ(ask("SELECT whole_record(part, json) FROM packed"), RecordJson(*record));
}

}  // namespace
}  // namespace crossfoot
