// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/sums_abreast.h"

#include <algorithm>
#include <iterator>

namespace crossfoot {

SumsAbreast::SumsAbreast(const std::vector<Tested>& tested, const std::vector<int>& broken,
                         const FactSet& facts)
    : tested_(tested), facts_(facts) {
  for (const int index : broken) {
    if (const std::string key = KeyOf(index); !key.empty()) {
      by_rows_[key].push_back(index);
    }
  }
}

std::vector<int> SumsAbreast::Of(int index) const {
  constexpr size_t kMostColumns = 40;
  const auto found = by_rows_.find(KeyOf(index));
  std::vector<int> out;
  if (found != by_rows_.end() && found->second.size() <= kMostColumns) {
    std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(out),
                 [&](int other) { return ColumnOf(other) != ColumnOf(index); });
  }
  return out;
}

std::string SumsAbreast::KeyOf(int index) const {
  constexpr size_t kLeastRows = 2;
  const Claim& claim = ClaimOf(index);
  std::string key;
  for (const Term& term : claim.operands) {
    if (claim.kind != RelationKind::kSum || claim.operands.size() < kLeastRows || term.fact < 0 ||
        !At(term.fact).InTable() || At(term.fact).row_path.empty()) {
      return "";
    }
    key += std::to_string(At(term.fact).anchor.address.block) + "\n";
    for (const std::string& label : At(term.fact).row_path) {
      key += label + "\t";
    }
  }
  return key;
}

}  // namespace crossfoot
