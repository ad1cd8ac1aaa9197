// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a page for people shows of a record, as JSON: the record less what only a machine wants
// (intervals, hashes, boxes of cells), with what a person would have to look up joined in: the name
// of each operand, the status of each cell's figure.
//
// Taken from the record as `crossfoot record` prints it, so that a record of a store needs no
// other form. docs/json.md describes every key.
//
// Tested by tests/model/json/page_json_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace crossfoot {

// One line without a newline. Error (kBrokenMarkup): `record_json` is no record.
Result<std::string> PageJson(std::string_view record_json);

// One finding alone, for a page of its own.
struct FindingPage {
  std::string finding;     // JSON, as in the record
  std::string relations;   // JSON: number of each relation it breaks → relation, as PageJson's
  std::vector<int> lines;  // that its evidence points at, in a text source
};

// Errors (kBrokenMarkup): is no record; (kFileNotFound): has no finding of that id.
Result<FindingPage> FindingJsonOf(std::string_view record_json, std::string_view id);

}  // namespace crossfoot
