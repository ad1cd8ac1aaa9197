// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the pages show of a store, as JSON taken from its tables.
//
// Tested by tests/review/report_data_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/store.h"
#include "model/relation.h"

namespace crossfoot {

// A rule's summary by its id; given from above, since rules live in a layer this one does not know.
using RuleTexts = std::map<std::string, BilingualText, std::less<>>;

// A report as lists show it.
struct ReportLine {
  std::string key;  // as sources.source
  std::string path;
  std::string sha256;
  std::string media_type;
  std::string title;
  std::string entity;
  std::string region;
  std::string kind;
  int64_t year = 0;  // 0: not known
  std::string verdict;
  int64_t errors = 0;
  int64_t warnings = 0;
  int64_t infos = 0;
};

// By path. Cost: one pass over records without their JSON.
Result<std::vector<ReportLine>> ReadReportLines(Store& store);

// The list of reports with counts for filters and charts, reports that failed, and what reports say
// of one another: {reports, rules, gaps, failures, across, program}.
Result<std::string> IndexJson(Store& store, const RuleTexts& rules);

// The record of a report as `crossfoot record` prints it. Error (kFileNotFound): is not there.
Result<std::string> RecordOf(Store& store, const std::string& key);

// The lines of a text near those of the given numbers: [{"number":3,"text":…}].
std::string LinesAround(std::string_view text, const std::vector<int>& numbers);

// {"zh":…,"en":…}
std::string BilingualJsonText(const BilingualText& text);

}  // namespace crossfoot
