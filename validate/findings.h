// SPDX-License-Identifier: GPL-3.0-or-later
//
// Words for people: a broken claim, or a slip of words, becomes a finding with both places, the
// arithmetic, the reason and what to do; and evidence for every relation.
//
// Tested by tests/validate/findings_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "model/finding.h"
#include "validate/check_context.h"
#include "validate/claim.h"
#include "validate/diagnose.h"

namespace crossfoot {

// The figures of `claim` with their places; quotes only `with_quotes`, since they cost copies.
std::vector<Evidence> EvidenceOf(const CheckContext& context, const Claim& claim, bool with_quotes);
std::vector<Evidence> EvidenceOf(const CheckContext& context, const std::vector<Mark>& marks);

Finding FindingOf(const CheckContext& context, const std::vector<Tested>& tested,
                  const RootCause& cause);
Finding FindingOf(const CheckContext& context, const Rule& rule, const Observation& observation);

// Whether any of its places was read from a picture.
bool ReadFromPicture(const CheckContext& context, const Observation& observation);

// Gives every finding its id, from rule, texts and values, never from places; equal ones are told
// apart by their order.
void NameFindings(std::vector<Finding>* findings);

}  // namespace crossfoot
