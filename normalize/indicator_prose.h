// SPDX-License-Identifier: GPL-3.0-or-later
//
// Indicator rows told in prose (文字叙述的绩效指标):
//
//   （一）指标一：履职效能
//   1.数量指标：
//   指标①：监督场所数，指标值：>=50家，年中监控完成值：62家；自评完成值：85家，指标完成率170%
//
// METHOD  a text that says 指标值 and 完成值 is an indicator; its name stands between the words
// 指标①
//         and the first comma or 指标值. The two headings above it give its levels.
//
// Tested by tests/normalize/indicator_prose_test.cpp.
#pragma once

#include <vector>

#include "normalize/scanned_text.h"

namespace crossfoot::normalize {

// Appends the indicators of the blocks' texts. `facts` already holds all facts.
void ReadIndicatorProse(const Document& document, const std::vector<ScannedText>& texts,
                        FactSet* facts);

}  // namespace crossfoot::normalize
