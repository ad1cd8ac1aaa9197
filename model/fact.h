// SPDX-License-Identifier: GPL-3.0-or-later
//
// A fact: one quantity that the report states, with where it stands.
//
//   2023年我单位年初安排预算数为392.92万元
//   subject "年初安排预算数" · metric budget.total · scope opening budget · period 2023 · 392.92
//   万元
//
// normalize/ makes facts; validate/ relates them. The value is exact, the interval says what the
// printed figure may stand for, and the anchor leads back to the characters. A Fact cannot be made
// without an anchor.
//
// Tested by tests/model/fact_test.cpp.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/interval.h"
#include "model/document.h"
#include "model/unit.h"

namespace crossfoot {

// Which characters of the Document say it: bytes [begin, end) of one text, and where they stand.
struct Anchor {
  TextAddress address;
  uint32_t begin = 0;
  uint32_t end = 0;
  Place place;
};

// Index in FactSet::facts.
using FactId = int;

// Which of a measure's several values is meant (口径).
enum class Scope {
  kUnknown,
  kOpeningBudget,   // 年初预算
  kAdjustedBudget,  // 调整预算
  kFullYearBudget,  // 全年预算
  kBudget,          // a budget, not said which
  kActual,          // 执行数, 实际支出
  kFinalAccounts,   // 决算数
  kAdjustment,      // 调整数
  kPlan,            // 计划
  kTarget,          // 指标值, 目标值
  kMidYear,         // 年中监控完成值
  kAchieved,        // 实际完成值
  kCompletionRate,  // 完成率, 执行率
  kWeight,          // 分值, 权重, 满分
  kScore,           // 得分
  kOpeningBalance,  // 年初, 期初
  kClosingBalance,  // 年末, 期末
};

std::string_view ScopeName(Scope scope);
std::optional<Scope> ScopeFromName(std::string_view name);

// What the words beside a figure say about it. A figure may carry several.
enum class Qualifier : uint32_t {
  kNone = 0,
  kAbout = 1U << 0,       // 约, 左右, 近
  kMoreThan = 1U << 1,    // 余, 多, 超过
  kAtLeast = 1U << 2,     // ≥, 不低于, 以上
  kAtMost = 1U << 3,      // ≤, 不超过, 以内
  kIncrease = 1U << 4,    // 增加, 增长, 上升: the figure is the amount or rate of a rise
  kDecrease = 1U << 5,    // 减少, 下降: … of a fall, printed without a sign
  kCumulative = 1U << 6,  // 累计, 截至
  kShare = 1U << 7,       // 占…的: a share of another figure
  kRangeLow = 1U << 8,    // the lower end of a printed range 10-15
  kRangeHigh = 1U << 9,
  kChineseNumeral = 1U << 10,
  kNegatedInWords = 1U << 11,  // 负, △, (1,234)
};

constexpr Qualifier operator|(Qualifier a, Qualifier b) {
  return static_cast<Qualifier>(static_cast<uint32_t>(a) | static_cast<uint32_t>(b));
}
constexpr bool Has(Qualifier set, Qualifier one) {
  return (static_cast<uint32_t>(set) & static_cast<uint32_t>(one)) != 0;
}
// "about", "increase" …, for the bits of `set` in order.
std::vector<std::string_view> QualifierNames(Qualifier set);

// The time a fact speaks of. A year of 0 is unknown.
struct Period {
  enum class Kind : uint8_t {
    kUnknown,
    kYear,       // 2023年, 本年, 全年
    kYearStart,  // 年初, 2023年1月1日
    kYearEnd,    // 年末, 截至2023年12月31日
    kHalfYear,   // 上半年
    kDate,       // another day, month or quarter of the year
  };
  int year = 0;
  Kind kind = Kind::kUnknown;
  bool stated = false;  // the year stands in the words of its own clause or header; else inherited
  friend bool operator==(const Period&, const Period&) = default;
  [[nodiscard]] std::string ToString() const;  // "2023", "2023-end", ""
};

struct Quantity {
  Decimal value;  // as printed, sign applied; "26.60" keeps its two decimals
  Unit unit;
  Interval interval;  // what it may stand for, in the unit's base (元, ratio, one …)

  [[nodiscard]] Decimal BaseValue() const { return value * unit.factor; }
};

class Fact {
 public:
  Fact(Anchor where, Quantity what) : anchor(where), quantity(std::move(what)) {}

  Anchor anchor;
  Quantity quantity;
  Qualifier qualifiers = Qualifier::kNone;
  Scope scope = Scope::kUnknown;
  Period period;

  std::string subject;  // the words as printed: what the figure is of
  std::string metric;   // canonical id in the lexicon ("expenditure.basic"); empty: unknown
  std::string entity;   // whose; empty: the report's own
  std::vector<std::string> row_path;     // in a table: its row's labels, outermost first
  std::vector<std::string> column_path;  // … and its column's headers, outermost first

  [[nodiscard]] bool InTable() const { return anchor.address.part == TextAddress::Part::kCell; }
};

}  // namespace crossfoot
