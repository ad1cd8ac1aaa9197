// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/report_run.h"

#include <gtest/gtest.h>

#include "model/json/record_json.h"

namespace crossfoot {
namespace {

constexpr char kReport[] =
    "松溪镇人民政府2023年度部门整体支出绩效自评报告\n"
    "一、基本情况\n"
    "2023年支出合计100.00万元，其中：基本支出60.00万元，项目支出45.00万元。\n";

TEST(ReportRun, LeadsOneReportThroughAllRooms) {
  const auto record = RunReport({"a.txt", kReport});
  ASSERT_TRUE(record) << record.error().ToString();
  EXPECT_EQ(record->document.source.media_type, "text/plain");
  EXPECT_EQ(record->facts.facts.size(), 3U);
  EXPECT_EQ(record->fact_status.size(), record->facts.facts.size());
  EXPECT_EQ(record->verdict, Verdict::kInconsistent);
  ASSERT_EQ(record->findings.size(), 1U);
  EXPECT_EQ(record->findings[0].evidence.front().place.line, 3);
  EXPECT_FALSE(record->versions.program.empty());
}

TEST(ReportRun, TheQuoteOfEveryFactStandsAtItsAnchor) {
  const auto record = RunReport({"a.txt", kReport});
  ASSERT_TRUE(record);
  for (const Fact& fact : record->facts.facts) {
    const Text& text = record->document.TextAt(fact.anchor.address);
    EXPECT_NE(text.View(fact.anchor.begin, fact.anchor.end).find(fact.quantity.value.ToString()),
              std::string_view::npos);
  }
}

TEST(ReportRun, SameBytesInGiveTheSameBytesOut) {
  EXPECT_EQ(RecordJson(*RunReport({"a.txt", kReport})), RecordJson(*RunReport({"a.txt", kReport})));
}

TEST(ReportRun, AnErrorNamesTheFile) {
  const auto record = RunReport({"nothing.txt", ""});
  ASSERT_FALSE(record);
  EXPECT_EQ(record.error().code, ErrorCode::kEmptyFile);
  EXPECT_EQ(record.error().file, "nothing.txt");
}

}  // namespace
}  // namespace crossfoot
