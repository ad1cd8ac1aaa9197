// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/unit.h"

#include "base/utf8.h"
#include "model/names.h"

namespace crossfoot {
namespace {

constexpr EnumName<Dimension> kDimensions[] = {
    {Dimension::kNone, "none"},
    {Dimension::kMoney, "money"},
    {Dimension::kForeignMoney, "foreign_money"},
    {Dimension::kRatio, "ratio"},
    {Dimension::kPercentagePoint, "percentage_point"},
    {Dimension::kScore, "score"},
    {Dimension::kCount, "count"},
    {Dimension::kArea, "area"},
    {Dimension::kLength, "length"},
    {Dimension::kMass, "mass"},
    {Dimension::kDuration, "duration"},
    {Dimension::kMonth, "month"},
    {Dimension::kYear, "year"},
    {Dimension::kOther, "other"},
};

constexpr EnumName<UnitSource> kSources[] = {
    {UnitSource::kNone, "none"},          {UnitSource::kBeside, "beside"},
    {UnitSource::kLabel, "label"},        {UnitSource::kHeader, "header"},
    {UnitSource::kUnitNote, "unit_note"}, {UnitSource::kCaption, "caption"},
    {UnitSource::kSection, "section"},
};

struct StandardEntry {
  std::string_view symbol;
  Dimension dimension;
  int power_of_ten;  // factor = multiplier × 10^power
  int multiplier = 1;
};

// Factors: 市制 units by GB 3100 practice (1亩 = 10000/15 m² is no finite decimal, so 亩 keeps its
// own unit as kOther).
constexpr StandardEntry kStandard[] = {
    {"元", Dimension::kMoney, 0},
    {"人民币元", Dimension::kMoney, 0},
    {"百元", Dimension::kMoney, 2},
    {"千元", Dimension::kMoney, 3},
    {"万元", Dimension::kMoney, 4},
    {"十万元", Dimension::kMoney, 5},
    {"百万元", Dimension::kMoney, 6},
    {"千万元", Dimension::kMoney, 7},
    {"亿元", Dimension::kMoney, 8},
    {"万亿元", Dimension::kMoney, 12},
    {"角", Dimension::kMoney, -1},
    {"美元", Dimension::kForeignMoney, 0},
    {"万美元", Dimension::kForeignMoney, 4},
    {"亿美元", Dimension::kForeignMoney, 8},
    {"欧元", Dimension::kForeignMoney, 0},
    {"万欧元", Dimension::kForeignMoney, 4},
    {"港元", Dimension::kForeignMoney, 0},
    {"万港元", Dimension::kForeignMoney, 4},
    {"日元", Dimension::kForeignMoney, 0},
    {"%", Dimension::kRatio, -2},
    {"％", Dimension::kRatio, -2},
    {"‰", Dimension::kRatio, -3},
    {"成", Dimension::kRatio, -1},
    {"倍", Dimension::kRatio, 0},
    {"百分点", Dimension::kPercentagePoint, -2},
    {"个百分点", Dimension::kPercentagePoint, -2},
    {"千分点", Dimension::kPercentagePoint, -3},
    {"个点", Dimension::kPercentagePoint, -2},
    {"分", Dimension::kScore, 0},
    {"平方米", Dimension::kArea, 0},
    {"㎡", Dimension::kArea, 0},
    {"万平方米", Dimension::kArea, 4},
    {"平方公里", Dimension::kArea, 6},
    {"平方千米", Dimension::kArea, 6},
    {"公顷", Dimension::kArea, 4},
    {"米", Dimension::kLength, 0},
    {"公里", Dimension::kLength, 3},
    {"千米", Dimension::kLength, 3},
    {"厘米", Dimension::kLength, -2},
    {"千克", Dimension::kMass, 0},
    {"公斤", Dimension::kMass, 0},
    {"克", Dimension::kMass, -3},
    {"吨", Dimension::kMass, 3},
    {"万吨", Dimension::kMass, 7},
    {"天", Dimension::kDuration, 0},
    {"日", Dimension::kDuration, 0},
    {"周", Dimension::kDuration, 0, 7},
    {"个月", Dimension::kMonth, 0},
    {"月", Dimension::kMonth, 0},
    {"年", Dimension::kYear, 0},
};

}  // namespace

std::string BaseUnitName(const Unit& unit) {
  switch (unit.dimension) {
    case Dimension::kMoney:
      return "元";
    case Dimension::kRatio:
    case Dimension::kPercentagePoint:
    case Dimension::kNone:
      return "";
    case Dimension::kArea:
      return "平方米";
    case Dimension::kLength:
      return "米";
    case Dimension::kMass:
      return "千克";
    case Dimension::kDuration:
      return "天";
    default:
      return unit.BaseSymbol();
  }
}

std::optional<Unit> StandardUnit(std::string_view symbol) {
  const std::string folded = FoldLabel(symbol);
  for (const StandardEntry& entry : kStandard) {
    if (entry.symbol == folded || entry.symbol == symbol) {
      return Unit{std::string(symbol), entry.dimension,
                  Decimal::PowerOfTen(entry.power_of_ten) * Decimal(entry.multiplier),
                  UnitSource::kBeside};
    }
  }
  return std::nullopt;
}

std::string_view DimensionName(Dimension dimension) { return NameIn(kDimensions, dimension); }
std::optional<Dimension> DimensionFromName(std::string_view name) {
  return ValueIn(kDimensions, name);
}
std::string_view UnitSourceName(UnitSource source) { return NameIn(kSources, source); }

bool Unit::ComparableWith(const Unit& other) const {
  if (dimension != other.dimension || dimension == Dimension::kNone) {
    return false;
  }
  switch (dimension) {
    case Dimension::kForeignMoney:
    case Dimension::kOther:
      return symbol == other.symbol;
    case Dimension::kCount:
      return BaseSymbol() == other.BaseSymbol();
    default:
      return true;
  }
}

std::string Unit::BaseSymbol() const {
  std::string_view rest = symbol;
  if (dimension == Dimension::kCount && factor != Decimal(1)) {
    for (bool dropped = true; dropped;) {
      dropped = false;
      for (const std::string_view magnitude : {"十", "百", "千", "万", "亿"}) {
        if (rest.starts_with(magnitude)) {
          rest.remove_prefix(magnitude.size());
          dropped = true;
        }
      }
    }
  }
  return std::string(rest);
}

}  // namespace crossfoot
