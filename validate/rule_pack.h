// SPDX-License-Identifier: GPL-3.0-or-later
//
// Official identities, formulas, bands and tolerances of a field as data in TOML, each with its
// source; and which rules are off. What ships is compiled in; users add packs of their own without
// building anything.
//
// Tested by tests/validate/rule_pack_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace crossfoot {

struct Rule;

class RulePack {
 public:
  // The packs that ship: self-evaluations, final accounts, budgets.
  static const RulePack& BuiltIn();

  [[nodiscard]] const std::string& version() const { return version_; }
  // A rule is off by its id, its name or its group's three letters.
  [[nodiscard]] bool IsOff(const Rule& rule) const;

 private:
  std::string version_ = "0";
  std::vector<std::string> off_;
};

}  // namespace crossfoot
