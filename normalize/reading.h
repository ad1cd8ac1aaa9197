// SPDX-License-Identifier: GPL-3.0-or-later
//
// What one numeral in a text was understood to be, before anything around it was asked: a quantity
// with its own sign, unit and qualifiers, or a mention (year, date, ordinal, identifier …).
//
// Plain data; no test of its own: numeral_scanner_test.cpp reads it.
// Tested by tests/normalize/numeral_scanner_test.cpp.
#pragma once

#include <cstddef>

#include "model/fact_set.h"
#include "normalize/numeral.h"

namespace crossfoot::normalize {

// How the words beside a figure widen it; see interval_rule.h.
enum class Widening {
  kNone,
  kAbout,  // 约, 左右
  kNear,   // 近, 将近
  kMore,   // 余, 多: above, but below the next round figure
  kAbove,  // 超过, 以上, ≥, 不低于
  kBelow,  // 不足, 以内, ≤, 不超过
};

struct Reading {
  size_t begin = 0;  // characters: sign, digits, unit
  size_t end = 0;
  bool is_quantity = false;

  // For a quantity.
  Numeral numeral;
  Decimal value;  // sign applied
  Unit unit;
  Widening widening = Widening::kNone;
  Qualifier qualifiers = Qualifier::kNone;
  size_t context_begin = 0;  // where the qualifier words before it begin; `begin` if there are none

  // For a mention.
  MentionKind mention = MentionKind::kOther;
  int year = 0;
  int month = 0;
  int day = 0;
  int ordinal = 0;
};

}  // namespace crossfoot::normalize
