// SPDX-License-Identifier: GPL-3.0-or-later
//
// The year a report is about (报告年度), with what told it.
//
// METHOD  in this order: the year in the title; the year that most headings name; the year that
//         most of the text names, years with 年度 or 截至 counting double and years compared with
//         (比2022年) or cited (〔2013〕, 《…》) not at all. Of two years named equally often the
//         later.
// LIMITS  two years named about equally often leave it to the later, with the count in the reason.
//
// Tested by tests/normalize/report_year_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "normalize/scanned_text.h"

namespace crossfoot::normalize {

struct ReportYear {
  int year = 0;  // 0: no year anywhere
  std::string reason;
};

// `title` is the index in `texts` of the title, or -1.
ReportYear FindReportYear(const Document& document, const std::vector<ScannedText>& texts,
                          int title);

}  // namespace crossfoot::normalize
