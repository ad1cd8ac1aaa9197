// SPDX-License-Identifier: GPL-3.0-or-later
//
// The slips that people make with a figure, and what would then have been meant.
//
// The unit (元 ↔ 万元 ↔ 亿元), the sign or the word of direction, two neighbouring digits
// transposed, the point moved, one digit changed, dropped or doubled, a digit that OCR confuses
// with another, the value that another place prints for the same thing, last year's figure left
// standing, the figure of the row or column beside, an item left out of a sum or counted twice.
//
// Tested by tests/validate/slip_test.cpp.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.h"
#include "model/fact_set.h"
#include "model/finding.h"
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
// How readily people make it, for ranking edits that mend equally much; 0 for kAsked.
int Readiness(Slip slip);

// From the first to the last that is not 0: 1200.0 and 0.012 have two. Figures with few are alike
// by chance.
size_t SignificantDigits(const Decimal& value);

// The slip of the digits alone that makes `written` of `right`; kAsked where none does.
Slip SlipOfDigits(const Decimal& written, const Decimal& right);

// One edit to try.
struct Trial {
  Substitute substitute;
  Slip slip = Slip::kAsked;
  FactId like = -1;      // the other figure that explains it
  bool unusual = false;  // leads away from what the report mostly writes
  std::vector<int> mended = {};
  int breaks = 0;
};

// … of the edit: of two that do as well, the one that leads to the usual unit is meant.
int Readiness(const Trial& trial);

// What edits are looked for in: figures by their value.
class FigureIndex {
 public:
  // Keeps references. Without a document, tables and readings are not asked.
  FigureIndex(const FactSet& facts, const Document* document);

  // Slips of the figure alone. With `any_digit` also digits changed, dropped and doubled, which are
  // many and explain little.
  [[nodiscard]] std::vector<Trial> TrialsFor(FactId id, bool any_digit) const;
  // Why `id` should read `value` (in its printed unit), as `claim` asks: kPrinted, kLastYear or
  // kNeighbour where a figure outside the claim explains it, else kAsked.
  // Where none does: the slip that leads from the printed digits to those asked for.
  [[nodiscard]] Trial Explain(const Claim& claim, FactId id, const Decimal& value) const;
  // What `id` may be where `claim` leaves only `reach` (base units) open for it: the values that
  // other places print for the same thing.
  [[nodiscard]] std::vector<Trial> PrintedWithin(const Claim& claim, FactId id,
                                                 const Interval& reach) const;
  // For a broken sum: one figure near by that is exactly what is missing, or one operand that is
  // exactly what is too much. The substitute's fact is the stated figure's, its value unchanged.
  [[nodiscard]] std::vector<Trial> MissingOrTwice(const Claim& claim) const;

  [[nodiscard]] Edit EditOf(const Trial& trial, bool only_one) const;

 private:
  [[nodiscard]] const Fact& At(FactId id) const { return facts_.facts[static_cast<size_t>(id)]; }
  // Figures with that value in base units, in reading order.
  [[nodiscard]] std::vector<FactId> WithValue(const Decimal& base) const;
  [[nodiscard]] bool Beside(FactId a, FactId b) const;
  [[nodiscard]] bool ReadInDoubt(FactId id) const;

  const FactSet& facts_;
  const Document* document_;
  std::vector<std::pair<Decimal, FactId>> by_value_;
  std::map<std::string, int, std::less<>> written_in_;  // how many amounts by unit of money
};

}  // namespace crossfoot
