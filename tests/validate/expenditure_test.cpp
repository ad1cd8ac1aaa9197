// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/expenditure.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

// What it reads is tested through EQU114's and SUM102's examples; here, that its tables agree.
TEST(Expenditure, EveryScopeHasWordsAndNames) {
  EXPECT_EQ(ExpenditureScopes().size(), 3U);
  for (const ExpenditureScope& scope : ExpenditureScopes()) {
    EXPECT_NE(*scope.words, '\0');
    EXPECT_NE(*scope.zh, '\0');
    EXPECT_NE(*scope.en, '\0');
  }
}

}  // namespace
}  // namespace crossfoot
