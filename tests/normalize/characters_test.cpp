// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/characters.h"

#include <gtest/gtest.h>

namespace crossfoot::normalize {
namespace {

TEST(Characters, FoldsWidthAndKeepsTheBytesOfEach) {
  const Characters text("收１２．５％");
  ASSERT_EQ(text.size(), 6U);
  EXPECT_TRUE(text.Match(1, U"12.5%"));
  EXPECT_EQ(text.View(1, 6), "１２．５％");
  EXPECT_EQ(text.ByteOf(1), 3U);
  EXPECT_EQ(text.ByteOf(99), 18U);
}

TEST(Characters, ReadsNothingBeyondItsEnds) {
  const Characters text("一");
  EXPECT_EQ(text.Before(0), 0U);
  EXPECT_EQ(text[1], 0U);
  EXPECT_FALSE(text.Match(0, U"一二"));
  EXPECT_FALSE(text.MatchBefore(0, U"一"));
  EXPECT_EQ(text.View(5, 3), "");
}

TEST(Characters, TakesAnyBytes) {
  const Characters text("\xff\xe4\xb8");
  EXPECT_EQ(text.size(), 3U);
  EXPECT_EQ(text[0], 0xFFFDU);
}

}  // namespace
}  // namespace crossfoot::normalize
