// SPDX-License-Identifier: GPL-3.0-or-later
//
// When two printed subjects name the same thing.
//
// Tested by tests/validate/subject_test.cpp.
#pragma once

#include <string>
#include <string_view>

namespace crossfoot {

// The subject without what does not tell things apart: width, blanks, quotes, a leading 其中,
// 按…分, 2023年(度), 我单位; and the particles 和 与 及 的.
std::string SubjectKey(std::string_view subject);

// One key is the other, or ends with the other (行政在职 and 在职).
bool SameThing(std::string_view key, std::string_view other);

}  // namespace crossfoot
