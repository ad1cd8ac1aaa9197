// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/toml.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(Toml, KeepsTheLineOfEveryValue) {
  const auto root =
      ParseToml("title = 'x'\n\n[[metric]]\nid = 'a'\naliases = ['甲', '乙']\n", "f.toml");
  ASSERT_TRUE(root) << root.error().ToString();
  EXPECT_EQ(root->StringOr("title", ""), "x");
  EXPECT_EQ(root->StringOr("absent", "y"), "y");
  const TomlValue* metrics = root->Find("metric");
  ASSERT_NE(metrics, nullptr);
  ASSERT_EQ(metrics->array.size(), 1U);
  EXPECT_EQ(metrics->array[0].Find("id")->line, 4);
  EXPECT_EQ(metrics->array[0].Strings("aliases"), (std::vector<std::string>{"甲", "乙"}));
}

TEST(Toml, AMistakeNamesFileAndLine) {
  const auto root = ParseToml("a = 1\nb = = 2\n", "f.toml");
  ASSERT_FALSE(root);
  EXPECT_EQ(root.error().code, ErrorCode::kBrokenConfig);
  EXPECT_EQ(root.error().file, "f.toml");
  EXPECT_EQ(root.error().line, 2);
}

TEST(Toml, RefusesBinaryFloatingPoint) {
  const auto root = ParseToml("tolerance = 0.01\n", "f.toml");
  ASSERT_FALSE(root);
  EXPECT_EQ(root.error().object, "tolerance");
  EXPECT_EQ(root.error().line, 1);
}

}  // namespace
}  // namespace crossfoot
