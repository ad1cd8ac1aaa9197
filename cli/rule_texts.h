// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the pages say of each rule.
//
// Tested by tests/cli/review_test.py.
#pragma once

#include "review/report_data.h"

namespace crossfoot {

RuleTexts TextsOfRules();

}  // namespace crossfoot
