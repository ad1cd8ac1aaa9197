// SPDX-License-Identifier: GPL-3.0-or-later
//
// The points and commas of figures, by what numbers look like: no ink is asked.
//
// Where a point was read for a comma, or a comma for a point, and only one of them makes a number,
// that one is taken: 4.964.63 is 4,964.63. Two of them together are one that the reader was not
// sure of. Digits are never touched, nor what is no number either way (2023.1.5, section 1.2.3).
//
// Tested by tests/extract/ocr/figure_marks_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "extract/ocr/tesseract_engine.h"

namespace crossfoot {

// What a sign of a figure is mistaken for: no digit, percent sign, parenthesis or character.
bool IsMistakable(char32_t code);
// Half-width.
std::u32string CodesOf(const std::vector<ReadSymbol>& symbols);
// A number as it is written: -1,234,567.89%. `codes` may hold anything.
bool IsWellFormed(const std::u32string& codes);
// Two marks beside each other within a number.
bool HasDoubledMarks(const std::u32string& codes);

// Points and commas of one figure so that they make a number, where they can.
void SettleMarks(std::vector<ReadSymbol>* figure);
// The same for each figure among `symbols`; all else is left.
void SettleFigureMarks(std::vector<ReadSymbol>* symbols);

}  // namespace crossfoot
