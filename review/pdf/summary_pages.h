// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pages that sum the findings up, as a PDF of their own: Cairo and Pango set the text, Chinese
// with a subset of a font of the system. (The one place that includes them.)
//
// Tested by tests/review/marked_pdf_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "model/json/marks_json.h"

namespace crossfoot {

// Where a finding stands on the summary: a box in points from the top left.
struct SummaryEntry {
  int page = 0;     // of the summary, from 0
  int finding = 0;  // index in ReportMarks::findings
  Box box;
};

struct SummaryPages {
  std::string pdf;
  std::vector<SummaryEntry> entries;
};

// Errors (kMissingProgram): nothing can be set.
Result<SummaryPages> SetSummary(const ReportMarks& marks, bool chinese, bool is_signed);

// "第 4 页" or "p. 4"; empty where a place has no page.
std::string PageWords(const Place& place, bool chinese);

}  // namespace crossfoot
