// SPDX-License-Identifier: GPL-3.0-or-later
//
// One table of a user's TOML file, read key by key; the first thing wrong is kept, with its line
// and key.
//
// Tested by tests/validate/rule_pack_test.cpp and tests/validate/suppression_test.cpp.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/result.h"
#include "base/toml.h"

namespace crossfoot {

class TomlTableReader {
 public:
  // `what` names the kind of table in messages. Keeps a reference to the table.
  TomlTableReader(const TomlValue& table, std::string file, std::string what);

  // Any other key is an error: a misspelt one would be silent.
  void Allow(std::initializer_list<std::string_view> keys);
  // A string or a list of them, joined with '|'.
  std::string Words(std::string_view key, bool needed);
  std::string String(std::string_view key, bool needed);
  bool Flag(std::string_view key);
  // A number in quotes.
  Decimal Number(std::string_view key);
  // "role/row/column", one or several; never empty.
  std::vector<std::string> Cells(std::string_view key);
  // A whole number of 0 or more; 0 where it is absent.
  int Whole(std::string_view key);

  void Fail(int line, std::string_view key, const std::string& message);
  // Keeps another reader's error, where it has one and this has none.
  void Take(const std::optional<Error>& error);
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  const TomlValue& table_;
  std::string file_;
  std::string what_;
  std::optional<Error> error_;
};

}  // namespace crossfoot
