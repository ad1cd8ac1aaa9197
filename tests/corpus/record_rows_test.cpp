// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/record_rows.h"

#include <map>

#include <gtest/gtest.h>

#include "corpus/deflated.h"
#include "corpus/report_run.h"
#include "corpus/schema.h"
#include "model/json/record_json.h"

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
  EXPECT_EQ(value("record_json", 0, "json"), SqlValue(SqlBlob{Deflated(RecordJson(*record))}));
  EXPECT_EQ(value("records", 0, "year"), SqlValue(int64_t{2023}));
  ASSERT_EQ(rows["facts"].size(), 3U);
  EXPECT_EQ(value("facts", 1, "value"), SqlValue(std::string("60.00")));
  EXPECT_EQ(value("facts", 1, "base_value"), SqlValue(std::string("600000")));
  EXPECT_EQ(value("facts", 1, "base_unit"), SqlValue(std::string("元")));
  EXPECT_EQ(value("facts", 1, "low"), SqlValue(std::string("599950")));
  EXPECT_EQ(value("facts", 1, "line"), SqlValue(int64_t{3}));
  EXPECT_EQ(value("facts", 1, "page"), SqlValue());
  EXPECT_EQ(value("facts", 1, "id"), SqlValue(FactKey(*record, 1)));
  ASSERT_EQ(rows["findings"].size(), record->findings.size());
  EXPECT_EQ(value("findings", 0, "rule"), SqlValue(std::string("SUM101")));
  EXPECT_EQ(rows["relations"].size(), record->relations.size());
}

}  // namespace
}  // namespace crossfoot
