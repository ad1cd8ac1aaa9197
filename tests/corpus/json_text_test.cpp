// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/json_text.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(JsonText, EscapesWhatMustBe) {
  EXPECT_EQ(JsonString("预算 \"a\\b\"\n\x1b"), "\"预算 \\\"a\\\\b\\\"\\u000a\\u001b\"");
  EXPECT_EQ(JsonString("\xff"), "\"\xEF\xBF\xBD\"");
}

TEST(JsonText, KeepsTheOrderOfMembers) {
  EXPECT_EQ(JsonObject()
                .Text("b", "x")
                .Whole("a", -1)
                .Flag("c", true)
                .Raw("d", JsonArray({"1", "2"}))
                .Print(),
            R"({"b":"x","a":-1,"c":true,"d":[1,2]})");
  EXPECT_EQ(JsonObject().Print(), "{}");
  EXPECT_EQ(JsonArray({}), "[]");
}

}  // namespace
}  // namespace crossfoot
