// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/clean_text.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

std::string Cleaned(std::string_view raw) {
  Text text;
  AppendClean(raw, 1, 1, &text);
  return text.utf8();
}

TEST(CleanText, DropsBlanksThatTypesettingPut) {
  struct Case {
    std::string_view raw;
    std::string_view clean;
  };
  const Case cases[] = {
      {"截止到2023年 12月 31日", "截止到2023年12月31日"},
      {"支出 0.29 万元，执行率 100 %。", "支出0.29万元，执行率100%。"},
      {"克 拉 玛", "克拉玛"},
      {"案查 处率", "案查 处率"},
      {"“双随机 一公开”", "“双随机 一公开”"},
      {"指标名称 (三级)", "指标名称(三级)"},
      {"附件 1", "附件1"},
      {"the total  is 12 units", "the total is 12 units"},
      {"1. 总体情况", "1. 总体情况"},
      {"合计　　100", "合计 100"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Cleaned(c.raw), c.clean);
  }
}

TEST(CleanText, DropsMarkupResidue) {
  EXPECT_EQ(Cleaned("**一是统一证件。**收集信息"), "一是统一证件。收集信息");
  EXPECT_EQ(Cleaned("<p>规范性（1分）。</p> <p>2. 公开</p>"), "规范性（1分）。 2. 公开");
  EXPECT_EQ(Cleaned("年末<br/>余额"), "年末 余额");
  EXPECT_EQ(Cleaned("5<x且x>3"), "5<x且x>3");
  EXPECT_EQ(Cleaned("固定资产利用率<60%的,得0分"), "固定资产利用率<60%的,得0分");
}

TEST(CleanText, KeepsPlacesAcrossWhatItDropped) {
  Text text;
  AppendClean("**甲** 支出 3.5 万元", 7, 5, &text);
  EXPECT_EQ(text.utf8(), "甲 支出3.5万元");
  const size_t figure = text.utf8().find("3.5");
  EXPECT_EQ(text.PlaceOf(figure, figure + 3).line, 7);
  EXPECT_EQ(text.PlaceOf(figure, figure + 3).column, 14);
}

TEST(CleanText, KeepsAFigureWholeThatAWrapCut) {
  Text text;
  AppendClean("共计301", 1, 1, &text);
  AppendContinuation("49元", 2, 1, &text);
  EXPECT_EQ(text.utf8(), "共计30149元");
  Text words;
  AppendClean("the total", 1, 1, &words);
  AppendContinuation("is known", 2, 1, &words);
  EXPECT_EQ(words.utf8(), "the total is known");
}

TEST(CleanText, GivesRadicalsTheCodeOfTheirCharacter) {
  Text text;
  AppendClean("286⼾ ⼀般 公共", 3, 1, &text);
  EXPECT_EQ(text.utf8(), "286户 一般 公共");
  const size_t at = text.utf8().find("般");
  EXPECT_EQ(text.PlaceOf(at, at + 3).column, 7);
}

}  // namespace
}  // namespace crossfoot
