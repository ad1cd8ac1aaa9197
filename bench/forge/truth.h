// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a manuscript's own figures say about each other: which relations are broken, and whether
// they point at one figure alone.
//
// A clean manuscript breaks nothing, however its figures were rounded: printed figures are the
// intervals that rounding or cutting off leaves open. A slip is observable when it breaks
// something; it is locatable when no other single figure would explain all that is broken (a sum
// that nothing else bears out may be mended at any of its figures, and no reader can do better).
//
// Tested by tests/forge/forge_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "bench/forge/ledger.h"
#include "bench/forge/manuscript.h"

namespace crossfoot::forge {

enum class Tie {
  kEquality,  // one measure printed twice
  kSum,
  kQuotient,
  kGrowth,
  kProduct,
  kBound,
  kCount,  // a number and the list it counts
  kBand,   // a grade and its score
  kYear,
  kName,   // a code and its name
  kWords,  // template text: wrong by itself
};

std::string_view TieName(Tie tie);

struct BrokenTie {
  Tie tie = Tie::kEquality;
  std::vector<int> marks;  // those that take part
  int measure = -1;        // what is told twice, or the identity's result; -1: neither
};

std::vector<BrokenTie> BrokenTies(const Ledger& ledger, const Manuscript& manuscript);

// Whether the marks of `wrong` are the only explanation of everything in `broken`.
bool IsLocatable(const Ledger& ledger, const Manuscript& manuscript,
                 const std::vector<BrokenTie>& broken, const std::vector<int>& wrong);

}  // namespace crossfoot::forge
