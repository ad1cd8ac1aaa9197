// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/across/comparison.h"

namespace crossfoot {
namespace {

// Beyond this many the two are not versions of one report that a person would read side by side.
constexpr size_t kMostChanges = 500;

}  // namespace

void CompareVersions(const ReportWithFacts& later, const ReportWithFacts& earlier,
                     std::vector<Comparison>* out) {
  const FactsByWords ours = ByWords(later.second, later.first.year);
  const FactsByWords theirs = ByWords(earlier.second, earlier.first.year);
  size_t changes = 0;
  for (const auto& [words, facts] : ours) {
    const auto found = theirs.find(words);
    // As often here as there: else it cannot be told which was which.
    if (found == theirs.end() || found->second.size() != facts.size()) {
      continue;
    }
    for (size_t i = 0; i < facts.size() && changes < kMostChanges; ++i) {
      const StoredFact& fact = *facts[i];
      const StoredFact& other = *found->second[i];
      if (fact.base == other.base) {
        continue;
      }
      ++changes;
      Comparison change;
      change.rule = "two_versions";
      change.status = "noted";
      change.later = &later.first;
      change.earlier = &earlier.first;
      change.fact = fact;
      change.other = other;
      change.value = fact.shown;
      change.difference = (fact.base - other.base).ToShortString();
      change.year = later.first.year;
      change.message = {
          "同一报告的两个版本在此处数字不同：" + fact.shown + "，" + other.shown,
          "two versions of one report differ here: " + fact.shown + " and " + other.shown};
      out->push_back(std::move(change));
    }
  }
}

}  // namespace crossfoot
