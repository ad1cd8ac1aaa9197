// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/rule_pack.h"

#include <algorithm>

#include "validate/rule.h"

namespace crossfoot {

const RulePack& RulePack::BuiltIn() {
  static const RulePack kBuiltIn;
  return kBuiltIn;
}

bool RulePack::IsOff(const Rule& rule) const {
  return std::any_of(off_.begin(), off_.end(), [&](const std::string& name) {
    return name == rule.id || name == rule.name || name == rule.id.substr(0, 3);
  });
}

}  // namespace crossfoot
