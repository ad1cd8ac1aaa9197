// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finds every numeral of a text and tells what it is: quantity, year, date, ordinal, identifier,
// account code, or part of a name.
//
// METHOD      one walk from left to right; at each character that may begin a numeral the readers
//             are asked in this order: date_reader.h, label_number.h, quantity_reader.h. Then
//             neighbouring quantities are joined into ranges (10-15, 10至15万元), which share a
//             unit.
// GUARANTEES  readings are in order and do not overlap; every ASCII or full-width digit of the text
//             is inside one. Linear in the text.
// LIMITS      Chinese numerals that are no quantity, date or ordinal are words and not listed.
//
// Tested by tests/normalize/numeral_scanner_test.cpp.
#pragma once

#include <vector>

#include "normalize/lexicon.h"
#include "normalize/reading.h"

namespace crossfoot::normalize {

std::vector<Reading> ReadNumerals(const Characters& text, const Lexicon& lexicon, bool in_cell);

}  // namespace crossfoot::normalize
