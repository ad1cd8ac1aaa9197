// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/toml.h"

#include <optional>

#include <toml++/toml.h>

namespace crossfoot {
namespace {

// Converts a node; on a kind that is refused, fills `error` and gives nullopt.
std::optional<TomlValue> Convert(const toml::node& node, const std::string& key, Error* error) {
  TomlValue value;
  value.line = static_cast<int>(node.source().begin.line);
  if (const auto* text = node.as_string()) {
    value.kind = TomlValue::Kind::kString;
    value.string = text->get();
    return value;
  }
  if (const auto* integer = node.as_integer()) {
    value.kind = TomlValue::Kind::kInteger;
    value.integer = integer->get();
    return value;
  }
  if (const auto* boolean = node.as_boolean()) {
    value.kind = TomlValue::Kind::kBoolean;
    value.boolean = boolean->get();
    return value;
  }
  if (const auto* array = node.as_array()) {
    value.kind = TomlValue::Kind::kArray;
    for (const toml::node& item : *array) {
      std::optional<TomlValue> child = Convert(item, key, error);
      if (!child) {
        return std::nullopt;
      }
      value.array.push_back(std::move(*child));
    }
    return value;
  }
  if (const auto* table = node.as_table()) {
    for (const auto& [name, item] : *table) {
      std::optional<TomlValue> child = Convert(item, std::string(name.str()), error);
      if (!child) {
        return std::nullopt;
      }
      value.table.emplace(std::string(name.str()), std::move(*child));
    }
    return value;
  }
  error->message =
      "only strings, whole numbers, booleans, arrays and tables are read here; quote this value";
  error->line = value.line;
  error->object = key;
  return std::nullopt;
}

}  // namespace

const TomlValue* TomlValue::Find(std::string_view key) const {
  const auto found = table.find(key);
  return found == table.end() ? nullptr : &found->second;
}

std::string TomlValue::StringOr(std::string_view key, std::string_view fallback) const {
  const TomlValue* value = Find(key);
  return value != nullptr && value->kind == Kind::kString ? value->string : std::string(fallback);
}

std::vector<std::string> TomlValue::Strings(std::string_view key) const {
  std::vector<std::string> strings;
  const TomlValue* value = Find(key);
  if (value == nullptr) {
    return strings;
  }
  if (value->kind == Kind::kString) {
    strings.push_back(value->string);
  }
  for (const TomlValue& item : value->array) {
    if (item.kind == Kind::kString) {
      strings.push_back(item.string);
    }
  }
  return strings;
}

Result<TomlValue> ParseToml(std::string_view text, const std::string& file) {
  Error error{ErrorCode::kBrokenConfig, "", file};
  try {
    const toml::table parsed = toml::parse(text, file);
    std::optional<TomlValue> value = Convert(parsed, "", &error);
    if (!value) {
      return error;
    }
    return std::move(*value);
  } catch (const toml::parse_error& broken) {
    error.message = std::string(broken.description());
    error.line = static_cast<int>(broken.source().begin.line);
    return error;
  }
}

}  // namespace crossfoot
