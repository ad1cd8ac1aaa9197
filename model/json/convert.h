// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pieces that the JSON forms share. Private to model/json/.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "model/json/json_writer.h"
#include "model/record.h"

namespace crossfoot::json {

using Json = nlohmann::ordered_json;

// Adds line, or page and bbox, whichever the place has.
void AddPlace(const Place& place, Json* out);
void PutPlace(const Place& place, Writer* out);
Place ReadPlace(const Json& in);

// Each puts one value.
void PutSource(const SourceInfo& source, Writer* out);
void PutOutline(const Document& document, Writer* out);
void PutTables(const Document& document, Writer* out);
void PutBilingual(const BilingualText& text, Writer* out);
// Inside an array.
void PutNotes(const std::vector<Note>& notes, Writer* out);

// `keys` are FactKeys of the record.
void PutFacts(const Record& record, const std::vector<std::string>& keys, Writer* out);
void PutIndicators(const Record& record, Writer* out);
void PutRelations(const Record& record, const std::vector<std::string>& keys, Writer* out);
void PutFindings(const Record& record, const std::vector<std::string>& keys, Writer* out);

// One line; text that is not UTF-8 (a path, say) is printed with U+FFFD in its place.
std::string Dump(const Json& json);

}  // namespace crossfoot::json
