// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/entity_name.h"

#include <gtest/gtest.h>

namespace crossfoot::normalize {
namespace {

TEST(EntityName, BeginsWithItsRegion) {
  const struct {
    const char* name;
    const char* region;
  } kCases[] = {
      {"青河市青河区卫生监督所", "青河市青河区"},
      {"广平市市场监督管理局", "广平市"},
      {"云岭省财政厅", "云岭省"},
      {"北山自治区北山市民政局", "北山自治区北山市"},
      {"省政协办公厅", ""},
      {"东湖县社区服务中心", "东湖县"},
      {"财政局", ""},
      {"", ""},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(RegionOf(one.name), one.region) << one.name;
  }
}

TEST(EntityName, EndsInAWordForABody) {
  const auto name = [](std::string_view words) {
    const Characters text(words);
    return std::string(text.View(0, BodyNameEnd(text, 0)));
  };
  EXPECT_EQ(name("青河市卫生监督所2022年度报告"), "青河市卫生监督所");
  EXPECT_EQ(name("青河市卫生健康委员会（本级）报告"), "青河市卫生健康委员会");
  EXPECT_EQ(name("2022年度"), "");
  EXPECT_EQ(name(""), "");
}

}  // namespace
}  // namespace crossfoot::normalize
