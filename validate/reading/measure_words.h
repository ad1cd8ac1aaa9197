// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the words beside a figure say of its part in a relation: planned or done, a whole or a
// share.
//
// The scope that normalisation gave goes before the words; words alone decide where it is unknown.
//
// Tested by tests/validate/measure_words_test.cpp.
#pragma once

#include <string_view>

#include "validate/check_context.h"
#include "validate/prose.h"

namespace crossfoot {

enum class Standing {
  kUnknown,
  kPlanned,  // 预算, 计划, 应…, 任务, 核定: what is measured against
  kDone,     // 支出, 执行, 实际, 完成, 决算, 合格: what is measured
};

Standing StandingOf(const CheckContext& context, const Said& said);

// `text` contains one of the alternatives "a|b|c".
bool ContainsAny(std::string_view text, std::string_view alternatives);

// 比上年, 较2022年, 同比 …: the words compare with another time.
bool SpeaksOfComparison(std::string_view words);

// 完成预算30万元的77%: the figure is what a completion or a share is measured against, in so many
// words.
bool IsNamedBase(const Said& said);

}  // namespace crossfoot
