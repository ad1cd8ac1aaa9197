// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/interval_rule.h"

#include <algorithm>

namespace crossfoot::normalize {
namespace {

Decimal Place(int power) {
  return Decimal::PowerOfTen(std::clamp(power, -Decimal::kMaxScale, Decimal::kMaxDigits - 1));
}

bool IsExact(const Reading& reading, const Unit& unit) {
  const bool whole = reading.numeral.last_place >= 0;
  switch (unit.dimension) {
    case Dimension::kScore:
      return true;
    case Dimension::kMoney:
    case Dimension::kForeignMoney:
      return reading.value.IsZero() ||
             (unit.factor == Decimal(1) && reading.numeral.last_place <= -2);
    case Dimension::kRatio:
    case Dimension::kPercentagePoint:
      return false;
    default:
      return whole && !reading.numeral.myriads && unit.factor == Decimal(1);
  }
}

Interval Plain(const Reading& reading, const Unit& unit) {
  if (IsExact(reading, unit)) {
    return Interval(reading.value);
  }
  const Decimal half = Place(reading.numeral.last_place) * Decimal::FromParts(5, 1);
  return Interval::Closed(reading.value - half, reading.value + half);
}

}  // namespace

Interval IntervalOf(const Reading& reading, const Unit& unit) {
  const Decimal& value = reading.value;
  Interval interval = Plain(reading, unit);
  // Interval's ends must be in order: what did not fit cannot be compared.
  if (!value.valid() || !interval.valid()) {
    return interval;
  }
  const Decimal unit_step = Place(reading.numeral.round_place);
  const Decimal half_value = value.Abs() * Decimal::FromParts(5, 1);
  const Decimal step = unit_step < half_value ? unit_step : half_value;
  switch (reading.widening) {
    case Widening::kNone:
      break;
    case Widening::kAbout:
      interval = interval.Hull(Interval::Closed(value - step, value + step));
      break;
    case Widening::kNear:
      interval = interval.Hull(Interval::Closed(value - step, value));
      break;
    case Widening::kMore:
      interval = Interval::Closed(value, value + unit_step);
      break;
    case Widening::kAbove:
      interval = Interval::AtLeast(value);
      break;
    case Widening::kBelow:
      interval = Interval::AtMost(value);
      break;
  }
  return unit.factor == Decimal(1) ? interval : interval * Interval(unit.factor);
}

}  // namespace crossfoot::normalize
