// SPDX-License-Identifier: GPL-3.0-or-later
//
// JSON written straight into a string, in the order it is said. Private to model/json/.
//
// A record is a megabyte of JSON at times: a tree of it first would cost several times what
// checking the report costs. Output is what nlohmann::json would print (compact, UTF-8 as it is,
// U+FFFD where text is not UTF-8).
//
// A packed writer leaves out the keys of objects whose shape is known (shapes.h): they become
// arrays, a key's place in its shape telling which it is. What is not there is null; at the end it
// is left out.
//
// Tested by tests/model/json/json_writer_test.cpp.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/json/shapes.h"

namespace crossfoot::json {

// Calls must nest as JSON does; nothing checks it. Key before each value in an object. Cost:
// linear.
class Writer {
 public:
  enum class Form : uint8_t { kPlain, kPacked };
  explicit Writer(Form form = Form::kPlain) : packed_(form == Form::kPacked) {}

  Writer& BeginObject() { return Open('{', nullptr); }
  // Its keys come in the shape's order.
  Writer& BeginObject(const Shape& shape) {
    return packed_ ? Open('[', &shape) : Open('{', nullptr);
  }
  Writer& EndObject() {
    return Shut(shaped_.empty() || shaped_.back().shape == nullptr ? '}' : ']');
  }
  Writer& BeginArray() { return Open('[', nullptr); }
  Writer& EndArray() { return Shut(']'); }
  // A plain ASCII word of ours.
  Writer& Key(std::string_view key);

  Writer& Value(std::string_view text);
  Writer& Value(const char* text) { return Value(std::string_view(text)); }
  Writer& Value(std::same_as<bool> auto flag) { return Raw(flag ? "true" : "false"); }
  Writer& Value(std::integral auto number) requires(!std::same_as<decltype(number), bool>) {
    return Raw(std::to_string(number));
  }
  Writer& Value(const std::vector<std::string>& texts);
  Writer& Null() { return Raw("null"); }
  // `json` is one JSON value already.
  Writer& Raw(std::string_view json);
  // A measure of ours (never a value from a report) with at most two decimals: 0.5, 12.0.
  // Precondition: less than 1e12 either way.
  Writer& TwoDecimals(double measure);

  // Key and value.
  Writer& Put(std::string_view key, const auto& value) { return Key(key).Value(value); }

  [[nodiscard]] std::string Take() && { return std::move(out_); }

 private:
  // An object or array that is open; where the shape is known, how many of its keys are dealt with.
  struct Level {
    const Shape* shape = nullptr;
    size_t done = 0;
  };
  Writer& Open(char bracket, const Shape* shape);
  Writer& Shut(char bracket);
  void Comma();

  std::string out_;
  std::vector<Level> shaped_;  // kept only where packed
  bool packed_;
  bool first_ = true;  // nothing stands before what comes next in its object or array
};

}  // namespace crossfoot::json
