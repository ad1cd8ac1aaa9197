// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every numeral of a report and what it was taken for (数字清单): the list that a person reads
// through to see what was misread, since a numeral that became nothing shows nowhere else.
//
// LISTED  Facts; mentions by their kind; figures in furniture, which is not read; digits that
//         nothing took ("unread": none, if normalize/ keeps its contract); and Chinese numerals
//         left in words (一般, 统一).
//
// Tested by tests/model/numeral_listing_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "model/fact_set.h"

namespace crossfoot {

struct ListedNumeral {
  Place place;
  std::string_view kind;  // "fact", a MentionKindName, "furniture", "unread" or "word"
  std::string printed;
  std::string reading;  // "392.92 万元 | opening_budget | 2023 | budget.total", "ordinal 3"
  std::string before;   // a few characters on either side, tabs and line ends as blanks
  std::string after;
};

// In reading order, furniture last. O(text).
std::vector<ListedNumeral> ListNumerals(const Document& document, const FactSet& facts);

// One line each, tabs between: `source` with line and column or page, kind, as printed, reading,
// context with the numeral in 【】.
std::string PrintNumerals(std::string_view source, const Document& document, const FactSet& facts);

}  // namespace crossfoot
