// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/json/json_writer.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace crossfoot::json {
namespace {

std::string Written(std::string_view text) { return std::move(Writer().Value(text)).Take(); }

std::string Printed(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

TEST(JsonWriter, NestsObjectsAndArraysWithCommasBetween) {
  Writer out;
  out.BeginObject().Put("a", 1).Put("b", true).Key("c").BeginArray();
  out.Value("x").BeginObject().EndObject().BeginArray().EndArray().Null();
  out.EndArray().Put("d", std::vector<std::string>{"e", "f"}).EndObject();
  EXPECT_EQ(std::move(out).Take(), R"({"a":1,"b":true,"c":["x",{},[],null],"d":["e","f"]})");
}

TEST(JsonWriter, TextIsPrintedAsTheLibraryPrintsIt) {
  using namespace std::string_literals;
  std::string all;
  for (char32_t code = 0; code < 0x100; ++code) {
    all.push_back(static_cast<char>(code));
  }
  for (const std::string& text :
       {""s, "部门预算 12.50万元"s, "\"quoted\" \\ back"s, "\b\f\n\r\t\x01\x1f\x7f"s, "a\0b"s,
        "€𠮷"s, "cut \xE9\x83"s, "\xFF\xFE middle \xC3\x28 end"s, "\xED\xA0\x80"s, all}) {
    EXPECT_EQ(Written(text), Printed(text)) << text;
  }
}

TEST(JsonWriter, MeasuresHaveTwoDecimalsAtMost) {
  for (int hundredths = -1000; hundredths < 200'000; hundredths += 7) {
    const double measure = hundredths / 100.0;
    EXPECT_EQ(std::move(Writer().TwoDecimals(measure)).Take(), Printed(measure));
  }
  EXPECT_EQ(std::move(Writer().TwoDecimals(0.005)).Take(), "0.01");
  EXPECT_EQ(std::move(Writer().TwoDecimals(841.8897)).Take(), "841.89");
}

}  // namespace
}  // namespace crossfoot::json
