// SPDX-License-Identifier: GPL-3.0-or-later
//
// Figures read from pictures that stay in doubt, and what that does to a relation.
//
//   a figure was chosen so that the sums of its table close     what holds with it proves nothing
//   another reading of a figure mends what is broken            it may be our misreading: not told
//                                                               as a slip of the author
//
// Either way the relation is left unevaluated, and the reason says why; its evidence leads to the
// place on the picture.
//
// Tested by tests/validate/doubtful_figures_test.cpp.
#pragma once

#include <map>

#include "model/document.h"
#include "model/fact_set.h"
#include "model/relation.h"
#include "validate/claim.h"

namespace crossfoot {

class DoubtfulFigures {
 public:
  DoubtfulFigures(const Document& document, const FactSet& facts);

  // Leaves `relation`, evaluated from `claim`, as it is or unevaluated.
  void Weaken(const Claim& claim, const FactSet& facts, Relation* relation) const;

 private:
  std::map<FactId, const DoubtfulFigure*> doubts_;
};

}  // namespace crossfoot
