// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/change_direction.h"

#include <algorithm>
#include <array>

#include "validate/evaluate.h"

namespace crossfoot {
namespace {

constexpr size_t kReach = 9;

struct Pair {
  std::string_view word;
  std::string_view opposite;
  int way;
};

constexpr std::array<Pair, 18> kWords = {{
    {"增加", "减少", 1},
    {"减少", "增加", -1},
    {"增长", "下降", 1},
    {"下降", "增长", -1},
    {"上升", "下降", 1},
    {"提高", "降低", 1},
    {"降低", "提高", -1},
    {"增幅", "降幅", 1},
    {"降幅", "增幅", -1},
    {"上涨", "下跌", 1},
    {"下跌", "上涨", -1},
    {"增收", "减收", 1},
    {"减收", "增收", -1},
    {"增支", "减支", 1},
    {"减支", "增支", -1},
    {"升高", "降低", 1},
    {"调增", "调减", 1},
    {"调减", "调增", -1},
}};

bool Holds(const CheckContext& context, const Claim& claim) {
  const RelationStatus status = StatusOf(claim, context.facts());
  return status == RelationStatus::kHeld || status == RelationStatus::kRounding;
}

// current − base = way × amount.
bool Differs(const CheckContext& context, FactId current, FactId base, FactId amount, int way) {
  Claim claim;
  claim.kind = RelationKind::kDifference;
  claim.operands = {Term::Of(current, ""), Term::Of(base, "", -1)};
  claim.stated = Term::Of(amount, "", way);
  return Holds(context, claim);
}

// way × amount / (current − way × amount) = way × rate.
bool Grows(const CheckContext& context, FactId current, FactId amount, FactId rate, int way) {
  Claim claim;
  claim.kind = RelationKind::kGrowth;
  claim.operands = {Term::Of(current, ""), Term::Of(amount, "change", way)};
  claim.stated = Term::Of(rate, "", way);
  return Holds(context, claim);
}

}  // namespace

int WayOfChange(const CheckContext& context, const Passage& passage, size_t amount,
                std::optional<size_t> rate) {
  const Said& change = passage.figures[amount];
  const Fact& by = context.At(change.fact);
  if (by.quantity.value.Sign() <= 0) {
    return 0;
  }
  std::vector<FactId> near;
  const size_t first = rate ? std::min(amount, *rate) : amount;
  for (size_t back = 1; back <= std::min(first, kReach); ++back) {
    const Said& said = passage.figures[first - back];
    if (change.sentence - said.sentence > 1) {
      break;
    }
    const Fact& fact = context.At(said.fact);
    if (Comparable(fact, by) && !IsChange(fact)) {
      near.push_back(said.fact);
    }
  }
  bool rises = false;
  bool falls = false;
  const auto see = [&](int way, bool holds) {
    rises = rises || (holds && way > 0);
    falls = falls || (holds && way < 0);
  };
  // The base follows the current figure: 支出决算A，比上年B减少C.
  if (near.size() >= 2) {
    for (const int way : {1, -1}) {
      for (size_t later = 1; later < near.size(); ++later) {
        see(way, Differs(context, near[later], near[0], change.fact, way));
      }
    }
  }
  if (!rises && !falls && rate) {
    for (const int way : {1, -1}) {
      for (const FactId current : near) {
        see(way, Grows(context, current, change.fact, passage.figures[*rate].fact, way));
      }
    }
  }
  return rises == falls ? 0 : rises ? 1 : -1;
}

DirectionWord LastDirectionWord(std::string_view words) {
  DirectionWord last;
  for (const Pair& pair : kWords) {
    const size_t at = words.rfind(pair.word);
    if (at != std::string_view::npos && at + pair.word.size() > last.end) {
      last = {at, at + pair.word.size(), pair.way};
    }
  }
  return last;
}

std::string_view OppositeOf(std::string_view word) {
  const auto* const it = std::find_if(kWords.begin(), kWords.end(),
                                      [&](const Pair& pair) { return pair.word == word; });
  return it == kWords.end() ? std::string_view() : it->opposite;
}

}  // namespace crossfoot
