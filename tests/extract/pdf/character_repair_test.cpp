// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/character_repair.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(CharacterRepair, GivesRadicalsTheCodeOfTheirIdeograph) {
  EXPECT_EQ(RepairCharacters(U"⼀⼆⾦⻓⻚⻔⼾"), U"一二金长页门户");
}

TEST(CharacterRepair, TakesLigaturesApart) { EXPECT_EQ(RepairCharacters(U"ﬁﬄ"), U"fiffl"); }

TEST(CharacterRepair, ReadsTheBulletsOfSymbolFonts) {
  EXPECT_EQ(RepairCharacters(U"\xF06C"), U"●");
  EXPECT_EQ(RepairCharacters(U"\xF0FC"), U"✓");
}

TEST(CharacterRepair, GivesNothingForCodesWithoutMeaning) {
  EXPECT_EQ(RepairCharacters(U""), U"");
  EXPECT_EQ(RepairCharacters(U"\xE123"), U"");
  EXPECT_EQ(RepairCharacters(U"\xFFFD"), U"");
  EXPECT_EQ(RepairCharacters(U"\x3"), U"");
  EXPECT_EQ(RepairCharacters(std::u32string_view(U"\xD800", 1)), U"");
}

TEST(CharacterRepair, LeavesOrdinaryTextAlone) {
  EXPECT_EQ(RepairCharacters(U"总计 2,940.05 万元，增长 3.5‰。"),
            U"总计 2,940.05 万元，增长 3.5‰。");
}

TEST(CharacterRepair, DropsCharactersThatShowNothing) {
  EXPECT_EQ(RepairCharacters(U"a\x200Bz"), U"az");
  EXPECT_EQ(RepairCharacters(U"\x00AD"), U"-");
}

}  // namespace
}  // namespace crossfoot
