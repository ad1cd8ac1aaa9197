// SPDX-License-Identifier: GPL-3.0-or-later
//
// The slips that people make with a figure, and what would then have been meant.
//
// The unit (元 ↔ 万元 ↔ 亿元), the sign or the word of direction, two neighbouring digits
// transposed, the point moved, one digit changed, dropped or doubled, a digit that OCR confuses
// with another, the value that another place prints for the same thing, last year's figure left
// standing, the figure of the row or column beside, an item left out of a sum or counted twice.
//
// What a slip is worth beside others that mend as much (Readiness): how readily people make it;
// whether it leads back to the units and digits that the report writes, or away; whether the claim
// then holds to the last digit; and whether another place prints what the digits lead to.
//
// Tested by tests/validate/slip_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "model/relation.h"
#include "validate/claim.h"
#include "validate/term_reading.h"

namespace crossfoot {

enum class Slip {
  kUnit,
  kPrinted,  // another place prints the value asked for
  kSign,     // or the word of direction
  kTransposed,
  kLastYear,   // what stands is last year's figure
  kNeighbour,  // what stands is the figure of the row or column beside
  kLeftOut,    // an item is missing from the sum
  kTwice,      // an item is counted that is part of another
  kReading,    // OCR confuses the two digits
  kPoint,
  kDigit,
  kDropped,  // or doubled, or one too many
  kAsked,    // no slip we know, but what the other figures come to
};

std::string_view SlipName(Slip slip);  // "unit", "printed_elsewhere" …
BilingualText SlipWords(Slip slip);    // 单位写错
// How readily people make it, for ranking edits that mend equally much; 0 for kAsked.
int Readiness(Slip slip);

// From the first to the last that is not 0: 1200.0 and 0.012 have two. Figures with few are alike
// by chance.
size_t SignificantDigits(const Decimal& value);

// One thing told twice: an equality, or a sum of one.
bool TellsOneThing(const Claim& claim);

// The slip of the digits alone that makes `written` of `right`; kAsked where none does.
Slip SlipOfDigits(const Decimal& written, const Decimal& right);

// One edit to try.
struct Trial {
  Substitute substitute;
  Slip slip = Slip::kAsked;
  FactId like = -1;    // the other figure that explains it
  int custom = 0;      // leads to what the report mostly writes, in unit and digits: 1; away: −1
  bool exact = false;  // to the last digit, not only within what rounding leaves open
  bool seconded = false;  // a slip of the digits leads to what another place prints
  std::vector<int> mended = {};
  int breaks = 0;
};

// … of the edit: of two that do as well, the one that leads to the usual unit is meant.
int Readiness(const Trial& trial);

// Of an item of a sum, not of a figure.
bool IsOfAnItem(Slip slip);
// One digit wrong, too many or too few: it can always be blamed.
bool IsOneDigit(Slip slip);
// Digits that recognition takes for one another.
bool AreConfusable(char a, char b);

// The same figure comes to stand for the same amount, in whatever unit: in another, as far as the
// digits printed there tell.
bool SameEdit(const Trial& a, const Trial& b);
// The same figure, by a unit of its last digit another value: rounding leaves both open.
bool IsNextTo(const Trial& a, const Trial& b);

}  // namespace crossfoot
