// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which reports of an office are compared with which: those of one kind over neighbouring years,
// those of other kinds for the same year, editions of one report.
//
// Where it cannot be told which report is meant (two different ones of a kind and year), nothing is
// compared. More than kMostReports of one year are not looked at; that is said.
//
// Tested by tests/corpus/across_test.cpp.
#pragma once

#include <functional>
#include <vector>

#include "base/result.h"
#include "corpus/across/cross_rule.h"

namespace crossfoot {

inline constexpr size_t kMostReports = 32;

// Called once for each pair: the first is looked at, the second is what it is held against.
using OnPair = std::function<Result<Done>(Pairing pairing, const ReportContents& report,
                                          const ReportContents& other)>;
// Reads a report's contents when they are first needed.
using Load = std::function<Result<ReportContents>(const StoredReport& report)>;

// `reports`: of one office, ordered by year, then path. Holds the contents of two years at a time.
// Gives the reports that were too many of their year to be compared.
Result<std::vector<StoredReport>> ForEachPair(const std::vector<StoredReport>& reports,
                                              const Load& load, const OnPair& on_pair);

// Both may be reports of one office: neither tells of places above it that the other contradicts.
bool MayBeOneOffice(const StoredReport& a, const StoredReport& b);

}  // namespace crossfoot
