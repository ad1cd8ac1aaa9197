// SPDX-License-Identifier: GPL-3.0-or-later
//
// A table whose unit note (单位：万元) does not fit the rest of the report: its figures are those
// of the text or of other tables, but for one power of ten.
//
// METHOD      each amount of the table is looked for outside it twice: as its note says, and moved
//             by the powers that separate 元, 千元, 万元 and 亿元. A table with several different
//             amounts that are found moved by one power, and next to none that are found as they
//             stand, is doubted. Amounts of fewer than three digits are passed over: they repeat by
//             chance. Words are not asked: that several long amounts meet but for the same power of
//             ten is no accident.
// COST        n log n in the report's amounts.
//
// Tested by tests/validate/unit_note_doubt_test.cpp.
#pragma once

#include <utility>
#include <vector>

#include "model/document.h"
#include "model/fact_set.h"
#include "validate/prose.h"
#include "validate/reading/figure_table.h"

namespace crossfoot {

struct UnitNoteDoubt {
  const FigureTable* table = nullptr;
  int power = 0;  // what the figures must be multiplied by, as a power of ten
  // (inside the table, outside it): the same amount but for the power.
  std::vector<std::pair<FactId, FactId>> pairs;
};

// Keeps pointers into `tables`.
std::vector<UnitNoteDoubt> DoubtUnitNotes(const FactSet& facts, const std::vector<Passage>& prose,
                                          const std::vector<FigureTable>& tables);

}  // namespace crossfoot
