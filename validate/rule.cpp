// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/rule.h"

namespace crossfoot {

std::span<const Rule* const> AllRules() { return {}; }

const Rule* FindRule(std::string_view id_or_name) {
  for (const Rule* rule : AllRules()) {
    if (rule->id == id_or_name || rule->name == id_or_name) {
      return rule;
    }
  }
  return nullptr;
}

}  // namespace crossfoot
