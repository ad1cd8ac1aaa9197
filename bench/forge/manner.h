// SPDX-License-Identifier: GPL-3.0-or-later
//
// Manners of writing: each knows a kind of report as one part of the country writes it.
//
// A forged report is a function of its manner and its seed, nothing else.
//
// Tested by tests/forge/forge_test.cpp.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bench/forge/ledger.h"
#include "bench/forge/manuscript.h"
#include "bench/forge/scribe.h"

namespace crossfoot::forge {

struct ForgedReport {
  Ledger ledger;
  Hand hand;
  Manuscript manuscript;
};

struct Manner {
  std::string_view name;  // "self-evaluation-brief"
  ForgedReport (*write)(uint64_t seed);
};

// In the order of their names.
const std::vector<Manner>& Manners();
// nullptr where there is none.
const Manner* MannerNamed(std::string_view name);

// The manners themselves, in bench/forge/manners/.
ForgedReport WriteBriefSelfEvaluation(uint64_t seed);
ForgedReport WriteBudget(uint64_t seed);
ForgedReport WriteCitySelfEvaluation(uint64_t seed);
ForgedReport WriteFinalAccounts(uint64_t seed);
ForgedReport WriteLongSelfEvaluation(uint64_t seed);
ForgedReport WriteProjectEvaluation(uint64_t seed);
ForgedReport WriteScoredSelfEvaluation(uint64_t seed);
ForgedReport WriteThreePublicNotice(uint64_t seed);

}  // namespace crossfoot::forge
