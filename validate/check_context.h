// SPDX-License-Identifier: GPL-3.0-or-later
//
// All that a rule sees: the document, its facts, the pack, other reports, and the readings of them
// that several rules share (prose, tables, score sheets), each made once.
//
// Tested by tests/validate/validate_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/fact_set.h"
#include "validate/fact_source.h"
#include "validate/prose.h"
#include "validate/reading/figure_table.h"
#include "validate/reading/score_sheet.h"
#include "validate/reading/standard_tables.h"
#include "validate/reading/three_public.h"
#include "validate/reading/unit_note_doubt.h"
#include "validate/rule_pack.h"

namespace crossfoot {

class CheckContext {
 public:
  // Keeps references; all four must outlive it.
  CheckContext(const Document& document, const FactSet& facts, const RulePack& pack,
               const FactSource& others);

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const FactSet& facts() const { return facts_; }
  [[nodiscard]] const RulePack& pack() const { return pack_; }
  [[nodiscard]] const FactSource& others() const { return others_; }
  [[nodiscard]] const std::vector<Passage>& prose() const { return prose_; }
  [[nodiscard]] const std::vector<ScoreSheet>& score_sheets() const { return score_sheets_; }
  [[nodiscard]] const std::vector<FigureTable>& tables() const { return tables_; }
  [[nodiscard]] const StandardTables& standard_tables() const { return standard_tables_; }
  [[nodiscard]] const ThreePublic& three_public() const { return three_public_; }
  [[nodiscard]] const std::vector<UnitNoteDoubt>& unit_note_doubts() const {
    return unit_note_doubts_;
  }
  // The unit printed over the figure's table is doubted: what its figures owe other places is not
  // asked as well.
  [[nodiscard]] bool UnitIsDoubted(FactId id) const;

  // Precondition: 0 <= id < number of facts.
  [[nodiscard]] const Fact& At(FactId id) const { return facts_.facts.at(static_cast<size_t>(id)); }
  [[nodiscard]] std::string_view TextOf(const TextAddress& address) const {
    return document_.TextAt(address).utf8();
  }
  // The report's year: as normalisation told it, else the year most printed; 0 where neither.
  [[nodiscard]] int year() const { return year_; }
  // The figure as printed, without its unit: "392.92".
  [[nodiscard]] std::string Printed(FactId id) const;

 private:
  const Document& document_;
  const FactSet& facts_;
  const RulePack& pack_;
  const FactSource& others_;
  std::vector<Passage> prose_;
  std::vector<ScoreSheet> score_sheets_;
  std::vector<FigureTable> tables_;
  StandardTables standard_tables_;  // of tables_
  std::vector<UnitNoteDoubt> unit_note_doubts_;
  int year_ = 0;
  ThreePublic three_public_;
};

// Both figures can be added or compared.
bool Comparable(const Fact& a, const Fact& b);
// −1 for a figure that is printed without a sign and called a fall (减少5.2%), else +1.
Decimal DirectionOf(const Fact& fact);
// The figure is the amount or rate of a change.
bool IsChange(const Fact& fact);

}  // namespace crossfoot
