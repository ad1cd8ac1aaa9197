// SPDX-License-Identifier: GPL-3.0-or-later
//
// 分别为: figures dealt out to the nouns before it, in order.
//
//   基本支出、项目支出分别为220.36万元、3.08万元      → 基本支出 220.36万元, 项目支出 3.08万元
//   货物、工程和服务各为1万元、2万元和3万元
//
// Given only when there are as many nouns as figures: otherwise which belongs to which is not
// known.
//
// Tested by tests/normalize/coordination_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "normalize/clause.h"

namespace crossfoot::normalize {

// The subjects of the figures from `index` on, if 分别为, 分别是, 分别达 or 各为 stands right
// before the first of them; else empty. `clause` is that figure's.
std::vector<std::string> ReadCoordination(const Characters& text,
                                          const std::vector<Reading>& readings, size_t index,
                                          const Clause& clause);

}  // namespace crossfoot::normalize
