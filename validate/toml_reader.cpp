// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/toml_reader.h"

#include <algorithm>
#include <utility>

namespace crossfoot {

TomlTableReader::TomlTableReader(const TomlValue& table, std::string file, std::string what)
    : table_(table), file_(std::move(file)), what_(std::move(what)) {}

void TomlTableReader::Allow(std::initializer_list<std::string_view> keys) {
  for (const auto& [key, value] : table_.table) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      Fail(value.line, key, "unknown key");
    }
  }
}

std::string TomlTableReader::Words(std::string_view key, bool needed) {
  const TomlValue* value = table_.Find(key);
  std::string joined;
  if (value != nullptr && value->kind != TomlValue::Kind::kArray &&
      value->kind != TomlValue::Kind::kString) {
    Fail(value->line, key, "a string or a list of strings is expected");
    return joined;
  }
  for (const std::string& word : table_.Strings(key)) {
    if (word.empty() || word.find('|') != std::string::npos) {
      Fail(value == nullptr ? table_.line : value->line, key, "a word is empty or holds '|'");
    }
    joined += (joined.empty() ? "" : "|") + word;
  }
  if (needed && joined.empty()) {
    Fail(table_.line, key, "missing");
  }
  return joined;
}

std::string TomlTableReader::String(std::string_view key, bool needed) {
  const TomlValue* value = table_.Find(key);
  if (value != nullptr && value->kind != TomlValue::Kind::kString) {
    Fail(value->line, key, "a string is expected");
    return "";
  }
  if (needed && (value == nullptr || value->string.empty())) {
    Fail(table_.line, key, "missing");
  }
  return table_.StringOr(key, "");
}

bool TomlTableReader::Flag(std::string_view key) {
  const TomlValue* value = table_.Find(key);
  if (value != nullptr && value->kind != TomlValue::Kind::kBoolean) {
    Fail(value->line, key, "true or false is expected");
  }
  return value != nullptr && value->boolean;
}

Decimal TomlTableReader::Number(std::string_view key) {
  const TomlValue* value = table_.Find(key);
  const auto number = value == nullptr ? std::nullopt : Decimal::Parse(value->string);
  if (!number) {
    Fail(value == nullptr ? table_.line : value->line, key, "a number in quotes is expected");
  }
  return number.value_or(Decimal(0));
}

void TomlTableReader::Fail(int line, std::string_view key, const std::string& message) {
  if (!error_) {
    error_ =
        Error{ErrorCode::kBrokenConfig, what_ + ": " + message, file_, 0, line, std::string(key)};
  }
}

std::vector<std::string> TomlTableReader::Cells(std::string_view key) {
  std::vector<std::string> cells = table_.Strings(key);
  const TomlValue* value = table_.Find(key);
  const int line = value == nullptr ? table_.line : value->line;
  for (const std::string& cell : cells) {
    if (std::count(cell.begin(), cell.end(), '/') != 2) {
      Fail(line, key, "a cell is written role/row/column");
    }
  }
  if (cells.empty()) {
    Fail(line, key, "missing");
    cells.emplace_back();
  }
  return cells;
}

int TomlTableReader::Whole(std::string_view key) {
  const TomlValue* value = table_.Find(key);
  if (value == nullptr) {
    return 0;
  }
  if (value->kind != TomlValue::Kind::kInteger || value->integer < 0 ||
      value->integer > 1'000'000'000) {
    Fail(value->line, key, "a whole number is expected");
    return 0;
  }
  return static_cast<int>(value->integer);
}

void TomlTableReader::Take(const std::optional<Error>& error) {
  if (!error_) {
    error_ = error;
  }
}

}  // namespace crossfoot
