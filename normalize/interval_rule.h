// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a printed figure may stand for (区间).
//
//   26.60 万元   [26.595, 26.605] 万元   half a unit of the last printed digit, trailing zeros
//   count 36250 元     [36249.5, 36250.5]      so too for whole 元: many reports round to 元
//   1,234.56 元  exactly                 fen is the smallest there is
//   0 万元       exactly                 nothing is nothing: nobody writes 0 for 4,000 元
//   85 家, 3 分, 96.9 分, bare 12        exactly: counted, or awarded, or not known to be measured
//   2.6 万家     [2.55, 2.65] 万家       a count rounded to 万 is a measure
//
// Words widen it on the side they say, by one unit of the last digit that is not zero (for 4100:
// 100), since that is the step the author was rounding in:
//   余 多        [v, v + unit]           3000多 is less than 4000
//   约 左右      [v - unit, v + unit]    but by no more than half of v
//   近 将近      [v - unit, v]           so too
//   超过 以上 ≥ 不低于   [v, +inf)
//   不足 以内 ≤ 不超过   (-inf, v]
// Half-open readings are given closed: a check then errs towards silence.
//
// Tested by tests/normalize/interval_rule_test.cpp.
#pragma once

#include "base/interval.h"
#include "model/unit.h"
#include "normalize/reading.h"

namespace crossfoot::normalize {

// In the base of `unit`, which may be another than the reading's own (an inherited one).
Interval IntervalOf(const Reading& reading, const Unit& unit);

}  // namespace crossfoot::normalize
