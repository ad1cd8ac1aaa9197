// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whole reports of invented places (tests/corpus/reports/README.md): consistent as they stand, so
// that every warning is a false alarm; and with one slip at a time, told by the rule it belongs to.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "corpus/report_run.h"

namespace crossfoot {
namespace {

namespace fs = std::filesystem;

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<fs::path> Reports() {
  std::vector<fs::path> reports;
  for (const auto& entry :
       fs::directory_iterator(std::string(CROSSFOOT_SOURCE_DIR) + "/tests/corpus/reports")) {
    if (entry.path().extension() == ".txt") {
      reports.push_back(entry.path());
    }
  }
  std::sort(reports.begin(), reports.end());
  return reports;
}

struct Slip {
  bool found = true;  // not a known miss
  std::vector<std::string> rules;
  std::string printed;
  std::string slipped;
};

std::vector<std::string> SplitAt(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) {
    parts.push_back(part);
  }
  return parts;
}

std::vector<Slip> SlipsOf(const fs::path& report) {
  std::vector<Slip> slips;
  std::ifstream in(fs::path(report).replace_extension(".slips"));
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') {
      continue;
    }
    Slip slip;
    slip.found = line.front() != '?';
    std::vector<std::string> parts = SplitAt(line.substr(slip.found ? 0 : 1), '\t');
    EXPECT_EQ(parts.size() % 2, 1U) << line;
    slip.rules = SplitAt(parts.front(), '|');
    const size_t half = (parts.size() - 1) / 2;
    for (size_t i = 1; i <= half; ++i) {
      slip.printed += (i == 1 ? "" : "\t") + parts[i];
      slip.slipped += (i == 1 ? "" : "\t") + parts[half + i];
    }
    slips.push_back(std::move(slip));
  }
  return slips;
}

// The rules of warnings and errors, each with its words.
std::vector<std::pair<std::string, std::string>> Told(const std::string& name,
                                                      const std::string& text) {
  std::vector<std::pair<std::string, std::string>> told;
  const auto record = RunReport(Source{name, text});
  EXPECT_TRUE(record.ok()) << name;
  for (const Finding& finding : record->findings) {
    if (finding.severity != Severity::kInfo) {
      told.emplace_back(finding.rule, finding.expression + " " + finding.message.en);
    }
  }
  return told;
}

class WrittenReport : public testing::TestWithParam<fs::path> {};

TEST_P(WrittenReport, IsConsistent) {
  std::string all;
  for (const auto& [rule, words] : Told(GetParam().filename().string(), ReadAll(GetParam()))) {
    all += "\n  " + rule + " " + words;
  }
  EXPECT_EQ(all, "");
}

TEST_P(WrittenReport, TellsEachSlip) {
  const std::string text = ReadAll(GetParam());
  const std::vector<Slip> slips = SlipsOf(GetParam());
  EXPECT_GE(slips.size(), 5U);
  for (const Slip& slip : slips) {
    const size_t at = text.find(slip.printed);
    ASSERT_NE(at, std::string::npos) << slip.printed;
    std::string slipped = text;
    slipped.replace(at, slip.printed.size(), slip.slipped);
    std::string all;
    bool found = false;
    for (const auto& [rule, words] : Told(GetParam().filename().string(), slipped)) {
      found = found || std::find(slip.rules.begin(), slip.rules.end(), rule) != slip.rules.end();
      all += "\n  " + rule + " " + words;
    }
    EXPECT_EQ(found, slip.found) << slip.printed << " -> " << slip.slipped << all;
  }
}

// tests/corpus/reports/innocent.texts: sentences that look like slips and are none.
TEST(InnocentTexts, GiveNoWarning) {
  std::ifstream in(std::string(CROSSFOOT_SOURCE_DIR) + "/tests/corpus/reports/innocent.texts");
  int texts = 0;
  for (std::string line; std::getline(in, line);) {
    const size_t tab = line.find('\t');
    if (line.empty() || line.front() == '#' || tab == std::string::npos) {
      continue;
    }
    ++texts;
    const std::string text = line.substr(tab + 1);
    std::string all;
    for (const auto& [rule, words] :
         Told("innocent.txt", "2023年度青石县林业局部门整体支出绩效自评报告\n" + text + "\n")) {
      all += "\n  " + rule + " " + words;
    }
    EXPECT_EQ(all, "") << text;
  }
  EXPECT_GE(texts, 100);
}

std::string NameOf(const testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Invented, WrittenReport, testing::ValuesIn(Reports()), NameOf);

}  // namespace
}  // namespace crossfoot
