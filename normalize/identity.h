// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whose report it is, and which (报告的身份): title, body, region, kind, year, self-score, grade.
//
// METHOD  title: the first short text near the top that names a kind of report. Body: behind a
// label
//         (部门名称（公章）：, 单位:, 填报单位, 预算主管部门), in the cell beside such a label, in
//         the title or the line above it, else the body's name that the text says most often. Score
//         and grade: behind their words (自评总分, 综合得分, 评价结果为), never guessed. Who filled
//         the form and telephone numbers are personal data and not looked for.
// LIMITS  a field that nothing tells is empty.
//
// Tested by tests/normalize/identity_test.cpp.
#pragma once

#include <vector>

#include "normalize/scanned_text.h"

namespace crossfoot::normalize {

// The index in `texts` of the report's title, or -1.
int FindTitle(const Document& document, const std::vector<ScannedText>& texts);

// All but year, score and grade.
Identity FindIdentity(const Document& document, const std::vector<ScannedText>& texts, int title);

// Fills self_score and grade from the facts and texts.
void FindScore(const Document& document, const std::vector<ScannedText>& texts, FactSet* facts);

}  // namespace crossfoot::normalize
