// SPDX-License-Identifier: GPL-3.0-or-later
//
// The comparisons, each a function of two reports of one office: what they say of one another.
//
// A wrong accusation costs more than a miss: figures are compared only where both stand under the
// very same words, in reports of the same kind, and where the other report's figure is not itself
// in doubt. A difference may be a restatement: it is said, and never called an error.
//
// Tested by tests/corpus/across_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "corpus/across/report_facts.h"
#include "model/relation.h"

namespace crossfoot {

// One row of `across`, without its number and id.
struct Comparison {
  std::string rule;
  std::string status;
  const StoredReport* later = nullptr;
  const StoredReport* earlier = nullptr;
  StoredFact fact;    // of the later report; empty id where whole reports are meant
  StoredFact other;   // of the earlier one
  std::string value;  // as printed, or as it follows from what is printed
  std::string difference;
  int64_t year = 0;
  BilingualText message;
};

using ReportWithFacts = std::pair<StoredReport, std::vector<StoredFact>>;

// prior_year: last year's figure as this report gives it (上年数, or worked out from the figure and
// 比上年增加 …) against the figure that last year's report gave.
// closing_to_opening: what was carried over at the end of last year (年末结转) against what this
// year begins with (年初结转). power_of_ten: the same words, and a figure some ten thousand times
// last year's, or a ten thousandth: one of them may be in another unit.
void CompareWithPriorYear(const ReportWithFacts& later, const ReportWithFacts& earlier,
                          std::vector<Comparison>* out);

// two_versions: what one says and the other says differently, under the same words and year.
void CompareVersions(const ReportWithFacts& later, const ReportWithFacts& earlier,
                     std::vector<Comparison>* out);

}  // namespace crossfoot
