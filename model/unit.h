// SPDX-License-Identifier: GPL-3.0-or-later
//
// Units of measure (计量单位) and their exact factors to a base unit.
//
// Base units: yuan (元) for money, a plain ratio for shares and rates (15.2% is 0.152), the
// percentage point as a ratio too but of its own dimension (1.2个百分点 is 0.012), one for things
// counted, square metre, metre, kilogram, day. Foreign money keeps its own dimension and symbol and
// is never added to yuan.
//
// Tested by tests/model/unit_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace crossfoot {

enum class Dimension {
  kNone,             // a bare number: nothing said what it counts
  kMoney,            // 元
  kForeignMoney,     // 美元, 港元 …; comparable only with the same symbol
  kRatio,            // %, ‰, 百分之, 成, 倍
  kPercentagePoint,  // 百分点
  kScore,            // 分
  kCount,     // 人, 家, 件 …: the classifier is the symbol; comparable only with the same one
  kArea,      // 平方米
  kLength,    // 米
  kMass,      // 千克
  kDuration,  // 天 (day); months and years keep dimension kMonth and kYear
  kMonth,
  kYear,
  kOther,  // a compound or unknown unit (万元/人), kept as printed
};

std::string_view DimensionName(Dimension dimension);
std::optional<Dimension> DimensionFromName(std::string_view name);

// Where the unit of a figure was found.
enum class UnitSource { kNone, kBeside, kLabel, kHeader, kUnitNote, kCaption, kSection };

std::string_view UnitSourceName(UnitSource source);

struct Unit {
  std::string symbol;  // as printed: "万元", "家", "%"; empty for a bare number
  Dimension dimension = Dimension::kNone;
  Decimal factor = 1;  // base value = printed value × factor
  UnitSource source = UnitSource::kNone;

  // Values in the two can be added or compared after conversion. A bare number is comparable with
  // nothing.
  [[nodiscard]] bool ComparableWith(const Unit& other) const;

  // The symbol of what is counted once the factor is applied: 万家 counts in 家.
  [[nodiscard]] std::string BaseSymbol() const;
};

// What a value in base units is printed with: "元", "平方米"; empty for a plain ratio or a bare
// number.
std::string BaseUnitName(const Unit& unit);

// The unit a symbol stands for everywhere: 元 千元 万元 百万元 亿元, % ‰ 百分点 成 倍, 分, area,
// length, mass, time, foreign money. Width and blanks are folded. nullopt for classifiers (家, 人次
// …), which are many and belong to the lexicon.
std::optional<Unit> StandardUnit(std::string_view symbol);

}  // namespace crossfoot
