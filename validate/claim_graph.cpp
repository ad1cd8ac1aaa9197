// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/claim_graph.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "validate/probe.h"

namespace crossfoot {
namespace {

constexpr int kMaxTrials = 60'000;
constexpr size_t kMaxClaimsOfAFigure = 60;
constexpr int kLeastPrecision = 40;  // a value is at least that many times its own uncertainty

// What can be asked again with another value: an order of things, or a word beside a score, cannot.
// What was found because it holds would not have been claimed, did it not.
bool CanBeAsked(const Claim& claim) {
  return claim.kind != RelationKind::kOrder && claim.kind != RelationKind::kBand &&
         !claim.found_by_value;
}

// The figures of a claim that holds are borne out by it: not by a bound, which leaves them open.
bool BearsOut(const Tested& tested) {
  return !tested.claim.idle && tested.claim.kind != RelationKind::kBound && Holds(tested.relation);
}

// It would not hold had one slip been copied with its figure: more than one printing repeated, or
// 988 of 988 told as 100%.
bool IsFirm(const Tested& tested) {
  const std::vector<Operand>& operands = tested.relation.operands;
  const auto told = std::count_if(operands.begin(), operands.end(),
                                  [](const Operand& operand) { return !operand.value.IsZero(); });
  return told > 1 && !TellsOneThing(tested.claim) &&
         !(tested.claim.kind == RelationKind::kRatio && operands[0].value == operands[1].value);
}

// The claim would hold as well without the figure, or whatever its last digits were: 139.10元 is
// nothing beside 万元, 0.3亿元 is anything near. That it holds then says nothing for the edit.
bool Vanishes(const Probe& probe, const Trial& trial) {
  const Substitute& instead = trial.substitute;
  const bool shifted =
      trial.slip == Slip::kUnit || trial.slip == Slip::kPoint || trial.slip == Slip::kDropped;
  const bool rounded =
      instead.unit.dimension == Dimension::kMoney || instead.unit.dimension == Dimension::kRatio;
  if (!shifted || instead.value.IsZero()) {
    return false;
  }
  if (rounded && instead.value.Abs() * Decimal(2) <
                     Decimal::PowerOfTen(-instead.value.scale()) * Decimal(kLeastPrecision)) {
    return true;
  }
  return probe.Holds({instead.fact, Decimal(0), instead.unit});
}

}  // namespace

bool Holds(const Relation& relation) {
  return relation.status == RelationStatus::kHeld || relation.status == RelationStatus::kRounding;
}

std::vector<FactId> FiguresOf(const Claim& claim) {
  std::vector<FactId> out;
  const auto add = [&](const Term& term) {
    for (const FactId id : {term.fact, term.grown_by}) {
      if (id >= 0) {
        out.push_back(id);
      }
    }
  };
  for (const Term& term : claim.operands) {
    add(term);
  }
  add(claim.stated);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

ClaimGraph::ClaimGraph(const std::vector<Tested>& tested, const std::vector<int>& broken,
                       const FactSet& facts)
    : tested_(tested),
      facts_(facts),
      left_(broken.begin(), broken.end()),
      nodes_(facts.facts.size()) {
  for (size_t i = 0; i < tested.size(); ++i) {
    if (!CanBeAsked(tested[i].claim)) {
      continue;
    }
    const bool bears_out = BearsOut(tested[i]);
    const bool firm = bears_out && IsFirm(tested[i]);
    for (const FactId id : FiguresOf(tested[i].claim)) {
      Node& node = nodes_[static_cast<size_t>(id)];
      node.claims.push_back(static_cast<int>(i));
      node.held += bears_out ? 1 : 0;
      node.firm += firm ? 1 : 0;
      node.broken += left_.contains(static_cast<int>(i)) ? 1 : 0;
      node.disputes = node.broken;
    }
  }
}

bool ClaimGraph::Settle(int claim) {
  if (left_.erase(claim) == 0) {
    return false;
  }
  for (const FactId id : FiguresOf(tested_[static_cast<size_t>(claim)].claim)) {
    --nodes_[static_cast<size_t>(id)].broken;
  }
  return true;
}
bool ClaimGraph::WithinBudget() const { return trials_ <= kMaxTrials; }

std::vector<int> ClaimGraph::LeftClaimsOf(FactId id) const {
  std::vector<int> out;
  const std::vector<int>& claims = nodes_[static_cast<size_t>(id)].claims;
  if (claims.size() <= kMaxClaimsOfAFigure) {
    std::copy_if(claims.begin(), claims.end(), std::back_inserter(out),
                 [&](int claim) { return left_.contains(claim); });
  }
  return out;
}

void ClaimGraph::Weigh(int first, FactId suspect, std::vector<Trial> trials,
                       std::vector<Trial>* useful) {
  const Probe probe(tested_[static_cast<size_t>(first)].claim, facts_, suspect);
  const std::vector<int>& claims = nodes_[static_cast<size_t>(suspect)].claims;
  std::map<int, Probe> others;
  for (Trial& trial : trials) {
    if (++trials_ > kMaxTrials) {
      return;
    }
    if (!probe.Holds(trial.substitute) || Vanishes(probe, trial)) {
      continue;
    }
    if (claims.size() > kMaxClaimsOfAFigure) {
      continue;  // what it would break cannot be told
    }
    for (const int index : claims) {
      const Tested& tested = tested_[static_cast<size_t>(index)];
      const bool broken = left_.contains(index);
      if (!broken && !Holds(tested.relation)) {
        continue;
      }
      if (++trials_ > kMaxTrials) {
        return;
      }
      const Probe& there = others.try_emplace(index, tested.claim, facts_, suspect).first->second;
      const bool holds = there.Holds(trial.substitute);
      if (broken && holds) {
        trial.mended.push_back(index);
      } else if (!broken && !holds) {
        ++trial.breaks;
      }
    }
    useful->push_back(std::move(trial));
  }
}

bool ClaimGraph::OthersBorneOut(int claim, FactId suspect) const {
  const std::vector<FactId> figures = FiguresOf(tested_[static_cast<size_t>(claim)].claim);
  return std::all_of(figures.begin(), figures.end(),
                     [&](FactId id) { return id == suspect || IsBorneOut(id); });
}

bool ClaimGraph::IsOddOneOut(int claim, FactId suspect) const {
  const Claim& asked = tested_[static_cast<size_t>(claim)].claim;
  const int least = TellsOneThing(asked) ? 1 : 0;
  const std::vector<FactId> figures = FiguresOf(asked);
  return !IsBorneOut(suspect) && std::all_of(figures.begin(), figures.end(), [&](FactId id) {
    const Node& node = nodes_[static_cast<size_t>(id)];
    return id == suspect || node.held >= node.disputes + least || node.firm >= node.disputes;
  });
}

FactId ClaimGraph::Suspect(const Claim& claim, const FigureIndex& index) const {
  FactId suspect = claim.stated.fact;
  // What stands in two places was hardly a slip in both.
  const auto weight = [&](FactId id) {
    const Node& node = nodes_[static_cast<size_t>(id)];
    return (node.disputes - node.held) * 2 - (index.IsRepeated(id) ? 1 : 0);
  };
  for (const FactId id : FiguresOf(claim)) {
    if (suspect < 0 || weight(id) > weight(suspect)) {
      suspect = id;
    }
  }
  return suspect;
}

}  // namespace crossfoot
