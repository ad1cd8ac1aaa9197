// SPDX-License-Identifier: GPL-3.0-or-later
//
// A stored report as the rules across reports see it: whose, which year's, its figures in money
// under the words they are printed with, its paragraphs, and what was found in it.
//
// Words are compared without years: "2023年预算数" here and "2022年预算数" in last year's report
// are the same column, and so are 上年数 and 本年数.
//
// Tested by tests/corpus/across_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "corpus/sqlite.h"

namespace crossfoot {

// Where something stands in a stored report.
struct StoredPlace {
  int64_t page = 0;
  int64_t line = 0;
};

struct StoredFact {
  int64_t n = 0;
  std::string id;
  std::string metric;
  std::string scope;
  std::string shown;  // value and unit, as printed
  std::string unit;   // as printed
  Decimal base;       // in 元
  Decimal low;        // what the printed digits may stand for
  Decimal high;
  int64_t year = 0;
  int direction = 0;    // +1 or -1: the amount of a rise or fall; 0: a plain figure
  std::string subject;  // for people: the words as printed
  std::string words;    // for comparing: caption, row and column of a cell, or the subject
  bool in_table = false;
  bool disputed = false;  // a relation of the report itself is broken by it
  StoredPlace place;
};

struct StoredParagraph {
  std::string kind;
  std::string section;
  std::string text;
  StoredPlace place;
};

struct StoredFinding {
  std::string id;
  std::string rule;
  std::string severity;
  std::string message_zh;
  std::string message_en;
  std::string quote;
  StoredPlace place;
};

// What a report is about, as far as comparing goes.
enum class ReportGenre { kOther, kBudget, kFinalAccounts, kEvaluation };

struct StoredReport {
  std::string source;
  std::string path;
  std::string sha256;
  std::string entity;
  std::string office;  // records.office
  std::string above;   // places above the office's own
  std::string kind;
  std::string title;  // without years, blanks and words for a corrected edition
  ReportGenre genre = ReportGenre::kOther;
  int64_t year = 0;
  bool renamed = false;  // stands under a name that a reform replaced
};

struct ReportContents {
  StoredReport who;
  std::vector<StoredFact> facts;  // in reading order
  std::vector<StoredParagraph> paragraphs;
  std::vector<StoredFinding> findings;  // of the report itself
};

// Columns for ReadReport, of `records r JOIN sources s`.
extern const char* const kReportColumns;
StoredReport ReadReport(const Statement& row);
Result<ReportContents> ContentsOf(Database& corpus, const StoredReport& report);

// Label without years: 2023年, 2023年度, (2023), and, where `relative`, 上年, 本年 … at its
// beginning.
std::string YearlessLabel(std::string_view label, bool relative);

// Plain figures of that year, by their words. Words that stand for several amounts name none of
// them.
using FiguresByWords = std::map<std::string, const StoredFact*>;
FiguresByWords UniqueFigures(const std::vector<StoredFact>& facts, int64_t year);
// The same by a key of the caller's; figures with an empty key are left out.
FiguresByWords UniqueFiguresBy(const std::vector<StoredFact>& facts, int64_t year,
                               std::string (*key)(const StoredFact&));

}  // namespace crossfoot
