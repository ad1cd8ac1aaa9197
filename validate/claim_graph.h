// SPDX-License-Identifier: GPL-3.0-or-later
//
// The claims of a report by the figures they share: which figures are borne out, which are in
// doubt, and what an edit of one would mend and break.
//
// GUARANTEES  bounded: at most a fixed number of evaluations a report; WithinBudget() tells.
//
// Tested by tests/validate/diagnose_test.cpp.
#pragma once

#include <set>
#include <vector>

#include "model/fact_set.h"
#include "validate/diagnose.h"
#include "validate/figure_index.h"
#include "validate/slip.h"

namespace crossfoot {

// Held, or held within what rounding leaves open.
bool Holds(const Relation& relation);

// Each once, ascending.
std::vector<FactId> FiguresOf(const Claim& claim);

// … and which of the broken ones are still without a cause.
class ClaimGraph {
 public:
  // Keeps references to `tested` and `facts`.
  ClaimGraph(const std::vector<Tested>& tested, const std::vector<int>& broken,
             const FactSet& facts);

  [[nodiscard]] bool IsLeft(int claim) const { return left_.contains(claim); }
  // True where it had been left.
  bool Settle(int claim);
  [[nodiscard]] int BrokenClaimsOf(FactId id) const { return At(id).broken; }
  [[nodiscard]] bool WithinBudget() const;

  // The broken claims of the figure that are left, in order.
  [[nodiscard]] std::vector<int> LeftClaimsOf(FactId id) const;

  // Keeps of `trials` those that mend `first`, with what they mend and break.
  void Weigh(int first, FactId suspect, std::vector<Trial> trials, std::vector<Trial>* useful);

  // Every other figure of the claim takes part in some relation that holds.
  [[nodiscard]] bool OthersBorneOut(int claim, FactId suspect) const;
  // Some relation that could have failed holds.
  [[nodiscard]] bool IsBorneOut(FactId id) const { return At(id).held > 0; }
  // The figure that the others speak against: nothing bears it out, and nothing else that is broken
  // puts the others in doubt. Of two printings the other must be borne out firmly, or twice: one
  // relation may repeat the slip (988 of 988 supervised: 100%).
  [[nodiscard]] bool IsOddOneOut(int claim, FactId suspect) const;
  // The figure to look at first where no edit is clear.
  [[nodiscard]] FactId Suspect(const Claim& claim, const FigureIndex& index) const;

 private:
  struct Node {
    std::vector<int> claims;  // in order
    int held = 0;             // … those that could have failed and hold
    int firm = 0;             // … and would have failed had a slip been copied
    int broken = 0;           // … those broken and left
    int disputes = 0;         // … those broken, left or not
  };
  [[nodiscard]] const Node& At(FactId id) const { return nodes_[static_cast<size_t>(id)]; }

  const std::vector<Tested>& tested_;
  const FactSet& facts_;
  std::set<int> left_;
  std::vector<Node> nodes_;
  int trials_ = 0;
};

}  // namespace crossfoot
