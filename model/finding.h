// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person reads: one root cause, with every relation it breaks.
//
// Severity is how much it matters if true; confidence is how sure we are. Only a finding that a
// careful auditor would sign is an error.
//
// Tested by tests/model/record_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/relation.h"

namespace crossfoot {

enum class Severity { kInfo, kWarning, kError };

std::string_view SeverityName(Severity severity);  // "info", "warning", "error"

// A correction that would mend the finding.
struct Edit {
  std::string edit;       // "392.92 → 386.92"
  FactId fact = -1;       // the figure it changes; -1: words
  int mends = 0;          // broken relations that hold after it
  int breaks = 0;         // held relations that no longer do
  bool only_one = false;  // no other edit does as well
  std::string kind;       // the slip: "unit", "digit", "left_out" …; docs/json.md lists them
  BilingualText text;
};

struct Finding {
  std::string
      id;  // stable across runs and re-layout: from rule, texts and values, never from places
  std::string rule;  // "SUM101"
  std::string name;  // "total-differs-from-parts"
  Severity severity = Severity::kWarning;
  double confidence = 1;
  BilingualText headline;  // what is wrong, in one sentence; `message` begins with it
  BilingualText message;   // what is wrong, why it should hold, what to do
  std::string expression;
  std::string stated;
  std::string computed;
  std::string difference;
  std::string unit;
  std::vector<Evidence> evidence;  // the place to mark first comes first
  std::vector<Edit> diagnosis;     // best first; empty where nothing is clearly best
  std::vector<Edit> alternatives;  // and then: a few edits that do equally well
  std::vector<int> relations;      // indices in Record::relations; may be empty for word findings
  std::string suppressed;          // why a person asked not to be told of it; empty: it is told

  // unique: one edit is clearly best; ambiguous: several do equally well; none: no edit mends it.
  [[nodiscard]] std::string_view Diagnosed() const {
    return !diagnosis.empty() ? "unique" : alternatives.empty() ? "none" : "ambiguous";
  }
};

}  // namespace crossfoot
