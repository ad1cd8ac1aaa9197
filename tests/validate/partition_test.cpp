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

TEST(Partition, OfOneWholeAloneNeedsItsName) {
  EXPECT_EQ(CompletePartition({"人员经费", "公用经费"}), nullptr);
  EXPECT_EQ(CompletePartition({"人员经费", "公用经费"}, "财政拨款支出"), nullptr);
  EXPECT_NE(CompletePartition({"人员经费", "公用经费"}, "2023年基本支出"), nullptr);
  EXPECT_FALSE(AreDifferentParts({"人员经费", "公用经费"}));
}

}  // namespace
}  // namespace crossfoot
