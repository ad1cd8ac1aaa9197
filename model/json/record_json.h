// SPDX-License-Identifier: GPL-3.0-or-later
//
// A Record as JSON, in the two forms seen from outside: whole (`crossfoot record`) and as the
// outcome of a check
// (`crossfoot check --format json`). docs/json.md describes every key.
//
// Values from the report are strings of decimal digits, never JSON numbers. Same Record, same
// bytes.
//
// Tested by tests/model/json/record_json_test.cpp.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/result.h"
#include "model/record.h"

namespace crossfoot {

// Each is one line without a newline.
std::string RecordJson(const Record& record);
// The same, for a caller that has the record's FactKeys already.
std::string RecordJson(const Record& record, const std::vector<std::string>& keys);
std::string CheckJson(const Record& record, bool with_relations);
// What both print for an input that could not be read.
std::string FailureJson(const Error& error);

// The ids of all findings in the output of an earlier check, one JSON object a line. Errors
// (kBrokenMarkup) name the line.
Result<std::set<std::string>> ReadFindingIds(std::string_view json_lines);

// A stable id of a fact within its document: a hash of the document's bytes, the fact's place and
// words.
std::string FactKey(const Record& record, FactId fact);
// Of all facts, in order. Cost: one hash a fact.
std::vector<std::string> FactKeys(const Record& record);

}  // namespace crossfoot
