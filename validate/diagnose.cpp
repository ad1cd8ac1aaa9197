// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/diagnose.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "validate/claim_graph.h"
#include "validate/evaluate.h"
#include "validate/figure_index.h"
#include "validate/probe.h"
#include "validate/slip.h"
#include "validate/sums_abreast.h"

namespace crossfoot {
namespace {

constexpr size_t kMaxFiguresOfACause = 60;
constexpr size_t kMostAlternatives = 3;

int Gain(const Trial& trial) {
  return static_cast<int>(trial.mended.size()) * 2 - trial.breaks * 3;
}

// Several rates leave each a range open for a figure: the one value, with as many digits as are
// printed, that is in all of them.
std::optional<Decimal> OnlyValueIn(const std::vector<Interval>& reaches, const Fact& fact) {
  Decimal low = reaches.front().low()->value;
  Decimal high = reaches.front().high()->value;
  for (const Interval& reach : reaches) {
    low = std::max(low, reach.low()->value, std::less<>());
    high = std::min(high, reach.high()->value, std::less<>());
  }
  const int scale = fact.quantity.value.scale();
  const Decimal& factor = fact.quantity.unit.factor;
  const Decimal first = Decimal::Divide(low, factor, scale, Rounding::kUp);
  const Decimal last = Decimal::Divide(high, factor, scale, Rounding::kDown);
  return first.valid() && first == last ? std::optional(first) : std::nullopt;
}

// What the broken claims of a figure ask it to be, each with the slip that would explain it.
std::vector<Trial> Asked(const std::vector<Tested>& tested, const std::vector<int>& claims,
                         const FigureIndex& index, const FactSet& facts, FactId id) {
  std::vector<Trial> out;
  const Fact& fact = facts.facts[static_cast<size_t>(id)];
  std::vector<Interval> reaches;
  for (const int claim : claims) {
    const Tested& entry = tested[static_cast<size_t>(claim)];
    if (entry.claim.stated.fact == id) {
      auto value = Decimal::Parse(entry.relation.computed_text);
      if (value) {
        value = index.AsPrinted(id, *value);
      }
      if (value && *value != fact.quantity.value) {
        out.push_back(index.Explain(entry.claim, id,
                                    entry.claim.stated.coefficient.Sign() < 0 ? -*value : *value));
      }
    }
    const Probe probe(entry.claim, facts, id);
    const bool is_stated = entry.claim.stated.fact == id;
    if (const auto value = is_stated ? std::nullopt : probe.Wanted()) {
      const Decimal printed = Decimal::Divide(*value, fact.quantity.unit.factor,
                                              fact.quantity.value.scale(), Rounding::kHalfAway);
      if (printed.valid() && printed * fact.quantity.unit.factor == *value) {
        out.push_back(index.Explain(entry.claim, id, printed));
      }
    }
    const auto reach =
        entry.claim.kind == RelationKind::kEquality ? std::nullopt : probe.WantedReach();
    if (reach) {
      if (entry.claim.kind == RelationKind::kRatio || entry.claim.kind == RelationKind::kGrowth) {
        reaches.push_back(*reach);
      }
      for (Trial& trial : index.PrintedWithin(entry.claim, id, *reach)) {
        out.push_back(std::move(trial));
      }
    }
  }
  if (const auto value = reaches.size() > 1 ? OnlyValueIn(reaches, fact) : std::nullopt) {
    out.push_back({{id, *value, fact.quantity.unit}, SlipOfDigits(fact.quantity.value, *value)});
  }
  return out;
}

// More digits after the point than the other figures of its unit have: nobody would have written
// it.
bool IsOverlong(const Claim& claim, const Trial& trial, const FigureIndex& index,
                const FactSet& facts) {
  int most = index.CustomaryDigits(trial.substitute.unit);
  for (const FactId id : FiguresOf(claim)) {
    const Quantity& quantity = facts.facts[static_cast<size_t>(id)].quantity;
    if (id != trial.substitute.fact && quantity.unit.factor == trial.substitute.unit.factor) {
      most = std::max(most, quantity.value.scale());
    }
  }
  const Dimension dimension = trial.substitute.unit.dimension;
  const bool rounded = dimension == Dimension::kMoney || dimension == Dimension::kRatio;
  const bool digits = IsOneDigit(trial.slip) || trial.slip == Slip::kTransposed;
  return rounded && digits && most >= 0 && trial.substitute.value.Normalized().scale() > most;
}

// Money or a number of things becomes less than nothing where nothing else of the claim is.
// Nor is a figure written for none at all.
bool IsImpossible(const Claim& claim, const Trial& trial, const FactSet& facts) {
  if (trial.slip == Slip::kAsked && trial.substitute.value.IsZero()) {
    return true;
  }
  const std::vector<FactId> figures = FiguresOf(claim);
  return trial.slip != Slip::kSign && trial.substitute.value.Sign() < 0 &&
         std::none_of(figures.begin(), figures.end(), [&](FactId id) {
           const Fact& fact = facts.facts[static_cast<size_t>(id)];
           return fact.quantity.value.Sign() < 0 || Has(fact.qualifiers, Qualifier::kIncrease) ||
                  Has(fact.qualifiers, Qualifier::kDecrease);
         });
}

// What is found as a slip of the digits and, too, as what another place prints, is more than
// either.
void Second(std::vector<Trial>* useful) {
  constexpr size_t kMost = 64;  // printings compared
  std::vector<Trial> printed;
  for (const Trial& trial : *useful) {
    if (trial.slip == Slip::kPrinted && printed.size() < kMost) {
      printed.push_back(trial);
    }
  }
  for (Trial& trial : *useful) {
    trial.seconded = trial.slip != Slip::kPrinted && trial.slip != Slip::kAsked &&
                     std::any_of(printed.begin(), printed.end(),
                                 [&](const Trial& other) { return SameEdit(other, trial); });
  }
}

// All edits that mend `first`, the best first.
std::vector<Trial> UsefulEdits(const std::vector<Tested>& tested, int first,
                               const FigureIndex& index, const FactSet& facts, ClaimGraph* graph) {
  std::vector<Trial> useful;
  const Claim& claim = tested[static_cast<size_t>(first)].claim;
  const std::vector<FactId> figures = FiguresOf(claim);
  if (figures.size() > kMaxFiguresOfACause) {
    return useful;
  }
  // Of two printings that differ, or a bound that is passed, either may be the wrong one.
  const bool pair = TellsOneThing(claim) || claim.kind == RelationKind::kBound;
  for (const FactId id : figures) {
    // A digit alone is only believed where it mends more, or all else is borne out.
    const bool any_digit =
        graph->BrokenClaimsOf(id) > 1 || (!pair && graph->OthersBorneOut(first, id));
    std::vector<Trial> trials = index.TrialsFor(id, any_digit);
    for (Trial& trial : Asked(tested, graph->LeftClaimsOf(id), index, facts, id)) {
      trials.push_back(std::move(trial));
    }
    graph->Weigh(first, id, std::move(trials), &useful);
    if (!graph->WithinBudget()) {
      return {};
    }
  }
  for (Trial& trial : index.MissingOrTwice(claim)) {
    trial.mended.push_back(first);
    useful.push_back(std::move(trial));
  }
  std::erase_if(useful, [&](const Trial& trial) {
    // Any operand could mend a sum: asked for by it alone, only the odd one out is believed.
    const FactId id = trial.substitute.fact;
    const bool any = (trial.slip == Slip::kAsked || IsOneDigit(trial.slip)) && !pair &&
                     id != claim.stated.fact && trial.mended.size() == 1 &&
                     !graph->IsOddOneOut(first, id);
    return Gain(trial) <= 0 || any || IsImpossible(claim, trial, facts) ||
           IsOverlong(claim, trial, index, facts);
  });
  for (Trial& trial : useful) {
    trial.exact = StatusOf(claim, facts, &trial.substitute) == RelationStatus::kHeld;
  }
  Second(&useful);
  std::stable_sort(useful.begin(), useful.end(), [](const Trial& a, const Trial& b) {
    return std::tuple(Gain(a), Readiness(a), a.slip != Slip::kAsked) >
           std::tuple(Gain(b), Readiness(b), b.slip != Slip::kAsked);
  });
  return useful;
}

// No other figure of the sum could be wrong alone: each would have to be less than nothing.
bool IsOnlyOneLeft(const Claim& claim, FactId id, const FactSet& facts) {
  const std::vector<FactId> figures = FiguresOf(claim);
  const auto printed = [&](FactId figure) -> const Quantity& {
    return facts.facts[static_cast<size_t>(figure)].quantity;
  };
  return claim.kind == RelationKind::kSum && figures.size() > 2 &&
         std::all_of(figures.begin(), figures.end(), [&](FactId other) {
           const auto wanted = Probe(claim, facts, other).Wanted();
           return printed(other).value.Sign() >= 0 &&
                  printed(other).unit.dimension != Dimension::kRatio &&
                  (other == id || (wanted && wanted->Sign() < 0));
         });
}

// The best edit is the answer: no other does as well, and more speaks for it than that it mends.
bool IsClear(const std::vector<Trial>& useful, const Claim& claim, int first, const FactSet& facts,
             const ClaimGraph& graph) {
  const Trial& best = useful.front();
  // Another edit that does as well makes the choice a guess; the same edit found twice does not.
  const bool alone = std::none_of(useful.begin() + 1, useful.end(), [&](const Trial& other) {
    return !SameEdit(other, best) && !IsNextTo(other, best) && Gain(other) == Gain(best) &&
           Readiness(other) >= Readiness(best);
  });
  // What mends several is believed; else only what the figures themselves show. A value merely
  // asked for, or one digit, which can always be blamed, needs the others borne out elsewhere.
  const FactId id = best.substitute.fact;
  // A bound leaves all open that is on its side.
  const bool weak = claim.kind == RelationKind::kBound ||
                    (best.slip == Slip::kAsked && !graph.IsOddOneOut(first, id)) ||
                    (IsOneDigit(best.slip) && !graph.OthersBorneOut(first, id));
  return alone && (!weak || best.mended.size() > 1 || IsOnlyOneLeft(claim, id, facts));
}

}  // namespace

std::vector<RootCause> Diagnose(const std::vector<Tested>& tested, const std::vector<int>& broken,
                                const FactSet& facts, const Document* document) {
  if (broken.empty()) {
    return {};
  }
  std::vector<RootCause> causes;
  ClaimGraph graph(tested, broken, facts);
  const FigureIndex index(facts, document);
  const SumsAbreast sums(tested, broken, facts);
  for (const int first : broken) {
    if (!graph.IsLeft(first)) {
      continue;
    }
    RootCause cause;
    std::vector<Trial> useful = graph.WithinBudget()
                                    ? UsefulEdits(tested, first, index, facts, &graph)
                                    : std::vector<Trial>();
    const std::vector<int> abreast = sums.Of(first);
    if (!abreast.empty()) {
      std::erase_if(useful, [](const Trial& trial) { return !IsOfAnItem(trial.slip); });
    }
    cause.broken.push_back(first);
    const Claim& claim = tested[static_cast<size_t>(first)].claim;
    cause.suspect = graph.Suspect(claim, index);
    graph.Settle(first);
    if (!useful.empty() && IsClear(useful, claim, first, facts, graph)) {
      cause.diagnosis.push_back(index.EditOf(useful.front(), true));
      cause.suspect = cause.diagnosis.front().fact;
      for (const int mended : useful.front().mended) {
        if (graph.Settle(mended)) {
          cause.broken.push_back(mended);
        }
      }
    } else {
      for (size_t i = 0; i < useful.size() && cause.alternatives.size() < kMostAlternatives; ++i) {
        const bool known = std::any_of(useful.begin(), useful.begin() + static_cast<long>(i),
                                       [&](const Trial& t) { return SameEdit(t, useful[i]); });
        if (!known && Gain(useful[i]) == Gain(useful.front())) {
          cause.alternatives.push_back(index.EditOf(useful[i], false));
        }
      }
    }
    for (const int other : abreast) {
      if (graph.Settle(other)) {
        cause.broken.push_back(other);
      }
    }
    causes.push_back(std::move(cause));
  }
  // The same broken arithmetic printed again (a sentence repeated in another section) is one cause.
  std::map<std::string, size_t> told;
  std::vector<RootCause> distinct;
  for (RootCause& cause : causes) {
    const Tested& main = tested[static_cast<size_t>(cause.broken.front())];
    const std::string key =
        main.relation.rule + "\n" +
        (main.claim.cause.empty() ? main.relation.expression : main.claim.cause);
    const auto [it, added] = told.try_emplace(key, distinct.size());
    if (added) {
      distinct.push_back(std::move(cause));
    } else {
      std::vector<int>& broken_there = distinct[it->second].broken;
      broken_there.insert(broken_there.end(), cause.broken.begin(), cause.broken.end());
    }
  }
  return distinct;
}

}  // namespace crossfoot
