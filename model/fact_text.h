// SPDX-License-Identifier: GPL-3.0-or-later
//
// The text form of facts: one fact a line, for tests, goldens, rule examples and docs.
//
//   budget.total | 年初安排预算数 | opening_budget | 2023 | 392.92 万元 | about increase | L125 |
//   [3929150, 3929250]
//
// Fields, in order, blank-trimmed, `-` for none: metric, subject, scope, period, value and unit as
// printed, qualifiers, place (L12 or P3), interval in base units. Trailing fields may be left out
// when reading; the interval is then that of the printed digits.
//
// Tested by tests/model/fact_text_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/fact_set.h"

namespace crossfoot {

std::string PrintFact(const Fact& fact);
// One fact a line; lines that begin with '#' and blank ones are skipped. The anchors' addresses are
// those of the n-th block of a document that has one block a fact. Errors name the line.
Result<std::vector<Fact>> ReadFacts(std::string_view text);

}  // namespace crossfoot
