// SPDX-License-Identifier: GPL-3.0-or-later
//
// Flat JSON objects of our own making (events, datapackage.json), written as text. Records have a
// JSON of their own in model/json/.
//
// Tested by tests/corpus/json_text_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot {

// With its quotation marks; what is not UTF-8 becomes U+FFFD.
std::string JsonString(std::string_view text);

// Members in the order they are added.
class JsonObject {
 public:
  JsonObject& Text(std::string_view key, std::string_view value);
  JsonObject& Whole(std::string_view key, int64_t value);
  JsonObject& Flag(std::string_view key, bool value);
  // `json` is JSON already.
  JsonObject& Raw(std::string_view key, std::string_view json);
  [[nodiscard]] std::string Print() const { return "{" + members_ + "}"; }

 private:
  std::string members_;
};

std::string JsonArray(const std::vector<std::string>& items);

}  // namespace crossfoot
