// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finds the least edit that mends what is broken.
//
// The facts and claims are a graph. For the figures of broken claims, the edits that people really
// make are tried (slip.h). An edit is ranked by the broken claims it mends less the held ones it
// breaks; a unit slip is likelier than a digit slip that does as well.
//
// METHOD      Graph (claims by shared figures) → Try → Rank → Fold: what one edit mends is one root
//             cause. What the other figures ask a figure to be is an edit too (the computed rate,
//             at the printed digits): alone it convinces where it mends several claims, or where it
//             is the one figure that no held claim bears out.
// GUARANTEES  bounded: at most kMaxTrials evaluations a report; over it, causes stay unfolded and
//             without a diagnosis, never wrong ones.
//
// Tested by tests/validate/diagnose_test.cpp.
#pragma once

#include <vector>

#include "model/document.h"
#include "model/fact_set.h"
#include "model/finding.h"
#include "validate/claim.h"

namespace crossfoot {

struct Rule;

// A claim with what became of it.
struct Tested {
  const Rule* rule = nullptr;
  Claim claim;
  Relation relation;
};

// Broken claims with one cause.
struct RootCause {
  std::vector<int> broken;      // indices in the tested claims, the one to tell first comes first
  std::vector<Edit> diagnosis;  // the one edit that is clearly best; else empty
  std::vector<Edit> alternatives = {};  // … and then those that do equally well, a few of them
  // The figure to look at first: the one the diagnosis changes; else the one of the first claim
  // with the most broken and the fewest held claims, the stated one in doubt. -1: none.
  FactId suspect = -1;
};

// `broken`: indices of the violated claims worth telling, the most telling first. Every one of them
// is in exactly one root cause. Without `document` the places in tables are not asked.
std::vector<RootCause> Diagnose(const std::vector<Tested>& tested, const std::vector<int>& broken,
                                const FactSet& facts, const Document* document = nullptr);

}  // namespace crossfoot
