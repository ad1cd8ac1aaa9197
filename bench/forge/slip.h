// SPDX-License-Identifier: GPL-3.0-or-later
//
// Slips: what people do wrong when they write reports, each applied to a clean manuscript.
//
// A slip knows what it changed, what would be right, and (through truth.h) which relations show it.
//
// Tested by tests/forge/forge_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bench/forge/ledger.h"
#include "bench/forge/manuscript.h"
#include "bench/forge/random.h"
#include "bench/forge/scribe.h"
#include "bench/forge/truth.h"

namespace crossfoot::forge {

enum class SlipKind {
  kDigitSubstituted,
  kDigitsTransposed,
  kDigitDropped,
  kDigitDoubled,
  kPointMoved,
  kUnitInProse,
  kUnitInTableHead,
  kSignInTable,
  kDirectionWord,
  kTotalNotUpdated,  // a part was corrected everywhere, the total was not
  kPartNotUpdated,   // a total was corrected everywhere, its parts were not
  kNeighbourRow,
  kNeighbourColumn,
  kOtherScope,  // 年初 for 全年
  kYearWord,
  kLastYearsFigure,
  kRateOnWrongBase,
  kPointsForPercent,
  kRowMissing,
  kRowTwice,
  kWeight,
  kScore,
  kGrade,
  kAccountName,
  kAccountCode,
  kListItemMissing,
  kTemplateLeftIn,
};

std::vector<SlipKind> AllSlips();
std::string_view SlipName(SlipKind kind);

struct Slip {
  SlipKind kind = SlipKind::kDigitSubstituted;
  Manuscript manuscript;          // with the slip in it
  std::vector<int> wrong;         // marks that are wrong; for a lost row, those of its total
  std::string written;            // what stands there
  std::string right;              // what should stand there; empty: nothing to propose
  std::vector<BrokenTie> broken;  // empty: cannot be seen
  bool locatable = false;
  bool whole_block = false;  // any place in the wrong marks' blocks tells it
};

// Up to `count` slips of one kind, at places drawn at random; fewer where the manuscript offers
// fewer.
std::vector<Slip> MakeSlips(const Ledger& ledger, const Hand& hand, const Manuscript& clean,
                            SlipKind kind, int count, Random* random);

}  // namespace crossfoot::forge
