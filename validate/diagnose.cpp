// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/diagnose.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "validate/evaluate.h"

namespace crossfoot {
namespace {

constexpr int kMaxTrials = 60'000;
constexpr size_t kMaxFiguresOfACause = 60;
constexpr size_t kMaxClaimsOfAFigure = 60;

enum class Slip { kUnit, kSign, kTransposed, kPoint, kDigit, kDropped, kAsked };

// How readily people make it, for ranking edits that mend equally much.
int Readiness(Slip slip) {
  switch (slip) {
    case Slip::kUnit:
      return 5;
    case Slip::kSign:
    case Slip::kTransposed:
      return 4;
    case Slip::kPoint:
      return 3;
    case Slip::kDigit:
      return 2;
    case Slip::kDropped:
      return 1;
    case Slip::kAsked:
      return 0;
  }
  return 0;
}

struct Trial {
  Substitute substitute;
  Slip slip;
  std::vector<int> mended;
  int breaks = 0;
};

void AddDigitSlips(const Fact& fact, FactId id, std::vector<Trial>* out) {
  const std::string printed = fact.quantity.value.ToString();
  const Unit& unit = fact.quantity.unit;
  const auto add = [&](const std::string& text, Slip slip) {
    const auto value = Decimal::Parse(text);
    if (value && *value != fact.quantity.value) {
      out->push_back({{id, *value, unit}, slip, {}, 0});
    }
  };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  for (size_t i = 0; i < printed.size(); ++i) {
    if (!is_digit(printed[i])) {
      continue;
    }
    for (char d = '0'; d <= '9'; ++d) {
      std::string other = printed;
      other[i] = d;
      add(other, Slip::kDigit);
    }
    if (i + 1 < printed.size() && is_digit(printed[i + 1])) {
      std::string swapped = printed;
      std::swap(swapped[i], swapped[i + 1]);
      add(swapped, Slip::kTransposed);
    }
    std::string dropped = printed;
    dropped.erase(i, 1);
    add(dropped, Slip::kDropped);
    std::string doubled = printed;
    doubled.insert(i, 1, printed[i]);
    add(doubled, Slip::kDropped);
  }
  // A rate is not rounded off by a slip; a fraction printed as percent (0.06% for 6%) is one.
  const bool rate = unit.dimension == Dimension::kRatio;
  for (const int power : rate ? std::vector<int>{2} : std::vector<int>{-2, -1, 1, 2}) {
    out->push_back({{id, (fact.quantity.value * Decimal::PowerOfTen(power)).Normalized(), unit},
                    Slip::kPoint,
                    {},
                    0});
  }
}

std::vector<Trial> TrialsFor(const FactSet& facts, FactId id) {
  std::vector<Trial> out;
  const Fact& fact = facts.facts[static_cast<size_t>(id)];
  const Quantity& quantity = fact.quantity;
  if (quantity.unit.dimension == Dimension::kMoney) {
    for (const std::string_view symbol : {"元", "万元", "亿元"}) {
      const auto unit = StandardUnit(symbol);
      if (unit && unit->factor != quantity.unit.factor) {
        out.push_back({{id, quantity.value, *unit}, Slip::kUnit, {}, 0});
      }
    }
  }
  if (quantity.value.Sign() != 0) {
    out.push_back({{id, -quantity.value, quantity.unit}, Slip::kSign, {}, 0});
  }
  AddDigitSlips(fact, id, &out);
  return out;
}

// The value that the claim asks of its stated figure.
void AddAsked(const Tested& tested, const FactSet& facts, FactId id, std::vector<Trial>* out) {
  if (tested.claim.stated.fact != id || tested.relation.computed_text.empty()) {
    return;
  }
  const auto value = Decimal::Parse(tested.relation.computed_text);
  if (value) {
    const Fact& fact = facts.facts[static_cast<size_t>(id)];
    const Decimal printed = tested.claim.stated.coefficient.Sign() < 0 ? -*value : *value;
    out->push_back({{id, printed, fact.quantity.unit}, Slip::kAsked, {}, 0});
  }
}

void AddFacts(const Claim& claim, std::vector<FactId>* out) {
  const auto add = [&](const Term& term) {
    for (const FactId id : {term.fact, term.grown_by}) {
      if (id >= 0) {
        out->push_back(id);
      }
    }
  };
  for (const Term& term : claim.operands) {
    add(term);
  }
  add(claim.stated);
}

std::string SpellOut(const Fact& fact, const Substitute& substitute) {
  return substitute.value.ToString() +
         (substitute.unit.symbol.empty() ? fact.quantity.unit.symbol : substitute.unit.symbol);
}

Edit EditOf(const FactSet& facts, const Trial& trial, bool only_one) {
  const Fact& fact = facts.facts[static_cast<size_t>(trial.substitute.fact)];
  Edit edit;
  edit.fact = trial.substitute.fact;
  edit.mends = static_cast<int>(trial.mended.size());
  edit.breaks = trial.breaks;
  edit.only_one = only_one;
  const std::string from = fact.quantity.value.ToString() + fact.quantity.unit.symbol;
  const std::string to = SpellOut(fact, trial.substitute);
  edit.edit = from + " → " + to;
  static constexpr std::pair<Slip, std::pair<const char*, const char*>> kWords[] = {
      {Slip::kUnit, {"单位写错", "the unit is wrong"}},
      {Slip::kSign, {"正负号写反", "the sign is wrong"}},
      {Slip::kTransposed, {"相邻两位数字写颠倒", "two digits are transposed"}},
      {Slip::kPoint, {"小数点错位", "the decimal point has moved"}},
      {Slip::kDigit, {"一位数字写错", "one digit is wrong"}},
      {Slip::kDropped, {"漏写或多写一位数字", "a digit was dropped or doubled"}},
      {Slip::kAsked, {"与其他数字不符", "the other figures ask for it"}}};
  for (const auto& [slip, words] : kWords) {
    if (slip == trial.slip) {
      edit.text = {"可能" + std::string(words.first) + "：" + from + " 应为 " + to + "（改后可使 " +
                       std::to_string(edit.mends) + " 项关系成立）",
                   "probably " + std::string(words.second) + ": " + from + " should read " + to +
                       " (mends " + std::to_string(edit.mends) + ")"};
    }
  }
  return edit;
}

class Graph {
 public:
  Graph(const std::vector<Tested>& tested, const FactSet& facts) : tested_(tested), facts_(facts) {
    std::vector<FactId> ids;
    for (size_t i = 0; i < tested.size(); ++i) {
      ids.clear();
      AddFacts(tested[i].claim, &ids);
      for (const FactId id : ids) {
        std::vector<int>& list = claims_of_[id];
        if (list.empty() || list.back() != static_cast<int>(i)) {
          list.push_back(static_cast<int>(i));
        }
      }
    }
  }

  // Fills in what `trial` mends of `broken` and breaks of the held; false when out of budget.
  bool Weigh(const std::set<int>& broken, Trial* trial) {
    const auto it = claims_of_.find(trial->substitute.fact);
    if (it == claims_of_.end() || it->second.size() > kMaxClaimsOfAFigure) {
      return true;
    }
    // What it mends first: most trials mend nothing, and nothing more need be asked of them.
    for (const bool want_broken : {true, false}) {
      for (const int index : it->second) {
        const Tested& tested = tested_[static_cast<size_t>(index)];
        const bool held = tested.relation.status == RelationStatus::kHeld ||
                          tested.relation.status == RelationStatus::kRounding;
        if (want_broken ? !broken.contains(index) : !held) {
          continue;
        }
        if (++trials_ > kMaxTrials) {
          return false;
        }
        const RelationStatus now = StatusOf(tested.claim, facts_, &trial->substitute);
        const bool holds = now == RelationStatus::kHeld || now == RelationStatus::kRounding;
        if (want_broken && holds) {
          trial->mended.push_back(index);
        } else if (!want_broken && !holds) {
          ++trial->breaks;
        }
      }
      if (trial->mended.empty()) {
        return true;
      }
    }
    return true;
  }

  // Every other figure of the claim takes part in some relation that holds.
  [[nodiscard]] bool OthersBorneOut(int claim, FactId suspect) const {
    std::vector<FactId> figures;
    AddFacts(tested_[static_cast<size_t>(claim)].claim, &figures);
    return std::all_of(figures.begin(), figures.end(), [&](FactId id) {
      const auto it = claims_of_.find(id);
      return id == suspect ||
             (it != claims_of_.end() &&
              std::any_of(it->second.begin(), it->second.end(), [&](int index) {
                const Tested& tested = tested_[static_cast<size_t>(index)];
                return !tested.claim.idle && (tested.relation.status == RelationStatus::kHeld ||
                                              tested.relation.status == RelationStatus::kRounding);
              }));
    });
  }

 private:
  const std::vector<Tested>& tested_;
  const FactSet& facts_;
  std::map<FactId, std::vector<int>> claims_of_;
  int trials_ = 0;
};

int Gain(const Trial& trial) {
  return static_cast<int>(trial.mended.size()) * 2 - trial.breaks * 3;
}

}  // namespace

std::vector<RootCause> Diagnose(const std::vector<Tested>& tested, const std::vector<int>& broken,
                                const FactSet& facts) {
  std::vector<RootCause> causes;
  Graph graph(tested, facts);
  std::set<int> left(broken.begin(), broken.end());
  bool within_budget = true;
  for (const int first : broken) {
    if (!left.contains(first)) {
      continue;
    }
    RootCause cause;
    std::vector<FactId> figures;
    AddFacts(tested[static_cast<size_t>(first)].claim, &figures);
    std::sort(figures.begin(), figures.end());
    figures.erase(std::unique(figures.begin(), figures.end()), figures.end());
    std::vector<Trial> useful;
    if (within_budget && figures.size() <= kMaxFiguresOfACause) {
      for (const FactId id : figures) {
        std::vector<Trial> trials = TrialsFor(facts, id);
        for (const int index : left) {
          AddAsked(tested[static_cast<size_t>(index)], facts, id, &trials);
        }
        for (Trial& trial : trials) {
          if (!graph.Weigh(left, &trial)) {
            within_budget = false;
            break;
          }
          if (std::find(trial.mended.begin(), trial.mended.end(), first) != trial.mended.end()) {
            useful.push_back(std::move(trial));
          }
        }
      }
    }
    std::stable_sort(useful.begin(), useful.end(), [](const Trial& a, const Trial& b) {
      return std::pair(Gain(a), Readiness(a.slip)) > std::pair(Gain(b), Readiness(b.slip));
    });
    cause.broken.push_back(first);
    left.erase(first);
    if (!useful.empty() && Gain(useful.front()) > 0) {
      const Trial& best = useful.front();
      // Another edit that does as well makes the choice a guess; the same edit found twice does
      // not.
      const bool alone = std::none_of(useful.begin() + 1, useful.end(), [&](const Trial& other) {
        const bool same = other.substitute.fact == best.substitute.fact &&
                          other.substitute.value == best.substitute.value &&
                          other.substitute.unit.factor == best.substitute.unit.factor;
        return !same && Gain(other) == Gain(best) && Readiness(other.slip) >= Readiness(best.slip);
      });
      // One digit can always be blamed: only where the other figures are borne out elsewhere.
      const bool weak = best.slip == Slip::kAsked ||
                        ((best.slip == Slip::kDigit || best.slip == Slip::kDropped) &&
                         !graph.OthersBorneOut(first, best.substitute.fact));
      const bool telling = !weak || best.mended.size() > 1;
      if (alone && telling) {
        cause.diagnosis.push_back(EditOf(facts, best, true));
        for (const int index : best.mended) {
          if (left.erase(index) > 0) {
            cause.broken.push_back(index);
          }
        }
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
