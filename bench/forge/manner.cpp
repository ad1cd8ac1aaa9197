// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/forge/manner.h"

namespace crossfoot::forge {

const std::vector<Manner>& Manners() {
  static const std::vector<Manner> manners{
      {"final-accounts", WriteFinalAccounts},
      {"self-evaluation-brief", WriteBriefSelfEvaluation},
  };
  return manners;
}

const Manner* MannerNamed(std::string_view name) {
  for (const Manner& manner : Manners()) {
    if (manner.name == name) {
      return &manner;
    }
  }
  return nullptr;
}

}  // namespace crossfoot::forge
