// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/radical.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(UnifiedRadical, GivesTheCharacterOfItsShape) {
  EXPECT_EQ(UnifiedRadical(U'⼀'), U'一');
  EXPECT_EQ(UnifiedRadical(U'⼾'), U'户');  // not 戶, as compatibility tables have it
  EXPECT_EQ(UnifiedRadical(U'⻓'), U'长');
}

TEST(UnifiedRadical, LeavesOtherCharactersAlone) {
  for (const char32_t code : {U'户', U'戶', U'A', U'⺀', U'⿰'}) {
    EXPECT_EQ(UnifiedRadical(code), code);
  }
}

}  // namespace
}  // namespace crossfoot
