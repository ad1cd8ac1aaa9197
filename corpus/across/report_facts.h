// SPDX-License-Identifier: GPL-3.0-or-later
//
// A stored report as the comparisons across reports see it: whose, which year's, and its plain
// figures under the words they are printed with.
//
// Tested by tests/corpus/across_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "corpus/sqlite.h"

namespace crossfoot {

struct StoredFact {
  int64_t n = 0;
  std::string id;
  std::string subject;  // width and blanks folded
  std::string metric;
  std::string scope;
  std::string shown;  // value and unit, as printed
  std::string base_unit;
  Decimal base;
  Decimal low;  // what the printed digits may stand for
  Decimal high;
  int64_t year = 0;
  int direction = 0;  // +1 or -1: the amount of a rise or fall; 0: a plain figure
  std::string place;  // row and column labels in a table; empty in prose
  std::string quote;
  int64_t page = 0;
  int64_t line = 0;
};

struct StoredReport {
  std::string source;
  std::string path;
  std::string sha256;
  std::string entity;
  std::string kind;
  int64_t year = 0;
};

// Of figures in money that are bounded on both sides; shares, rates and approximations are left
// out.
Result<std::vector<StoredFact>> FactsOf(Database& corpus, const StoredReport& report);

// By subject, then place: the facts that are printed under the same words.
using FactsByWords = std::map<std::string, std::vector<const StoredFact*>>;
// Plain figures of that year.
FactsByWords ByWords(const std::vector<StoredFact>& facts, int64_t year);
std::string WordsOf(const StoredFact& fact);

}  // namespace crossfoot
