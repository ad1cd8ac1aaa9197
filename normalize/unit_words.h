// SPDX-License-Identifier: GPL-3.0-or-later
//
// Units named by words around a figure instead of beside it (计量单位的说明).
//
//   部门资金（万元） · 金额(元) · 单位：万元 · 金额单位：人民币万元 · 单位:万元、人 · 增长%
//
// Tested by tests/normalize/unit_words_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "normalize/lexicon.h"

namespace crossfoot::normalize {

// The units that a label, header, caption or unit note names, in order; a bare word that happens to
// be a unit (年度) is none. Their source is still kBeside: the caller knows what it read.
std::vector<Unit> UnitsIn(std::string_view words, const Lexicon& lexicon);

}  // namespace crossfoot::normalize
