// SPDX-License-Identifier: GPL-3.0-or-later
//
// The time a figure speaks of (期间), resolved against the report's year.
//
//   2023年 本年 全年          the year            截至2023年12月31日 年末 年底 期末   its end
//   上年 上年度 去年          the year before      年初结转 期初 年初数               its beginning
//   上半年                    its first half       10月27日 第一季度                   a part of it
//
// `年初预算` is a plan for the whole year and no point in time. The year that a comparison names
// (比上年, 较2022年, 与去年相比) is its base's, never the figure's own.
//
// Tested by tests/normalize/period_test.cpp.
#pragma once

#include <vector>

#include "model/fact.h"
#include "normalize/reading.h"

namespace crossfoot::normalize {

// The period that the words [begin, end) say, years among `readings` included; kind kUnknown if
// they say none. `report_year` may be 0.
Period PeriodIn(const Characters& text, size_t begin, size_t end,
                const std::vector<Reading>& readings, int report_year);

// The period of a year or date that stands in the text; kUnknown if it is the base of a comparison
// or has no year.
Period PeriodOfMention(const Characters& text, const Reading& mention);

// The period of a figure that is itself the base of a comparison: 较2022年3620.15万元, 比上年的
// 3620.15万元. kUnknown if the figure readings[index] is none.
Period PeriodOfBase(const Characters& text, const std::vector<Reading>& readings, size_t index,
                    int report_year);

}  // namespace crossfoot::normalize
