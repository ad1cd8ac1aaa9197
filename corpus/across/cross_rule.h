// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a rule across reports is: one file under corpus/across/rules/ that holds its documentation,
// examples and check, in the manner of validate/rule.h. The file system is the registry: CMake
// lists the files, so a rule is added by adding one file whose variable is named like the file. Ids
// are COR and three digits, never reused.
//
// A rule looks at two reports that are in its store already and says how they compare. It sees no
// other report, no clock and no order of reading, so the result is a function of the set of
// reports.
//
// A wrong accusation costs more than a miss: figures are compared only where both stand under the
// very same words and neither is ambiguous; a difference may be a restatement or another scope, so
// it warns at most, and where many figures of a pair differ one note says so instead.
//
// Tested by tests/corpus/cross_rule_examples_test.cpp, which runs every example of every rule.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/across/stored_report.h"
#include "model/finding.h"

namespace crossfoot {

// Which two reports a rule looks at.
enum class Pairing {
  kYearBefore,  // other: the office's report of the same kind for the year before
  kSameYear,    // other: another kind of report of the office for the same year
  kVersions,    // two editions of one report; `other` is the one whose path comes first
  kUnit,        // report: a unit's; other: its department's, same kind and year
  kSameBytes,   // two files of the same bytes
  kTemplate,    // no other report: what nearly all reports of the kind keep (identities)
};

// One side of a comparison.
struct ComparedPlace {
  std::string fact;   // id; empty where it is no fact
  std::string value;  // as printed, or worked out from what is printed
  std::string quote;  // the words there
  StoredPlace place;
};

// How two reports compare in one thing: a row of `across`, and a finding where it has a severity.
struct Comparison {
  std::string status = "noted";  // held, rounding, violated, unevaluated, noted
  std::optional<Severity> severity;
  double confidence = 1;
  bool disputed = false;  // one of the figures is disputed in its own report: a note at most
  std::string metric;
  int64_t year = 0;  // which year the figures speak of; 0: that of the report
  ComparedPlace here;
  ComparedPlace there;
  std::string difference;
  std::string unit;
  BilingualText message;
};

class CrossSink {
 public:
  void Put(Comparison comparison) { comparisons_.push_back(std::move(comparison)); }
  [[nodiscard]] const std::vector<Comparison>& comparisons() const { return comparisons_; }

 private:
  std::vector<Comparison> comparisons_;
};

struct StoredIdentity;

struct ReportPair {
  const ReportContents& report;
  const ReportContents& other;                      // for kTemplate: the report itself
  std::span<const StoredIdentity> identities = {};  // for kTemplate
};

// A few short reports, run through the whole program; each begins with a line "=== its file name".
struct CrossExample {
  std::string_view reports;
  bool fires;            // whether the rule must report a finding on one of them
  std::string_view why;  // one line, English
};

struct CrossRule {
  std::string_view id;    // "COR101"
  std::string_view name;  // the pattern, never the remedy
  Severity severity;      // of its findings, at most
  std::string_view summary_zh;
  std::string_view summary_en;
  std::string_view advice_zh;
  std::string_view advice_en;
  std::string_view documentation;  // headings as in validate/rule.h
  std::span<const CrossExample> examples;
  Pairing pairing;
  void (*compare)(const ReportPair& pair, CrossSink& sink);
};

// All rules across reports, ordered by id. Made by CMake from the files.
std::span<const CrossRule* const> AllCrossRules();
// The rule of that id or name, or nullptr.
const CrossRule* FindCrossRule(std::string_view id_or_name);

}  // namespace crossfoot
