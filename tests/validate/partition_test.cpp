// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/partition.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(Partition, IsCompleteOnlyWithAllItsParts) {
  EXPECT_NE(CompletePartition({"基本支出", "项目支出"}), nullptr);
  EXPECT_EQ(CompletePartition({"基本支出"}), nullptr);
  EXPECT_EQ(CompletePartition({"基本支出", "项目支出", "公务接待费"}), nullptr);
  EXPECT_NE(CompletePartition({"上级安排", "本级安排", "其他资金"}), nullptr);
}

}  // namespace
}  // namespace crossfoot
