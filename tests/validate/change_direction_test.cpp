// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/change_direction.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(ChangeDirection, TheLastWordOfTheWordsCounts) {
  const std::string words = "比上年增加，但增幅下降";
  const DirectionWord last = LastDirectionWord(words);
  EXPECT_EQ(words.substr(last.begin, last.end - last.begin), "下降");
  EXPECT_EQ(last.way, -1);
  EXPECT_EQ(LastDirectionWord("与上年持平").end, 0U);
}

TEST(ChangeDirection, EveryWordHasOneOfTheOtherWay) {
  for (const char* word : {"增加", "减少", "增长", "下降", "上升", "提高", "降低", "增幅", "降幅",
                           "增收", "减收", "增支", "减支", "调增", "调减"}) {
    const std::string opposite(OppositeOf(word));
    ASSERT_FALSE(opposite.empty()) << word;
    EXPECT_EQ(LastDirectionWord(word).way, -LastDirectionWord(opposite).way) << word;
  }
  EXPECT_TRUE(OppositeOf("持平").empty());
}

}  // namespace
}  // namespace crossfoot
