// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/outline/numbering.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(Numbering, ReadsEveryPrintedForm) {
  struct Case {
    std::string_view text;
    NumberStyle style;
    int value;
    std::string_view number;
  };
  const Case cases[] = {
      {"第一部分 部门概况", NumberStyle::kPart, 1, "第一部分"},
      {"第十二章 附则", NumberStyle::kChapter, 12, "第十二章"},
      {"第2节 收入", NumberStyle::kSection, 2, "第2节"},
      {"一、基本情况", NumberStyle::kHan, 1, "一、"},
      {"二十一、其他", NumberStyle::kHan, 21, "二十一、"},
      {"（十）完成交办任务", NumberStyle::kHanParen, 10, "（十）"},
      {"(三) 绩效情况", NumberStyle::kHanParen, 3, "(三)"},
      {"1.总体情况", NumberStyle::kArabic, 1, "1."},
      {"11．完成工作", NumberStyle::kArabic, 11, "11．"},
      {"2、收入支出", NumberStyle::kArabic, 2, "2、"},
      {"1.2023年度我馆", NumberStyle::kArabic, 1, "1."},
      {"1.1 预算编制", NumberStyle::kDecimal, 1, "1.1"},
      {"2.3.1 编制依据", NumberStyle::kDecimal, 1, "2.3.1"},
      {"（1）日常经费", NumberStyle::kArabicParen, 1, "（1）"},
      {"12)受理举报", NumberStyle::kArabicHalf, 12, "12)"},
      {"③质量", NumberStyle::kCircled, 3, "③"},
      {"附件2:", NumberStyle::kAttachment, 2, "附件2:"},
      {"附表：《自评表》", NumberStyle::kAttachment, 0, "附表："},
      {"附件 1", NumberStyle::kAttachment, 1, "附件 1"},
      {"指标①：抽检场所数", NumberStyle::kIndicator, 1, "指标①："},
      {"指标②覆盖率", NumberStyle::kIndicator, 2, "指标②"},
      {"五、一般公共预算支出情况", NumberStyle::kHan, 5, "五、"},
      {"二、三公经费情况", NumberStyle::kHan, 2, "二、"},
      {"二是强化管理", NumberStyle::kOrdinal, 2, "二是"},
  };
  for (const Case& c : cases) {
    const auto number = ParseNumbering(c.text);
    ASSERT_TRUE(number.has_value()) << c.text;
    EXPECT_EQ(number->style, c.style) << c.text;
    EXPECT_EQ(number->value, c.value) << c.text;
    EXPECT_EQ(c.text.substr(0, number->length), c.number) << c.text;
  }
}

TEST(Numbering, LeavesFiguresAlone) {
  for (const std::string_view text :
       {"2.3万元用于培训", "3.68 万元", "2023年我馆", "3、6、9、12月支出", "(2013)16号", "100%",
        "12", "一级指标", "一、二级指标", "附件材料齐全", "指标值：100%", "第一时间", "1,234.5",
        "10-15件", "(见附表)", "三公经费", "1.5", "十分重视"}) {
    EXPECT_FALSE(ParseNumbering(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace crossfoot
