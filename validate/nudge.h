// SPDX-License-Identifier: GPL-3.0-or-later
//
// Figures that were nudged by one in their last digit so that a printed total closes (凑整): three
// thirds told as 33.33%, 33.33% and 33.34%.
//
// A figure that misses its own quotient, or its other printing, by one unit of its last digit, and
// that takes part in a sum which holds exactly as printed and would not with the right rounding, is
// no slip: its relation is `rounding`, sub-kind `nudged`.
//
// Tested by tests/validate/nudge_test.cpp.
#pragma once

#include <vector>

#include "model/fact_set.h"
#include "validate/diagnose.h"

namespace crossfoot {

// Turns the violated relations of nudged figures into rounding ones.
void FindNudged(const FactSet& facts, std::vector<Tested>* tested);

}  // namespace crossfoot
