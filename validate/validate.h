// SPDX-License-Identifier: GPL-3.0-or-later
//
// The third room: facts are related to one another, relations evaluated, findings diagnosed, and
// the whole becomes the report's Record.
//
// Never fails and never asks the clock, the disk or a global; the same arguments give the same
// Record.
//
// Tested by tests/validate/validate_test.cpp.
#pragma once

#include "model/document.h"
#include "model/fact_set.h"
#include "model/record.h"
#include "validate/fact_source.h"
#include "validate/rule_pack.h"

namespace crossfoot {

// Takes both by value: the Record owns what it was made from.
Record Validate(Document document, FactSet facts, const RulePack& pack, const FactSource& others);

}  // namespace crossfoot
