// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/account_book.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(AccountBook, NamesOfAllYearsAreTheAccountsOwn) {
  EXPECT_FALSE(IsNameOfAnother("20805", "行政事业单位离退休"));
  EXPECT_FALSE(IsNameOfAnother("20805", "行政事业单位养老支出"));
  EXPECT_FALSE(IsNameOfAnother("30311", "住房公积金"));  // before 2018
  EXPECT_TRUE(IsNameOfAnother("20805", "住房改革支出"));
  EXPECT_TRUE(IsNameOfAnother("2210201", "购房补贴"));
}

TEST(AccountBook, WhatTheBookDoesNotKnowIsNotJudged) {
  EXPECT_FALSE(IsNameOfAnother("2130205", "住房公积金"));  // a code it does not know
  EXPECT_FALSE(IsNameOfAnother("2080505", "养老保险"));    // a name it does not know
}

TEST(AccountBook, NamesDifferByMoreThanSpendingOrACut) {
  EXPECT_TRUE(SameAccountName("司法", "司法支出"));
  EXPECT_TRUE(SameAccountName("行政单位离退休", "归口管理的行政单位离退休"));
  EXPECT_TRUE(SameAccountName("机关事业单位基本养老保险缴", "机关事业单位基本养老保险缴费支出"));
  EXPECT_FALSE(SameAccountName("行政单位医疗", "事业单位医疗"));
}

}  // namespace
}  // namespace crossfoot
