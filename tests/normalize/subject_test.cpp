// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/subject.h"

#include <gtest/gtest.h>

namespace crossfoot::normalize {
namespace {

std::string Read(std::string_view words, bool share = true) {
  const Characters text(words);
  const SubjectWords read = ReadSubject(text, 0, text.size(), share);
  std::string out = read.subject;
  for (const std::string_view name : QualifierNames(read.qualifiers)) {
    out += " +" + std::string(name);
  }
  return out;
}

TEST(Subject, IsWhatTheFigureIsOf) {
  const struct {
    const char* words;
    const char* subject;
  } kCases[] = {
      {"2023年我单位年初安排预算数为", "年初安排预算数"},
      {"其中：基本支出", "基本支出"},
      {"资产总计", "资产总计"},
      {"负债合计为", "负债合计"},
      {"对个人和家庭的补助", "对个人和家庭的补助"},
      {"其他资金", "其他资金"},
      {"共性指标自评分", "共性指标自评分"},
      {"“三公”经费支出", "“三公”经费支出"},
      {"建设工程”项目经费", "项目经费"},
      {"其中按支出性质分基本支出", "基本支出"},
      {"按支出经济分类分工资福利支出", "工资福利支出"},
      {"与上年度相比增加", " +increase"},
      {"在职人员比上年增加", "在职人员 +increase"},
      {"比2022年度增加", " +increase"},
      {"较年初预算数减少了", " +decrease"},
      {"增长率为", " +increase"},
      {"支出增加金额为", "支出 +increase"},
      {"占本年支出的", " +share"},
      {"A类单位占比", "A类单位 +share"},
      {"不良执业行为记", "不良执业行为记"},
      {"+", ""},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(Read(one.words), one.subject) << one.words;
  }
  EXPECT_EQ(Read("自评项目占比率", false), "自评项目占比率");
}

TEST(Subject, TakesTheNounBehindACountWhereOnlyAVerbStandsBefore) {
  EXPECT_TRUE(IsOnlyAVerb("下设"));
  EXPECT_TRUE(IsOnlyAVerb("对全县"));
  EXPECT_TRUE(IsOnlyAVerb(""));
  EXPECT_FALSE(IsOnlyAVerb("在职人员"));
  const auto behind = [](std::string_view words) {
    const Characters text(words);
    return NounBehind(text, 0, text.size());
  };
  EXPECT_EQ(behind("处室"), "处室");
  EXPECT_EQ(behind("属经常性项目"), "经常性项目");
  EXPECT_EQ(behind("诊所及"), "诊所");
  EXPECT_EQ(behind("得"), "");
  EXPECT_EQ(behind(""), "");
}

}  // namespace
}  // namespace crossfoot::normalize
