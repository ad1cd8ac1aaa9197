// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/unit_note_doubt.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

namespace crossfoot {
namespace {

// 元 for 万元 first: by far the commonest.
constexpr std::array<int, 6> kPowers{-4, 4, -3, 3, -8, 8};
constexpr int kLeastDigits = 3;
constexpr size_t kLeastInText = 2;    // different amounts that the text bears out
constexpr size_t kLeastInTables = 4;  // … that only other tables do
constexpr size_t kMostAmounts = 20000;

// 0.0350 has two, 120.00 three: the digits that are printed, without zeros before them.
int DigitsOf(const Decimal& value) {
  int digits = 0;
  for (const char c : value.ToString()) {
    digits += c >= '0' && c <= '9' && (digits > 0 || c != '0') ? 1 : 0;
  }
  return digits;
}

struct Amount {
  Decimal size;  // in 元, without its sign
  FactId fact;
  int table;  // index among the tables; -1: in the text
};

bool IsAmount(const Fact& fact) {
  return fact.quantity.unit.dimension == Dimension::kMoney && !fact.quantity.value.IsZero() &&
         fact.quantity.interval.IsBounded() && DigitsOf(fact.quantity.value) >= kLeastDigits;
}

// The amount outside table `own` that `fact` is once multiplied by `factor`; the text's first.
const Amount* Meets(const FactSet& facts, const std::vector<Amount>& amounts, FactId fact, int own,
                    const Decimal& factor) {
  static const Decimal kNear = Decimal::FromParts(1, 2);  // an amount of three digits is this exact
  const Fact& one = facts.facts[static_cast<size_t>(fact)];
  const Interval range = one.quantity.interval.Scaled(factor);
  const Decimal size = one.quantity.BaseValue().Abs() * factor;
  const auto from = std::lower_bound(amounts.begin(), amounts.end(), size - size * kNear,
                                     [](const Amount& a, const Decimal& b) { return a.size < b; });
  const Amount* found = nullptr;
  for (auto it = from; it != amounts.end() && it->size <= size + size * kNear; ++it) {
    const Fact& other = facts.facts[static_cast<size_t>(it->fact)];
    if (it->table != own && other.quantity.interval.Intersects(range) &&
        (found == nullptr || it->table < 0)) {
      found = &*it;
      if (it->table < 0) {
        break;
      }
    }
  }
  return found;
}

}  // namespace

std::vector<UnitNoteDoubt> DoubtUnitNotes(const FactSet& facts, const std::vector<Passage>& prose,
                                          const std::vector<FigureTable>& tables) {
  std::vector<Amount> amounts;
  for (const Passage& passage : prose) {
    for (const Said& said : passage.figures) {
      const Fact& fact = facts.facts[static_cast<size_t>(said.fact)];
      if (passage.address.part == TextAddress::Part::kBlock && IsAmount(fact) &&
          fact.quantity.unit.source == UnitSource::kBeside) {
        amounts.push_back({fact.quantity.BaseValue().Abs(), said.fact, -1});
      }
    }
  }
  std::vector<std::vector<FactId>> inside(tables.size());
  for (size_t t = 0; t < tables.size(); ++t) {
    for (const FigureRow& row : tables[t].rows) {
      for (const RowSegment& segment : row.segments) {
        for (const auto& [column, id] : segment.figures) {
          const Fact& fact = facts.facts[static_cast<size_t>(id)];
          if (tables[t].sure && IsAmount(fact)) {
            amounts.push_back({fact.quantity.BaseValue().Abs(), id, static_cast<int>(t)});
            if (fact.quantity.unit.source == UnitSource::kUnitNote) {
              inside[t].push_back(id);
            }
          }
        }
      }
    }
  }
  std::vector<UnitNoteDoubt> doubts;
  if (amounts.size() > kMostAmounts) {
    return doubts;
  }
  std::stable_sort(amounts.begin(), amounts.end(),
                   [](const Amount& a, const Amount& b) { return a.size < b.size; });
  for (size_t t = 0; t < tables.size(); ++t) {
    std::set<std::string> straight;  // different amounts, as printed
    for (const FactId id : inside[t]) {
      if (Meets(facts, amounts, id, static_cast<int>(t), 1) != nullptr) {
        straight.insert(facts.facts[static_cast<size_t>(id)].quantity.value.ToShortString());
      }
    }
    for (const int power : kPowers) {
      const Decimal factor = Decimal::PowerOfTen(power);
      UnitNoteDoubt doubt{&tables[t], power, {}};
      std::set<std::string> moved;
      std::set<std::string> in_text;
      for (const FactId id : inside[t]) {
        const Amount* met = Meets(facts, amounts, id, static_cast<int>(t), factor);
        if (met == nullptr) {
          continue;
        }
        const std::string digits =
            facts.facts[static_cast<size_t>(id)].quantity.value.ToShortString();
        if (met->table < 0) {
          in_text.insert(digits);
        }
        if (moved.insert(digits).second) {
          doubt.pairs.emplace_back(id, met->fact);
        }
      }
      const bool many = in_text.size() >= kLeastInText || moved.size() >= kLeastInTables;
      if (many && straight.size() * 4 <= moved.size()) {
        doubts.push_back(std::move(doubt));
        break;
      }
    }
  }
  return doubts;
}

}  // namespace crossfoot
