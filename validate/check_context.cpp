// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/check_context.h"

#include <algorithm>
#include <map>

namespace crossfoot {
namespace {

int MostPrintedYear(const FactSet& facts) {
  std::map<int, int> count;
  int best = 0;
  for (const Mention& mention : facts.mentions) {
    if (mention.kind == MentionKind::kYear && ++count[mention.year] > count[best]) {
      best = mention.year;
    }
  }
  return best;
}

}  // namespace

CheckContext::CheckContext(const Document& document, const FactSet& facts, const RulePack& pack,
                           const FactSource& others)
    : document_(document),
      facts_(facts),
      pack_(pack),
      others_(others),
      prose_(ReadProse(document, facts)),
      score_sheets_(ReadScoreSheets(document, facts)),
      tables_(ReadFigureTables(document, facts)),
      standard_tables_(tables_, pack),
      unit_note_doubts_(DoubtUnitNotes(facts, prose_, tables_)),
      year_(facts.identity.year != 0 ? facts.identity.year : MostPrintedYear(facts)),
      three_public_(ReadThreePublic(document, facts, prose_, tables_, year_)) {}

bool CheckContext::UnitIsDoubted(FactId id) const {
  const TextAddress& address = At(id).anchor.address;
  return address.part == TextAddress::Part::kCell &&
         std::any_of(
             unit_note_doubts_.begin(), unit_note_doubts_.end(),
             [&](const UnitNoteDoubt& doubt) { return doubt.table->block == address.block; });
}

std::string CheckContext::Printed(FactId id) const { return At(id).quantity.value.ToString(); }

bool Comparable(const Fact& a, const Fact& b) {
  return a.quantity.unit.ComparableWith(b.quantity.unit);
}

Decimal DirectionOf(const Fact& fact) {
  return Has(fact.qualifiers, Qualifier::kDecrease) ? -1 : 1;
}

bool IsChange(const Fact& fact) {
  return Has(fact.qualifiers, Qualifier::kIncrease) || Has(fact.qualifiers, Qualifier::kDecrease);
}

}  // namespace crossfoot
