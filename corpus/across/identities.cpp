// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/across/identities.h"

#include <algorithm>
#include <set>

namespace crossfoot {
namespace {

// One amount under more words than this says nothing about any two of them.
constexpr size_t kMostAlike = 12;

struct Seen {
  int64_t held = 0;
  std::set<std::string> amounts;
};

}  // namespace

void IdentityMiner::Add(const ReportContents& report) {
  std::map<std::string, std::string> amounts;
  for (const auto& [words, fact] : UniqueFigures(report.facts, report.who.year)) {
    // Nothing equals nothing everywhere.
    if (!fact->base.IsZero()) {
      amounts.emplace(words, fact->base.ToShortString());
    }
  }
  amounts_.push_back(std::move(amounts));
}

std::vector<StoredIdentity> IdentityMiner::Identities() const {
  std::map<std::pair<std::string, std::string>, Seen> pairs;
  for (const auto& report : amounts_) {
    std::map<std::string, std::vector<const std::string*>> alike;
    for (const auto& [words, amount] : report) {
      alike[amount].push_back(&words);
    }
    for (const auto& [amount, words] : alike) {
      for (size_t i = 0; i < words.size() && words.size() <= kMostAlike; ++i) {
        for (size_t j = i + 1; j < words.size(); ++j) {
          Seen& seen = pairs[{*words[i], *words[j]}];
          ++seen.held;
          seen.amounts.insert(amount);
        }
      }
    }
  }
  std::vector<StoredIdentity> out;
  for (const auto& pair : pairs) {
    const auto& words = pair.first;
    const auto& seen = pair.second;
    if (seen.held < kLeastHeld || static_cast<int64_t>(seen.amounts.size()) * 2 < seen.held) {
      continue;
    }
    const auto both = std::count_if(amounts_.begin(), amounts_.end(), [&](const auto& report) {
      return report.count(words.first) != 0 && report.count(words.second) != 0;
    });
    // One in twenty may fail, or the only one that does.
    if ((both - seen.held) * 20 <= both || both - seen.held == 1) {
      out.push_back({words.first, words.second, seen.held, both});
    }
  }
  return out;
}

}  // namespace crossfoot
