// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the operators share: where a slip is tried, and how a piece of a manuscript is changed.
//
// An operator is tried at one mark. It gives false, and may leave `slip` half done, where it does
// not apply there.
#pragma once

#include <optional>
#include <string>

#include "bench/forge/slip.h"

namespace crossfoot::forge {

struct SlipPlace {
  const Ledger& ledger;
  const Hand& hand;
  const Manuscript& clean;
  int mark;
  Random* random;

  [[nodiscard]] const Mark& At() const { return clean.marks[static_cast<size_t>(mark)]; }
  // Precondition: the mark tells a measure.
  [[nodiscard]] const Measure& Told() const {
    return ledger.measures()[static_cast<size_t>(At().measure)];
  }
};

using SlipMaker = bool (*)(const SlipPlace& at, Slip* slip);

bool SlipDigits(const SlipPlace& at, Slip* slip);
bool SlipUnitInProse(const SlipPlace& at, Slip* slip);
bool SlipUnitInTableHead(const SlipPlace& at, Slip* slip);
bool SlipSignInTable(const SlipPlace& at, Slip* slip);
bool SlipDirection(const SlipPlace& at, Slip* slip);
bool SlipTotalNotUpdated(const SlipPlace& at, Slip* slip);
bool SlipPartNotUpdated(const SlipPlace& at, Slip* slip);
bool SlipNeighbour(const SlipPlace& at, Slip* slip);
bool SlipOtherFigure(const SlipPlace& at, Slip* slip);
bool SlipYear(const SlipPlace& at, Slip* slip);
bool SlipRateOnWrongBase(const SlipPlace& at, Slip* slip);
bool SlipPointsForPercent(const SlipPlace& at, Slip* slip);
bool SlipRow(const SlipPlace& at, Slip* slip);
bool SlipMarkOutOfHundred(const SlipPlace& at, Slip* slip);
bool SlipGrade(const SlipPlace& at, Slip* slip);
bool SlipAccount(const SlipPlace& at, Slip* slip);
bool SlipListItem(const SlipPlace& at, Slip* slip);
bool SlipTemplate(const SlipPlace& at, Slip* slip);

// The words of a mark; empty when no piece carries it.
std::string WordsOf(const Manuscript& manuscript, int mark);
void SetWords(Manuscript* manuscript, int mark, const std::string& words);

// Where a mark stands: its block, and row and cell in a grid (−1 outside).
struct MarkPlace {
  int block = -1;
  int row = -1;
  int cell = -1;
};
MarkPlace PlaceOf(const Manuscript& manuscript, int mark);

// Prints another size on a figure's mark, marks it changed. Sign words stay. False when `digits` is
// no number or the same one.
bool PutDigits(Manuscript* manuscript, int mark, const std::string& digits);

// Prints `value` (base units) on the mark as its hand would. False when the figure would have to
// change its sign word, or reads the same.
bool PutValue(const SlipPlace& at, Manuscript* manuscript, int mark, const Decimal& value);

// Says in `slip` that the figure `mark` is wrong and what is right.
void TellWrong(const Manuscript& clean, int mark, Slip* slip);

}  // namespace crossfoot::forge
