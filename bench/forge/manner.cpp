// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/forge/manner.h"

namespace crossfoot::forge {

const std::vector<Manner>& Manners() {
  static const std::vector<Manner> manners{
      {"budget", WriteBudget},
      {"final-accounts", WriteFinalAccounts},
      {"project-evaluation", WriteProjectEvaluation},
      {"self-evaluation-brief", WriteBriefSelfEvaluation},
      {"self-evaluation-city", WriteCitySelfEvaluation},
      {"self-evaluation-long", WriteLongSelfEvaluation},
      {"self-evaluation-scored", WriteScoredSelfEvaluation},
      {"three-public-notice", WriteThreePublicNotice},
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
