// SPDX-License-Identifier: GPL-3.0-or-later
//
// A TOML file as a plain tree whose every value knows its line: lexicons and rule packs are read
// from it. (toml++ behind it; the one place that includes it.) Numbers are kept as Decimals read
// from their digits as strings where exactness matters: write them quoted in packs.
//
// Tested by tests/base/toml_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace crossfoot {

struct TomlValue {
  enum class Kind { kString, kInteger, kBoolean, kArray, kTable };
  Kind kind = Kind::kTable;
  int line = 0;  // 1-based
  std::string string;
  int64_t integer = 0;
  bool boolean = false;
  std::vector<TomlValue> array;
  std::map<std::string, TomlValue, std::less<>> table;

  // The member of a table, or nullptr.
  [[nodiscard]] const TomlValue* Find(std::string_view key) const;
  // The string member `key`, or `fallback`.
  [[nodiscard]] std::string StringOr(std::string_view key, std::string_view fallback) const;
  // The strings of array member `key`; a single string counts as an array of one; absent gives
  // none.
  [[nodiscard]] std::vector<std::string> Strings(std::string_view key) const;
};

// Errors (kBrokenConfig) name `file` and the line. Floats and dates are refused: quote them.
Result<TomlValue> ParseToml(std::string_view text, const std::string& file);

}  // namespace crossfoot
