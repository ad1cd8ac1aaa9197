// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a store holds, in counts.
//
// Tested by tests/corpus/store_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/sqlite.h"

namespace crossfoot {

struct NamedCount {
  std::string name;
  int64_t count = 0;
};

struct StoreSummary {
  int64_t sources = 0;
  int64_t reports = 0;  // sources with a record
  int64_t facts = 0;
  std::vector<NamedCount> fact_status;
  std::vector<NamedCount> relation_status;
  std::vector<NamedCount> findings_by_severity;  // most severe first
  std::vector<NamedCount> findings_by_rule;
  std::vector<NamedCount> failures;     // by reason
  std::vector<NamedCount> not_checked;  // by rule
  std::vector<NamedCount> across;       // by rule and status
};

Result<StoreSummary> Summarize(Database& corpus);

}  // namespace crossfoot
