// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/quantity_reader.h"

#include <string>

#include <gtest/gtest.h>

#include "normalize/interval_rule.h"
#include "normalize/numeral_scanner.h"

namespace crossfoot::normalize {
namespace {

// The quantities of a text: "value symbol [interval] qualifiers", parted by "; ".
std::string Read(std::string_view words, bool in_cell = false) {
  const Characters text(words);
  std::string out;
  for (const Reading& reading : ReadNumerals(text, Lexicon::BuiltIn(), in_cell)) {
    if (!reading.is_quantity) {
      continue;
    }
    out += out.empty() ? "" : "; ";
    out += reading.value.ToString();
    out += reading.unit.symbol.empty() ? "" : " " + reading.unit.symbol;
    out += " " + IntervalOf(reading, reading.unit).ToString();
    for (const std::string_view name : QualifierNames(reading.qualifiers)) {
      out += " " + std::string(name);
    }
  }
  return out;
}

struct Case {
  const char* words;
  const char* read;
};

TEST(Quantity, ReadsUnitsBesideTheFigure) {
  const Case kCases[] = {
      {"392.92 万元", "392.92 万元 [3929150, 3929250]"},
      {"36250元", "36250 元 [36249.5, 36250.5]"},
      {"1,234.56元", "1234.56 元 [1234.56, 1234.56]"},
      {"0万元", "0 万元 [0, 0]"},
      {"1.2亿元", "1.2 亿元 [115000000, 125000000]"},
      {"1.2亿", "1.2 亿 [115000000, 125000000]"},
      {"3百万元", "3 百万元 [2500000, 3500000]"},
      {"￥1,234.50", "1234.50 ￥ [1234.5, 1234.5]"},
      {"85家", "85 家 [85, 85]"},
      {"506 车次", "506 车次 [506, 506]"},
      {"4860人次", "4860 人次 [4860, 4860]"},
      {"96.9分", "96.9 分 [96.9, 96.9]"},
      {"3个月", "3 个月 [3, 3]"},
      {"120平方米", "120 平方米 [120, 120]"},
      {"2项目", "2 [2, 2]"},  // 项 here begins a word
      {"12", "12 [12, 12]"},
      {"12.5", "12.5 [12.45, 12.55]"},
  };
  for (const Case& one : kCases) {
    EXPECT_EQ(Read(one.words), one.read) << one.words;
  }
}

TEST(Quantity, KeepsMyriadsInTheSymbol) {
  const Case kCases[] = {
      {"2.6 万余家", "2.6 万家 [26000, 27000] more_than"},
      {"3000多万人", "3000 万人 [30000000, 40000000] more_than"},
      {"1.1万人", "1.1 万人 [10500, 11500]"},
      {"10余万元", "10 万元 [100000, 200000] more_than"},
      {"二十三万五千元", "235000 元 [234500, 235500] chinese_numeral"},
  };
  for (const Case& one : kCases) {
    EXPECT_EQ(Read(one.words), one.read) << one.words;
  }
}

TEST(Quantity, ReadsSharesInEveryForm) {
  const Case kCases[] = {
      {"15.2%", "15.2 % [0.1515, 0.1525]"},
      {"15.2 ％", "15.2 % [0.1515, 0.1525]"},
      {"3.5‰", "3.5 ‰ [0.00345, 0.00355]"},
      {"百分之十五", "15 百分之 [0.145, 0.155] chinese_numeral"},
      {"百分之15", "15 百分之 [0.145, 0.155]"},
      {"百分之三点五", "3.5 百分之 [0.0345, 0.0355] chinese_numeral"},
      {"百分之百", "100 百分之 [0.5, 1.5] chinese_numeral"},
      {"1.2个百分点", "1.2 个百分点 [0.0115, 0.0125]"},
      {"两成", "2 成 [0.15, 0.25] chinese_numeral"},
      {"1.5倍", "1.5 倍 [1.45, 1.55]"},
      {"翻一番", "1 番 [0.5, 1.5] increase chinese_numeral"},
      {"翻两番", "2 番 [2.25, 3.75] increase chinese_numeral"},
      {"四分之一", "0.25 [0.245, 0.255] chinese_numeral"},
      {"占1/4", "0.25 [0.245, 0.255]"},
  };
  for (const Case& one : kCases) {
    EXPECT_EQ(Read(one.words), one.read) << one.words;
  }
}

TEST(Quantity, ReadsMinusInEveryForm) {
  const Case kCases[] = {
      {"-24%", "-24 % [-0.245, -0.235]"},
      {"变动率为－24%", "-24 % [-0.245, -0.235]"},
      {"−3人", "-3 人 [-3, -3]"},
      {"△5", "-5 [-5, -5] negated_in_words"},
      {"负3.2%", "-3.2 % [-0.0325, -0.0315] negated_in_words"},
      {"负担3项", "3 项 [3, 3]"},
      {"5-3=2", "5 [5, 5]; 3 [3, 3]; 2 [2, 2]"},
  };
  for (const Case& one : kCases) {
    EXPECT_EQ(Read(one.words), one.read) << one.words;
  }
  EXPECT_EQ(Read("(1,234)", true), "-1234 [-1234, -1234] negated_in_words");
  EXPECT_EQ(Read("（1,234.56）", true), "-1234.56 [-1234.565, -1234.555] negated_in_words");
  EXPECT_EQ(Read("(5)", true), "5 [5, 5]");
}

TEST(Quantity, ReadsComparisonsAndWidensOnTheSideTheySay) {
  const Case kCases[] = {
      {"≥90%", "90 % [0.9, +inf) at_least"},
      {">=50家", "50 家 [50, +inf) at_least"},
      {"＝100%", "100 % [0.995, 1.005]"},
      {"≤5天", "5 天 (-inf, 5] at_most"},
      {"不低于 80 分", "80 分 [80, +inf) at_least"},
      {"不超过3%", "3 % (-inf, 0.03] at_most"},
      {"低于3%", "3 % (-inf, 0.03] at_most"},
      {"3天以内", "3 天 (-inf, 3] at_most"},
      {"50家以上", "50 家 [50, +inf) at_least"},
      {"100万元（含）以上", "100 万元 [1000000, +inf) at_least"},
      {"100%>结果", "100 % (-inf, 1] at_most"},
      {"60分≤得分", "60 分 [60, +inf) at_least"},
      {"约38万元", "38 万元 [370000, 390000] about"},
      {"30个左右", "30 个 [20, 40] about"},
      {"近1000间", "1000 间 [500, 1000] about"},
      {"最近3年", "3 年 [3, 3]"},
      {"节约3万元", "3 万元 [25000, 35000]"},
      {"超过200万次", "200 万次 [2000000, +inf) more_than"},
      {"350 余条", "350 条 [350, 360] more_than"},
      {"累计5次", "5 次 [5, 5] cumulative"},
  };
  for (const Case& one : kCases) {
    EXPECT_EQ(Read(one.words), one.read) << one.words;
  }
}

TEST(Quantity, SharesTheUnitOfARange) {
  const Case kCases[] = {
      {"10-15万元", "10 万元 [95000, 105000] range_low; 15 万元 [145000, 155000] range_high"},
      {"2至3次", "2 次 [2, 2] range_low; 3 次 [3, 3] range_high"},
      {"100%—81%", "100 % [0.995, 1.005] range_high; 81 % [0.805, 0.815] range_low"},
      {"(2.45万元-3.22万元)/3.22万元",
       "2.45 万元 [24450, 24550]; 3.22 万元 [32150, 32250]; 3.22 万元 [32150, 32250]"},
      {"从3人到5人", "3 人 [3, 3]; 5 人 [5, 5]"},
  };
  for (const Case& one : kCases) {
    EXPECT_EQ(Read(one.words), one.read) << one.words;
  }
}

TEST(Quantity, LeavesWordsThatHoldNumeralsAlone) {
  for (const char* words : {"统一部署", "一般公共预算", "进一步", "三公经费", "十分重要", "百分比",
                            "数十家", "一家医院", "二次传播", "千方百计", "“五道”关"}) {
    EXPECT_EQ(Read(words), "") << words;
  }
}

}  // namespace
}  // namespace crossfoot::normalize
