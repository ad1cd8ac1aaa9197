// SPDX-License-Identifier: GPL-3.0-or-later
//
// The second room: a Document becomes Facts. Every numeral in it is read as a quantity with unit,
// precision, subject, scope, period and anchor, or set aside as a mention with the reason.
//
// Never fails: what cannot be understood is a bare number or a mention. Linear in the size of the
// document.
//
// Tested by tests/normalize/normalize_test.cpp.
#pragma once

#include "model/document.h"
#include "model/fact_set.h"
#include "normalize/lexicon.h"

namespace crossfoot {

FactSet Normalize(const Document& document, const Lexicon& lexicon);

}  // namespace crossfoot
