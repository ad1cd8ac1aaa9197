// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pdf/marked_pdf.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "corpus/report_run.h"
#include "extract/page_view.h"
#include "model/json/record_json.h"

namespace crossfoot {
namespace {

Source Sample() {
  auto source = ReadSource("samples/final-accounts-2023.pdf");
  EXPECT_TRUE(source);
  return *source;
}

ReportMarks MarksOf(const Source& source) {
  const auto record = RunReport(source);
  EXPECT_TRUE(record);
  const auto marks = ReadMarks(RecordJson(*record));
  EXPECT_TRUE(marks);
  return *marks;
}

size_t CountOf(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

TEST(MarkedPdf, EveryFindingIsMarkedAndTheReportReadsTheSame) {
  const Source source = Sample();
  const ReportMarks marks = MarksOf(source);
  ASSERT_FALSE(marks.findings.empty());
  const auto marked = MarkPdf(source.bytes, marks, {});
  ASSERT_TRUE(marked) << marked.error().message;
  EXPECT_GE(CountOf(*marked, "/Highlight"), marks.findings.size());
  EXPECT_GE(CountOf(*marked, "/Popup"), marks.findings.size());
  // The marked copy says what the original says: the same findings, by their stable ids.
  const auto again = RunReport({"marked.pdf", *marked});
  ASSERT_TRUE(again);
  std::vector<std::string> before;
  std::vector<std::string> after;
  for (const Finding& finding : marks.findings) {
    before.push_back(finding.id);
  }
  for (const Finding& finding : again->findings) {
    after.push_back(finding.id);
  }
  for (const std::string& id : before) {
    EXPECT_NE(std::find(after.begin(), after.end(), id), after.end()) << id;
  }
}

TEST(MarkedPdf, MarksAreSeenOnThePage) {
  const Source source = Sample();
  const ReportMarks marks = MarksOf(source);
  const auto marked = MarkPdf(source.bytes, marks, {});
  ASSERT_TRUE(marked);
  const int page = marks.findings.front().evidence.front().place.page;
  const auto plain = ViewPage(source, page);
  const auto shown = ViewPage({"marked.pdf", *marked}, page);
  ASSERT_TRUE(plain && shown);
  EXPECT_NE(plain->png, shown->png);
}

TEST(MarkedPdf, TheSameReportGivesTheSameBytes) {
  const Source source = Sample();
  const ReportMarks marks = MarksOf(source);
  EXPECT_EQ(*MarkPdf(source.bytes, marks, {}), *MarkPdf(source.bytes, marks, {}));
}

TEST(MarkedPdf, APlaceThatIsNotThereIsLeftOut) {
  const Source source = Sample();
  ReportMarks marks = MarksOf(source);
  for (Finding& finding : marks.findings) {
    for (Evidence& piece : finding.evidence) {
      piece.place.page = 9999;
    }
  }
  EXPECT_TRUE(MarkPdf(source.bytes, marks, {}));
}

TEST(MarkedPdf, RubbishIsAnError) {
  const auto marked = MarkPdf("%PDF-1.4 rubbish", {}, {});
  ASSERT_FALSE(marked);
  EXPECT_EQ(marked.error().code, ErrorCode::kBrokenPdf);
}

TEST(PlainText, HasNoControlCharactersAndNoTurnedText) {
  EXPECT_EQ(PlainText("a\x1b[31mb\xE2\x80\xAE"
                      "c"),
            "a [31mb c");
}

}  // namespace
}  // namespace crossfoot
