// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/subject.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(Subject, TwoSpellingsOfOneThingHaveOneKey) {
  const char* const pairs[][2] = {{"商品和服务支出", "商品服务支出"},
                                  {"按支出性质分基本支出", "基本支出"},
                                  {"2023年度收入总计", "收入总计"},
                                  {".按预算分类其中一般公共预算", "一般公共预算"},
                                  {"“三公”经费", "三公经费"}};
  for (const auto& pair : pairs) {
    EXPECT_EQ(SubjectKey(pair[0]), SubjectKey(pair[1]));
  }
}

TEST(Subject, DifferentScopesStayDifferent) {
  EXPECT_NE(SubjectKey("年初预算数"), SubjectKey("全年预算数"));
  EXPECT_NE(SubjectKey("本年收入合计"), SubjectKey("收入总计"));
}

TEST(Subject, ASubjectMayBePrintedShorter) {
  EXPECT_TRUE(SameThing("行政在职", "在职"));
  EXPECT_FALSE(SameThing("退休", "离休"));
  EXPECT_FALSE(SameThing("", "离休"));
}

}  // namespace
}  // namespace crossfoot
