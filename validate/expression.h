// SPDX-License-Identifier: GPL-3.0-or-later
//
// A claim written out for people: "375.18 + 11.74 = 392.92", in the printed units.
//
// Tested by tests/validate/evaluate_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "model/relation.h"
#include "validate/term_reading.h"

namespace crossfoot {

std::string ExpressionOf(const Claim& claim, const std::vector<TermReading>& figures,
                         const TermReading& stated);

// The stated figure as printed, its sign applied.
std::string StatedText(const TermReading& stated);

// `value` (base units) in the stated figure's unit; a quotient to two digits at least.
Decimal InUnitOf(const TermReading& stated, const Decimal& value, bool quotient);

// With at least `scale` digits after the point.
std::string AtLeastScale(const Decimal& value, int scale);

// What the record keeps of a term.
Operand OperandOf(const TermReading& reading);

}  // namespace crossfoot
