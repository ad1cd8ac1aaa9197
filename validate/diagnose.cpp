// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/diagnose.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "validate/evaluate.h"
#include "validate/probe.h"
#include "validate/slip.h"

namespace crossfoot {
namespace {

constexpr int kMaxTrials = 60'000;
constexpr size_t kMaxFiguresOfACause = 60;
constexpr size_t kMaxClaimsOfAFigure = 60;
constexpr size_t kMostAlternatives = 3;
constexpr int kLeastPrecision = 40;  // a value is at least that many times its own uncertainty

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

// The claims by their figures, and which of the broken ones are still without a cause.
class Graph {
 public:
  Graph(const std::vector<Tested>& tested, const std::vector<int>& broken, const FactSet& facts)
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

  [[nodiscard]] bool IsLeft(int claim) const { return left_.contains(claim); }
  // True where it had been left.
  bool Settle(int claim) {
    if (left_.erase(claim) == 0) {
      return false;
    }
    for (const FactId id : FiguresOf(tested_[static_cast<size_t>(claim)].claim)) {
      --nodes_[static_cast<size_t>(id)].broken;
    }
    return true;
  }
  [[nodiscard]] int BrokenClaimsOf(FactId id) const {
    return nodes_[static_cast<size_t>(id)].broken;
  }
  [[nodiscard]] bool WithinBudget() const { return trials_ <= kMaxTrials; }

  // The broken claims of the figure that are left, in order.
  [[nodiscard]] std::vector<int> LeftClaimsOf(FactId id) const {
    std::vector<int> out;
    const std::vector<int>& claims = nodes_[static_cast<size_t>(id)].claims;
    if (claims.size() <= kMaxClaimsOfAFigure) {
      std::copy_if(claims.begin(), claims.end(), std::back_inserter(out),
                   [&](int claim) { return left_.contains(claim); });
    }
    return out;
  }

  // Keeps of `trials` those that mend `first`, with what they mend and break.
  void Weigh(int first, FactId suspect, std::vector<Trial> trials, std::vector<Trial>* useful) {
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

  // Every other figure of the claim takes part in some relation that holds.
  [[nodiscard]] bool OthersBorneOut(int claim, FactId suspect) const {
    const std::vector<FactId> figures = FiguresOf(tested_[static_cast<size_t>(claim)].claim);
    return std::all_of(figures.begin(), figures.end(),
                       [&](FactId id) { return id == suspect || IsBorneOut(id); });
  }
  // Some relation that could have failed holds.
  [[nodiscard]] bool IsBorneOut(FactId id) const {
    return nodes_[static_cast<size_t>(id)].held > 0;
  }
  // The figure that the others speak against: nothing bears it out, and nothing else that is broken
  // puts the others in doubt. Of two printings the other must be borne out firmly, or twice: one
  // relation may repeat the slip (988 of 988 supervised: 100%).
  [[nodiscard]] bool IsOddOneOut(int claim, FactId suspect) const {
    const Claim& asked = tested_[static_cast<size_t>(claim)].claim;
    const int least = TellsOneThing(asked) ? 1 : 0;
    const std::vector<FactId> figures = FiguresOf(asked);
    return !IsBorneOut(suspect) && std::all_of(figures.begin(), figures.end(), [&](FactId id) {
      const Node& node = nodes_[static_cast<size_t>(id)];
      return id == suspect || node.held >= node.disputes + least || node.firm >= node.disputes;
    });
  }
  [[nodiscard]] FactId Suspect(const Claim& claim, const FigureIndex& index) const {
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

 private:
  struct Node {
    std::vector<int> claims;  // in order
    int held = 0;             // … those that could have failed and hold
    int firm = 0;             // … and would have failed had a slip been copied
    int broken = 0;           // … those broken and left
    int disputes = 0;         // … those broken, left or not
  };
  const std::vector<Tested>& tested_;
  const FactSet& facts_;
  std::set<int> left_;
  std::vector<Node> nodes_;
  int trials_ = 0;
};

int Gain(const Trial& trial) {
  return static_cast<int>(trial.mended.size()) * 2 - trial.breaks * 3;
}

// Of an item of a sum, not of a figure.
bool IsOfAnItem(Slip slip) { return slip == Slip::kLeftOut || slip == Slip::kTwice; }

// The same figure comes to stand for the same amount, in whatever unit: in another, as far as the
// digits printed there tell.
bool SameEdit(const Trial& a, const Trial& b) {
  const bool same_item =
      IsOfAnItem(a.slip) || IsOfAnItem(b.slip) ? a.slip == b.slip && a.like == b.like : true;
  const Substitute& x = a.substitute;
  const Substitute& y = b.substitute;
  const Decimal gap = (x.value * x.unit.factor - y.value * y.unit.factor).Abs();
  const Decimal digit =
      std::max(Decimal::PowerOfTen(-x.value.scale()) * x.unit.factor,
               Decimal::PowerOfTen(-y.value.scale()) * y.unit.factor, std::less<>());
  return same_item && x.fact == y.fact &&
         (gap.IsZero() || (x.unit.factor != y.unit.factor && gap <= digit));
}

// The same figure, by a unit of its last digit another value: rounding leaves both open.
bool IsNextTo(const Trial& a, const Trial& b) {
  const Substitute& x = a.substitute;
  const Substitute& y = b.substitute;
  const int scale = std::min(x.value.scale(), y.value.scale());
  return x.fact == y.fact && x.unit.factor == y.unit.factor &&
         (x.value - y.value).Abs() <= Decimal::PowerOfTen(-scale);
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

bool IsOneDigit(Slip slip) {
  return slip == Slip::kDigit || slip == Slip::kDropped || slip == Slip::kReading;
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
  for (Trial& trial : *useful) {
    trial.seconded = trial.slip != Slip::kPrinted && trial.slip != Slip::kAsked &&
                     std::any_of(useful->begin(), useful->end(), [&](const Trial& other) {
                       return other.slip == Slip::kPrinted && SameEdit(other, trial);
                     });
  }
}

// All edits that mend `first`, the best first.
std::vector<Trial> UsefulEdits(const std::vector<Tested>& tested, int first,
                               const FigureIndex& index, const FactSet& facts, Graph* graph) {
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

// Sums of the same rows of a table that are broken in several columns: a row is missing or one too
// many, and no figure is the slip.
class SumsAbreast {
 public:
  SumsAbreast(const std::vector<Tested>& tested, const std::vector<int>& broken,
              const FactSet& facts)
      : tested_(tested), facts_(facts) {
    for (const int index : broken) {
      if (const std::string key = KeyOf(index); !key.empty()) {
        by_rows_[key].push_back(index);
      }
    }
  }

  // The others, in other columns.
  [[nodiscard]] std::vector<int> Of(int index) const {
    constexpr size_t kMostColumns = 40;
    const auto found = by_rows_.find(KeyOf(index));
    std::vector<int> out;
    if (found != by_rows_.end() && found->second.size() <= kMostColumns) {
      std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(out),
                   [&](int other) { return ColumnOf(other) != ColumnOf(index); });
    }
    return out;
  }

 private:
  [[nodiscard]] const Fact& At(FactId id) const { return facts_.facts[static_cast<size_t>(id)]; }
  [[nodiscard]] const Claim& ClaimOf(int index) const {
    return tested_[static_cast<size_t>(index)].claim;
  }
  [[nodiscard]] const std::vector<std::string>& ColumnOf(int index) const {
    return At(ClaimOf(index).operands.front().fact).column_path;
  }
  // The table and the labels of its rows; empty for other claims.
  [[nodiscard]] std::string KeyOf(int index) const {
    constexpr size_t kLeastRows = 2;
    const Claim& claim = ClaimOf(index);
    std::string key;
    for (const Term& term : claim.operands) {
      if (claim.kind != RelationKind::kSum || claim.operands.size() < kLeastRows || term.fact < 0 ||
          !At(term.fact).InTable() || At(term.fact).row_path.empty()) {
        return "";
      }
      key += std::to_string(At(term.fact).anchor.address.block) + "\n";
      for (const std::string& label : At(term.fact).row_path) {
        key += label + "\t";
      }
    }
    return key;
  }

  const std::vector<Tested>& tested_;
  const FactSet& facts_;
  std::map<std::string, std::vector<int>> by_rows_;
};

// The best edit is the answer: no other does as well, and more speaks for it than that it mends.
bool IsClear(const std::vector<Trial>& useful, const Claim& claim, int first, const FactSet& facts,
             const Graph& graph) {
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
  Graph graph(tested, broken, facts);
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
