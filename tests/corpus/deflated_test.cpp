// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/deflated.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(Deflated, ComesBackWhole) {
  std::string text = "{\"facts\": [";
  for (int i = 0; i < 20000; ++i) {
    text += "{\"unit\": \"万元\"},";
  }
  const std::string small = Deflated(text);
  EXPECT_LT(small.size() * 20, text.size());
  EXPECT_EQ(Inflated(small, text.size()), text);
  EXPECT_EQ(Inflated(Deflated(""), 10), "");
}

TEST(Deflated, WhatIsCutLongOrNothingIsRefused) {
  const std::string small = Deflated(std::string(1000, 'a'));
  EXPECT_FALSE(Inflated(small, 999));
  EXPECT_FALSE(Inflated(small.substr(0, small.size() - 1), 1000));
  EXPECT_FALSE(Inflated(small + "x", 1000));
  EXPECT_FALSE(Inflated("no such thing", 1000));
  EXPECT_FALSE(Inflated("", 1000));
}

}  // namespace
}  // namespace crossfoot
