// SPDX-License-Identifier: GPL-3.0-or-later
//
// How well crossfoot does on forged reports: of the slips that can be seen, how many were seen, at
// which place, with which correction; and what was said of clean reports.
//
// METHOD  a clean report is checked, then each slip of it. What is found in both is no answer to
//         the slip. The first finding that is new (most severe first, as a reader meets them) is
//         the answer: detected. Located: the figure its diagnosis names, or else the place it marks
//         first, is one of the slip's. Diagnosed: the first correction is the right words, or a
//         value at that place that the printed figures cannot tell from the right one (a unit of
//         its last digit away, and the report then breaks nothing).
// LIMITS  a new finding counts as detected wherever it points; "pointed" says that some place
//         in it is the slip's.
//
// Tested by tests/forge/forge_test.cpp.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "bench/forge/manner.h"
#include "bench/forge/slip.h"
#include "bench/forge/writer.h"
#include "model/record.h"

namespace crossfoot::forge {

struct Trial {
  std::string manner;
  uint64_t seed = 0;
  SlipKind kind = SlipKind::kDigitSubstituted;
  bool observable = false;
  bool locatable = false;
  bool correctable = false;  // there is a right value to propose
  bool detected = false;
  bool pointed = false;
  bool located = false;
  bool proposed = false;  // a correction was, where there is a right value
  bool diagnosed = false;
  std::string ties;  // the kinds of relation broken, joined by +
  std::string what;  // "12.3 (right 13.2): rule, message", for the list of survivors
};

// What a finding on a clean report was.
struct FalseAlarm {
  std::string manner;
  uint64_t seed = 0;
  Severity severity = Severity::kWarning;
  std::string rule;
  std::string message;
};

// Where marks stand, as the medium lets one know: in text by line and column, on pages by words.
class MarkFinder {
 public:
  // Both arguments outlive the finder.
  MarkFinder(const Slip& slip, const Written& written);
  [[nodiscard]] bool IsWrong(const Place& place, const std::string& text) const;

 private:
  const Slip& slip_;
  const Written& written_;
  std::vector<std::string> words_;
  std::vector<std::pair<int, int>> lines_;  // where any place is the slip's: first to last
};

// `clean` and `slipped`: the records of the two.
Trial Judge(const Ledger& ledger, const Slip& slip, const Written& written, const Record& clean,
            const Record& slipped);

struct Tally {
  int tried = 0;
  int observable = 0;
  int detected = 0;  // … of the observable
  int pointed = 0;
  int located_of = 0;    // observable and locatable
  int located = 0;       // … of these
  int diagnosed_of = 0;  // locatable, with a right value
  int diagnosed = 0;
  int all_located = 0;    // of the observable, locatable or not
  int all_diagnosed = 0;  // of the observable that have a right value
  int all_proposed = 0;   // … and were given some correction, right or wrong
  int all_correctable = 0;

  void Add(const Trial& trial);
};

struct ScoreCard {
  std::map<std::string, int> clean_reports;  // by manner
  std::vector<FalseAlarm> alarms;
  std::vector<Trial> trials;
};

std::string PrintTable(const ScoreCard& card);
std::string PrintJson(const ScoreCard& card, const std::string& setup);
// Those that could be seen and were not, grouped by operator and relation, `each` examples a group.
std::string PrintSurvivors(const ScoreCard& card, int each);

}  // namespace crossfoot::forge
