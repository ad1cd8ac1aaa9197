// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sums of the same rows of a table that are broken in several columns: a row is missing or one too
// many, and no figure is the slip.
//
// Tested by tests/corpus/one_cause_test.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/fact_set.h"
#include "validate/diagnose.h"

namespace crossfoot {

class SumsAbreast {
 public:
  // Keeps references to `tested` and `facts`.
  SumsAbreast(const std::vector<Tested>& tested, const std::vector<int>& broken,
              const FactSet& facts);

  // The broken sums of the same rows in other columns.
  [[nodiscard]] std::vector<int> Of(int index) const;

 private:
  [[nodiscard]] const Fact& At(FactId id) const { return facts_.facts[static_cast<size_t>(id)]; }
  [[nodiscard]] const Claim& ClaimOf(int index) const {
    return tested_[static_cast<size_t>(index)].claim;
  }
  [[nodiscard]] const std::vector<std::string>& ColumnOf(int index) const {
    return At(ClaimOf(index).operands.front().fact).column_path;
  }
  // The table and the labels of its rows; empty for other claims.
  [[nodiscard]] std::string KeyOf(int index) const;

  const std::vector<Tested>& tested_;
  const FactSet& facts_;
  std::map<std::string, std::vector<int>> by_rows_;
};

}  // namespace crossfoot
