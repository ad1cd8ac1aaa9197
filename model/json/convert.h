// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pieces that the JSON forms share. Private to model/json/.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "model/record.h"

namespace crossfoot::json {

using Json = nlohmann::ordered_json;

// Adds line, or page and bbox, whichever the place has.
void AddPlace(const Place& place, Json* out);
Place ReadPlace(const Json& in);

Json SourceJson(const SourceInfo& source);
Json OutlineJson(const Document& document);
Json TablesJson(const Document& document);
Json NotesJson(const std::vector<Note>& notes);
Json BilingualJson(const BilingualText& text);

Json FactsJson(const Record& record);
Json IndicatorsJson(const Record& record);
Json RelationsJson(const Record& record);
Json FindingsJson(const Record& record);

// One line; text that is not UTF-8 (a path, say) is printed with U+FFFD in its place.
std::string Dump(const Json& json);

}  // namespace crossfoot::json
