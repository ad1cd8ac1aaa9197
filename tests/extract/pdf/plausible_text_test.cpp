// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/plausible_text.h"

#include <random>
#include <string_view>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

bool Plausible(std::u32string_view text, int times = 1) {
  HanTally tally;
  for (int i = 0; i < times; ++i) {
    for (const char32_t code : text) {
      tally.Add(code);
    }
  }
  return tally.Plausible();
}

TEST(HanTally, BelievesProseTablesAndNames) {
  EXPECT_TRUE(Plausible(U"贯彻执行国家和省有关水利工作的方针政策，负责全县水资源的统一管理。", 5));
  EXPECT_TRUE(Plausible(U"机关事业单位职业年金缴费支出维修（护）费邮电费差旅费印刷费", 5));
  EXPECT_TRUE(Plausible(U"王桂英李秀兰张建国刘志强陈晓燕杨海涛赵文静黄丽娟吴俊杰徐春梅", 5));
  EXPECT_TRUE(Plausible(U"青竹镇松溪乡云岭县白石桥村柳湾街道石门坎寨子沟", 6));
  EXPECT_TRUE(Plausible(U"本年度預算執行情況與上年度決算數額比較，各項經費支出均有所增加。", 5));
}

TEST(HanTally, DoesNotBelieveCharactersTakenAtRandom) {
  std::mt19937 random(7);
  HanTally tally;
  for (int i = 0; i < 400; ++i) {
    tally.Add(static_cast<char32_t>(0x4E00 + random() % 20'000));
  }
  EXPECT_FALSE(tally.Plausible());
  // Glyph numbers taken for characters follow one another.
  HanTally rising;
  for (char32_t code = 0x5600; code < 0x5700; ++code) {
    rising.Add(code);
  }
  EXPECT_FALSE(rising.Plausible());
}

TEST(HanTally, SaysNothingOfALittle) { EXPECT_TRUE(Plausible(U"龘靐齉爩", 10)); }

}  // namespace
}  // namespace crossfoot
