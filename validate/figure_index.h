// SPDX-License-Identifier: GPL-3.0-or-later
//
// The figures of a report by their value: which slips a figure may be, what another place says of
// it, and how likely it is that it says so by chance.
//
// Chance is counted, not guessed: a stretch of values is telling where figures printed as densely
// as the report's would hardly fall into it.
//
// Tested by tests/validate/slip_test.cpp.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/document.h"
#include "model/fact_set.h"
#include "model/finding.h"
#include "validate/slip.h"

namespace crossfoot {

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

  // `value` as the author would print it for `id`: a rate as most rates are, which a slip may have
  // cost digits; else with the figure's own digits after the point, money in 元 with two.
  [[nodiscard]] Decimal AsPrinted(FactId id, const Decimal& value) const;

  // Printed in another place, too, with digits that are not alike by chance.
  [[nodiscard]] bool IsRepeated(FactId id) const;
  // After the point, as most figures of that unit are printed; −1 where there is no custom.
  [[nodiscard]] int CustomaryDigits(const Unit& unit) const;

  [[nodiscard]] Edit EditOf(const Trial& trial, bool only_one) const;

 private:
  [[nodiscard]] const Fact& At(FactId id) const { return facts_.facts[static_cast<size_t>(id)]; }
  // The value of the trial is printed outside the claim for the same thing, or stands out so much
  // that it must be it.
  bool ExplainByPrinting(const Claim& claim, Trial* trial) const;
  // Stands where a part of the sum would, and is of its kind.
  [[nodiscard]] bool IsLikeAPart(const Claim& claim, FactId id) const;
  // The last of the operands that stand, with the same label and value, in rows of their own;
  // nullptr where `term` is the only one.
  [[nodiscard]] const Term* RowAgain(const Claim& claim, const Term& term) const;
  // Marks the trial where it leads to the customary digits, or away.
  void WeighDigits(Trial* trial) const;
  // Another place prints the same value for the same thing: what is printed under other names says
  // nothing against it.
  [[nodiscard]] bool IsConfirmedByName(const Claim& claim, FactId id) const;
  // A value drawn at random would hardly fall into the stretch and be printed, too.
  [[nodiscard]] bool IsUnlikely(const Decimal& low, const Decimal& high) const;
  // Figures with that value in base units, in reading order.
  [[nodiscard]] std::vector<FactId> WithValue(const Decimal& base) const;
  [[nodiscard]] bool Beside(FactId a, FactId b) const;
  [[nodiscard]] bool ReadInDoubt(FactId id) const;

  const FactSet& facts_;
  const Document* document_;
  std::vector<std::pair<Decimal, FactId>> by_value_;
  std::vector<Decimal> values_;  // each once, ascending
  // By unit: digits after the point, as most of its figures are printed.
  std::map<std::string, int, std::less<>> customary_digits_;
  std::map<std::string, int, std::less<>> written_in_;  // how many amounts by unit of money
};

}  // namespace crossfoot
