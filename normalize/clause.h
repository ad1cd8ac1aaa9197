// SPDX-License-Identifier: GPL-3.0-or-later
//
// The words that belong to one figure of a sentence (小句): from the last stop, comma or figure up
// to it, and what follows its unit.
//
//   2023年我单位年初安排预算数为|392.92万元|，其中:上级安排|0万元|,本级安排|392.92万元|
//   年中监控完成值：|62家|        a colon right before the figure does not cut
//   职责明确(|1分|)              nor does a bracket that holds the figure alone
//   收入、支出总计|5万元|         、 joins nouns; it cuts only right behind a figure
//   下设|4个|处室                `after` is 处室
//
// Looks back at most kMostWords characters, so a text without stops stays linear.
//
// Tested by tests/normalize/clause_test.cpp.
#pragma once

#include <cstddef>
#include <vector>

#include "normalize/reading.h"

namespace crossfoot::normalize {

struct Clause {
  size_t begin = 0;  // characters: the words before the figure are [begin, end)
  size_t end = 0;
  size_t after_begin = 0;  // the words right behind its unit, up to the next stop or figure
  size_t after_end = 0;
  bool starts_sentence = false;    // a full stop or the text's beginning stands before it
  bool after_among_which = false;  // 其中 opens it
  bool in_brackets = false;        // the figure stands alone in brackets behind its noun
};

inline constexpr size_t kMostWords = 120;

// Of the reading at `index`, which is a quantity.
Clause ClauseOf(const Characters& text, const std::vector<Reading>& readings, size_t index);

bool IsFullStop(char32_t code);    // 。 ； ! ? and line ends
bool IsClauseStop(char32_t code);  // … and commas, colons, brackets

}  // namespace crossfoot::normalize
