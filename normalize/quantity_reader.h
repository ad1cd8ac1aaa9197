// SPDX-License-Identifier: GPL-3.0-or-later
//
// A number with its sign, unit and the words that say how it is meant (数量).
//
//   392.92 万元 · 36250元 · ￥1,234.56 · 2.6 万余家 · 3000多万人 · 30 余次 · 10余万元 · 1.2亿
//   15.2 % · 3.5‰ · 百分之十五 · 1.2个百分点 · 两成 · 翻一番 · 三分之二 · 1/3
//   -24% · －3 · △5 · 负3.2% · (1,234) as a whole cell
//   约 38 万元 · 近1000间 · 超过200万次 · ≥90% · >=50家 · 不低于 · 50家以上 · 3天以内 · 100%>结果
//
// A Chinese numeral is a quantity only where a unit follows: 三公, 统一, 一般 are words. The
// printed symbol keeps its 万: `2.6 万余家` is 2.6 of 万家.
//
// Tested by tests/normalize/quantity_reader_test.cpp.
#pragma once

#include <optional>

#include "normalize/lexicon.h"
#include "normalize/reading.h"

namespace crossfoot::normalize {

// The quantity whose first digit (or 百, 千, 翻 of 百分之, 千分之, 翻番) is character `i`. What
// stands before `floor` belongs to another reading and is not looked at.
std::optional<Reading> ReadQuantity(const Characters& text, size_t i, const Lexicon& lexicon,
                                    size_t floor, bool in_cell);

}  // namespace crossfoot::normalize
