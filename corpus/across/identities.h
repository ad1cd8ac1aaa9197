// SPDX-License-Identifier: GPL-3.0-or-later
//
// Identities that a template keeps though no rule asks for them: two figures, each found by its
// words, that are equal in nearly all reports of a kind.
//
// METHOD take a sample of the kind's reports (those whose keys come first: keys are hashes, so the
//        sample is a fair one and the same in any order of reading); count the pairs of words that
//        carry one amount; keep those that are equal in nearly all reports which print both, with
//        different amounts from report to report.
// COST   a pass over at most kSample reports; pairs are bounded by kMostAlike a group.
//
// Tested by tests/corpus/identities_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/across/stored_report.h"

namespace crossfoot {

struct StoredIdentity {
  std::string left;  // words, as in StoredFact::words; left < right
  std::string right;
  int64_t held = 0;
  int64_t sample = 0;  // reports of the sample that print both
  friend bool operator==(const StoredIdentity&, const StoredIdentity&) = default;
};

class IdentityMiner {
 public:
  static constexpr size_t kSample = 200;
  // Reports that must keep it before it is believed.
  static constexpr int64_t kLeastHeld = 8;

  void Add(const ReportContents& report);
  // Those that are held by nearly all, in order of their words.
  [[nodiscard]] std::vector<StoredIdentity> Identities() const;

 private:
  std::vector<std::map<std::string, std::string>> amounts_;  // a report's words to its amounts
};

}  // namespace crossfoot
