// SPDX-License-Identifier: GPL-3.0-or-later
//
// Years and dates (年份、日期) told from quantities.
//
//   2023年 · 2023 年度 · 二〇二三年 · 2021-2023年 · 2023年12月31日 · 2023. 1. 5 · 2023-01-05 ·
//   2023/1/5 · 10月27日 · 3月份 · 1-12月 · 15:30
//
// `3个月` and `5年` are durations, `2077.09` is a number: none of them is read here.
//
// Tested by tests/normalize/date_reader_test.cpp.
#pragma once

#include <optional>

#include "normalize/reading.h"

namespace crossfoot::normalize {

// The year or date whose first digit is character `i`.
std::optional<Reading> ReadDate(const Characters& text, size_t i);

}  // namespace crossfoot::normalize
