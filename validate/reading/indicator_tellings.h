// SPDX-License-Identifier: GPL-3.0-or-later
//
// Indicators (绩效指标) that the text tells one by one, with the row of the sheet each belongs to:
//
//   ①造林合格率：目标值≥90%，实际完成值95%，完成率105.55%，分值10分，得分10分。
//
// An indicator's name is known from the sheet itself; it must open its clause (after a number, a
// mark or a stop), and what follows up to the sentence's end, or to the next name, is its own.
//
// Tested by tests/validate/indicator_tellings_test.cpp.
#pragma once

#include <vector>

#include "model/fact_set.h"
#include "validate/prose.h"

namespace crossfoot {

struct IndicatorTelling {
  int indicator = -1;  // index in FactSet::indicators
  FactId target = -1;
  FactId actual = -1;
  FactId rate = -1;
  FactId weight = -1;
  FactId score = -1;
};

// Names that two rows of the sheets share are left out.
std::vector<IndicatorTelling> ReadIndicatorTellings(const FactSet& facts,
                                                    const std::vector<Passage>& prose);

}  // namespace crossfoot
