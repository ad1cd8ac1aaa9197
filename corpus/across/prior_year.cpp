// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "corpus/across/comparison.h"

namespace crossfoot {
namespace {

// A figure and the amount it rose or fell by stand this close in reading order.
constexpr int64_t kNear = 4;
constexpr int64_t kLeastJump = 5'000;
constexpr int64_t kMostJump = 20'000;

// What this report says last year's figure was.
struct Claim {
  const StoredFact* fact = nullptr;
  Decimal value;
  Decimal low;
  Decimal high;
  std::string shown;
};

std::vector<Claim> ClaimsOfLastYear(const ReportWithFacts& report) {
  const auto& facts = report.second;
  std::vector<Claim> claims;
  for (size_t i = 0; i < facts.size(); ++i) {
    const StoredFact& fact = facts[i];
    if (fact.subject.empty()) {
      continue;
    }
    if (fact.direction == 0) {
      if (fact.year == report.first.year - 1) {
        claims.push_back({&fact, fact.base, fact.low, fact.high, fact.shown});
      }
      continue;
    }
    // The amount of a change: the figure it belongs to stands just before it.
    for (size_t back = i; back-- > 0 && fact.n - facts[back].n <= kNear;) {
      const StoredFact& now = facts[back];
      if (now.direction == 0 && now.subject == fact.subject && now.year == report.first.year &&
          fact.place.empty() && now.place.empty()) {
        const bool rose = fact.direction > 0;
        claims.push_back({&now, rose ? now.base - fact.base : now.base + fact.base,
                          rose ? now.low - fact.high : now.low + fact.low,
                          rose ? now.high - fact.low : now.high + fact.high,
                          now.shown + (rose ? " − " : " + ") + fact.shown});
        break;
      }
    }
  }
  return claims;
}

bool AllTheSame(const std::vector<const StoredFact*>& facts) {
  return std::all_of(facts.begin(), facts.end(),
                     [&](const StoredFact* fact) { return fact->base == facts.front()->base; });
}

Comparison Compared(std::string rule, const ReportWithFacts& later, const ReportWithFacts& earlier,
                    const Claim& claim, const StoredFact& other) {
  Comparison out;
  out.rule = std::move(rule);
  out.later = &later.first;
  out.earlier = &earlier.first;
  out.fact = *claim.fact;
  out.other = other;
  out.value = claim.shown;
  out.difference = (claim.value - other.base).ToShortString();
  out.year = earlier.first.year;
  const bool meet = claim.low <= other.high && other.low <= claim.high;
  out.status = claim.value == other.base ? "held" : meet ? "rounding" : "violated";
  return out;
}

void ComparePriorFigures(const ReportWithFacts& later, const ReportWithFacts& earlier,
                         std::vector<Comparison>* out) {
  const FactsByWords before = ByWords(earlier.second, earlier.first.year);
  std::set<std::string> said;
  for (const Claim& claim : ClaimsOfLastYear(later)) {
    const auto found = before.find(WordsOf(*claim.fact));
    // Words that stand for several figures there name none of them.
    if (found == before.end() || !AllTheSame(found->second)) {
      continue;
    }
    const StoredFact& other = *found->second.front();
    if (!said.insert(WordsOf(other) + "\n" + claim.value.ToShortString()).second) {
      continue;
    }
    Comparison comparison = Compared("prior_year", later, earlier, claim, other);
    const std::string year = std::to_string(earlier.first.year);
    comparison.message = {
        "本报告所称" + year + "年数（" + claim.shown + "）与" + year + "年报告所列" + other.shown +
            (comparison.status == "violated" ? "不一致，可能是重述或口径调整" : "一致"),
        "the " + year + " figure that this report gives (" + claim.shown +
            (comparison.status == "violated" ? ") is not the " : ") is the ") + other.shown +
            " of that year's report" +
            (comparison.status == "violated" ? "; it may have been restated" : "")};
    out->push_back(std::move(comparison));
  }
}

const StoredFact* OnlyFigure(const std::vector<StoredFact>& facts, std::string_view metric,
                             int64_t year) {
  const StoredFact* only = nullptr;
  for (const StoredFact& fact : facts) {
    if (fact.metric != metric || fact.direction != 0 || fact.year != year) {
      continue;
    }
    if (only != nullptr && only->base != fact.base) {
      return nullptr;
    }
    only = only == nullptr ? &fact : only;
  }
  return only;
}

void CompareCarryover(const ReportWithFacts& later, const ReportWithFacts& earlier,
                      std::vector<Comparison>* out) {
  const StoredFact* opening = OnlyFigure(later.second, "carryover.opening", later.first.year);
  const StoredFact* closing = OnlyFigure(earlier.second, "carryover.closing", earlier.first.year);
  if (opening == nullptr || closing == nullptr) {
    return;
  }
  Comparison comparison =
      Compared("closing_to_opening", later, earlier,
               {opening, opening->base, opening->low, opening->high, opening->shown}, *closing);
  comparison.message = {"年初结转结余" + opening->shown + "，上年报告年末结转结余" + closing->shown,
                        "carried over at the beginning: " + opening->shown +
                            "; at the end of the year before: " + closing->shown};
  out->push_back(std::move(comparison));
}

bool JumpsByTenThousand(const Decimal& a, const Decimal& b) {
  return b.Sign() > 0 && a >= b * Decimal(kLeastJump) && a <= b * Decimal(kMostJump);
}

void CompareMagnitudes(const ReportWithFacts& later, const ReportWithFacts& earlier,
                       std::vector<Comparison>* out) {
  const FactsByWords now = ByWords(later.second, later.first.year);
  const FactsByWords before = ByWords(earlier.second, earlier.first.year);
  for (const auto& [words, facts] : now) {
    const auto found = before.find(words);
    if (found == before.end() || !AllTheSame(facts) || !AllTheSame(found->second)) {
      continue;
    }
    const StoredFact& fact = *facts.front();
    const StoredFact& other = *found->second.front();
    if (!JumpsByTenThousand(fact.base, other.base) && !JumpsByTenThousand(other.base, fact.base)) {
      continue;
    }
    Comparison comparison = Compared("power_of_ten", later, earlier,
                                     {&fact, fact.base, fact.low, fact.high, fact.shown}, other);
    comparison.status = "noted";
    comparison.year = later.first.year;
    comparison.message = {"与上年相差约一万倍，单位可能有误",
                          "about ten thousand times apart from last year's: a unit may be wrong"};
    out->push_back(std::move(comparison));
  }
}

}  // namespace

void CompareWithPriorYear(const ReportWithFacts& later, const ReportWithFacts& earlier,
                          std::vector<Comparison>* out) {
  ComparePriorFigures(later, earlier, out);
  CompareCarryover(later, earlier, out);
  CompareMagnitudes(later, earlier, out);
}

}  // namespace crossfoot
