// SPDX-License-Identifier: GPL-3.0-or-later
//
// The validated record of one report: what it says, and what of it the report itself confirms or
// disputes.
//
// Tested by tests/model/record_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/fact_set.h"
#include "model/finding.h"
#include "model/relation.h"

namespace crossfoot {

// Whether the report itself bears a fact out.
enum class FactStatus {
  kUntested,   // no relation touches it
  kConfirmed,  // takes part in a held or rounding relation that could have failed
  kDisputed,   // takes part in a broken one
};

enum class Verdict {
  kConsistent,    // something was tested and nothing is broken
  kInconsistent,  // at least one finding of severity warning or error
  kUntested,      // nothing could be tested
};

std::string_view FactStatusName(FactStatus status);
std::string_view VerdictName(Verdict verdict);

// What applied to this report and was not evaluated, and why: silence must differ from success.
struct Uncovered {
  std::string rule;
  BilingualText reason;
  int count = 0;
};

// What became of one rule in this report. All zero and not off: the report gave it no occasion.
struct RuleCoverage {
  std::string rule;
  bool off = false;  // by a rule pack
  int held = 0;
  int rounding = 0;
  int violated = 0;
  int unevaluated = 0;  // `Record::uncovered` has the reasons
  int findings = 0;

  [[nodiscard]] std::string_view State() const {
    return off                                         ? "off"
           : held + rounding + violated + findings > 0 ? "tested"
           : unevaluated > 0                           ? "not_evaluated"
                                                       : "no_occasion";
  }
};

struct Versions {
  std::string program;
  std::string lexicon;
  std::string rules;
};

struct Record {
  Document document;
  FactSet facts;
  std::vector<FactStatus> fact_status;  // parallel to facts.facts
  std::vector<Relation> relations;
  std::vector<Finding> findings;  // most severe first, then in reading order
  std::vector<Uncovered> uncovered;
  std::vector<RuleCoverage> rules;  // every rule, by id
  Verdict verdict = Verdict::kUntested;
  Versions versions;
};

}  // namespace crossfoot
