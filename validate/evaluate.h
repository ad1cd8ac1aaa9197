// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one engine that decides whether a claim holds, over exact decimals and intervals.
//
// METHOD      compute from the printed values; equal (a quotient: its rounding, half away from
// zero,
//             to the stated digits) is held. Else compute over the printed figures' intervals: if
//             the stated figure's interval is met, that is rounding; if it is met only when figures
//             may have been cut off, truncation; if it is missed by one unit of the stated last
//             digit in a relation of shares, nudged is left to the caller. Else violated.
// GUARANTEES  never a verdict on a value that did not fit or a base that is zero: unevaluated, with
//             the reason.
// LIMITS      interval division is rounded outwards at 18 digits.
//
// Tested by tests/validate/evaluate_test.cpp.
#pragma once

#include "model/fact_set.h"
#include "model/relation.h"
#include "validate/claim.h"
#include "validate/term_reading.h"

namespace crossfoot {

// Status, computed value and texts of `claim`; evidence is left empty. With `instead`, that figure
// is read as the substitute.
Relation Evaluate(const Claim& claim, const FactSet& facts, const Substitute* instead = nullptr);

// The status alone: what diagnosis asks many times over.
RelationStatus StatusOf(const Claim& claim, const FactSet& facts,
                        const Substitute* instead = nullptr);

}  // namespace crossfoot
