// SPDX-License-Identifier: GPL-3.0-or-later
//
// The samples say in samples/README.md what is wrong in them; this much is found, and nothing else.
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "corpus/report_run.h"

namespace crossfoot {
namespace {

Record RunSample(const std::string& name) {
  const auto source = ReadSource(std::string(CROSSFOOT_SOURCE_DIR) + "/samples/" + name);
  EXPECT_TRUE(source) << name;
  auto record = RunReport(*source);
  EXPECT_TRUE(record) << name;
  return std::move(record).value();
}

// "RULE what it is about → the likeliest correction" of each warning and error, in reading order.
std::vector<std::string> Told(const Record& record) {
  std::vector<std::string> told;
  for (const Finding& finding : record.findings) {
    if (finding.severity == Severity::kInfo) {
      continue;
    }
    std::string line = finding.rule + " " + finding.evidence.front().text;
    if (!finding.diagnosis.empty()) {
      line += " | " + finding.diagnosis.front().edit;
    }
    told.push_back(line);
  }
  std::sort(told.begin(), told.end());
  return told;
}

TEST(Samples, TheSelfEvaluationTellsItsThreeSlips) {
  EXPECT_EQ(Told(RunSample("self-evaluation-2023.txt")),
            (std::vector<std::string>{"SUM101 386条", "SUM101 54.10元 | 54.10元 → 54.10万元",
                                      "YER101 2022年 | 2022 → 2023"}));
}

TEST(Samples, TheFinalAccountsTellTheirFourSlips) {
  const Record record = RunSample("final-accounts-2023.pdf");
  EXPECT_EQ(Told(record),
            (std::vector<std::string>{
                "DIR101 决算数大于预算数 | 大于 → 小于", "RAT101 67.11% | 67.11% → 76.11%",
                "RAT104 81.20% | 81.20% → 80.20%", "YER101 2022年 | 2022 → 2023"}));
  EXPECT_EQ(record.document.tables.size(), 9U);
}

TEST(Samples, AScanIsReadAndNothingInItIsAnErrorAgainstItsAuthor) {
  const Record record = RunSample("scanned-notice-2023.pdf");
  for (const Finding& finding : record.findings) {
    EXPECT_NE(finding.severity, Severity::kError) << finding.message.en;
  }
  EXPECT_FALSE(record.document.notes.empty()) << "that it was read from a picture is said";
  std::vector<std::string> told;
  for (const Finding& finding : record.findings) {
    told.push_back(finding.rule + " " + finding.stated);
  }
  std::sort(told.begin(), told.end());
  EXPECT_EQ(told, (std::vector<std::string>{"RAT102 -8.92", "SUM121 11.30"}));
}

}  // namespace
}  // namespace crossfoot
