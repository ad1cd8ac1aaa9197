// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/numeral_scanner.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace crossfoot::normalize {
namespace {

// Every reading as "kind:words", parted by blanks; quantities are "q".
std::string Kinds(std::string_view words, bool in_cell = false) {
  const Characters text(words);
  std::string out;
  for (const Reading& reading : ReadNumerals(text, Lexicon::BuiltIn(), in_cell)) {
    out += out.empty() ? "" : " ";
    out += reading.is_quantity ? "q" : std::string(MentionKindName(reading.mention));
    out += ":" + FoldLabel(text.View(reading.begin, reading.end));
  }
  return out;
}

TEST(NumeralScanner, TellsWhatEachNumeralIs) {
  const struct {
    const char* words;
    const char* kinds;
  } kCases[] = {
      {"2023年预算5万元", "year:2023年 q:5万元"},
      {"1. 2023年共2项", "ordinal:1. year:2023年 q:2项"},
      {"1.2023 年度共2项", "ordinal:1. year:2023年 q:2项"},
      {"2. 5个单位", "ordinal:2. q:5个"},
      {"得6分；2. 90%≤满意度", "q:6分 ordinal:2. q:90%"},
      {"（克政发〔2013〕16 号）", "identifier:2013〕16号"},
      {"苏财预„2018‟13号", "identifier:2018‟13号"},
      {"电话：0755-28900000", "identifier:0755-28900000"},
      {"本表（公开10表）", "identifier:10表"},
      {"第三批136家", "ordinal:第三 q:136家"},
      {"第16条", "identifier:第16条"},
      {"一季度5次", "ordinal:一 q:5次"},
      {"一是抓落实。二是强监管", "ordinal:一是 ordinal:二是"},
      {"见附件2和表1", "ordinal:2 ordinal:1"},
      {"5G网络、A4纸3张", "name:5 name:4 q:3张"},
      {"“1234”工作法", "name:1234"},
      {"“5.21、6.14”行动", "name:5.21 name:6.14"},
      {"版本1.2.3", "identifier:1.2.3"},
      {"10月27日开会24小时", "date:10月27日 q:24小时"},
      {"①检查3家", "ordinal:① q:3家"},
      {"控制率×100% (2)得2分", "q:100% ordinal:(2) q:2分"},
      {"编制数（含工勤人员）1. 控制率", "ordinal:1."},
      {"编制数（含工勤人员）1.控制率", "ordinal:1."},
      {"支出（204类）司法（06款）建设（13项）227.88万元",
       "account_code:204类 account_code:06款 account_code:13项 q:227.88万元"},
      {"开展检查（13项）", "q:13项"},
      {"涉及事项（204类）", "account_code:204类"},
      {"即3、6、9、12月末", "date:3 date:6 date:9 date:12月"},
      {"1、6月底前完成", "ordinal:1、 date:6月"},
      {"持续一月，历时三月余", ""},
      {"一月完成，三月份检查", "date:一月 date:三月份"},
      {"拨打12345热线120次，与991电台合作", "name:12345 q:120次 name:991"},
      {"落实八项规定，下发8项规定", "name:八项规定 q:8项"},
      {"三省一市共三省参加", "name:三省一市 q:三省"},
      {"成立70周年，学习2周", "q:70周年 q:2周"},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(Kinds(one.words), one.kinds) << one.words;
  }
  EXPECT_EQ(Kinds("工作成效(5)", true), "q:5");
}

TEST(NumeralScanner, AccountsForEveryDigitInOrder) {
  // Noise of everything a report may hold; each digit must be inside one reading.
  const std::u32string alphabet =
      U"0123456789００９.,．，-—~/%％()（）〔〕:：、。 "
      U"年月日号万亿千百十余多元家人次分个第附件一二三〇两"
      U"约近≥≤<>=的增长占比“”AB\n①";
  std::mt19937 random(20231231);
  for (int round = 0; round < 3000; ++round) {
    std::string words;
    const size_t length = 1 + random() % 40;
    for (size_t i = 0; i < length; ++i) {
      AppendUtf8(alphabet[random() % alphabet.size()], &words);
    }
    const Characters text(words);
    const auto readings = ReadNumerals(text, Lexicon::BuiltIn(), round % 2 == 0);
    size_t at = 0;
    for (const Reading& reading : readings) {
      ASSERT_LE(at, reading.begin) << words;
      ASSERT_LT(reading.begin, reading.end) << words;
      ASSERT_LE(reading.end, text.size()) << words;
      for (; at < reading.begin; ++at) {
        ASSERT_LT(DigitValue(text[at]), 0) << words << " at " << at;
      }
      at = reading.end;
    }
    for (; at < text.size(); ++at) {
      ASSERT_LT(DigitValue(text[at]), 0) << words << " at " << at;
    }
  }
}

TEST(NumeralScanner, TakesHostileTextsWithoutTrouble) {
  std::string units;
  std::string commas;
  std::string myriads;
  for (int i = 0; i < 20'000; ++i) {
    units += "万元";
    commas += "1,234";
    myriads += "三百万";
  }
  for (const std::string& words :
       {std::string(100'000, '9'), "1" + units, commas, myriads, std::string(50'000, '('),
        std::string(50'000, '-') + "5", std::string("\xff\xfe\x00\x31", 4)}) {
    const Characters text(words);
    for (const Reading& reading : ReadNumerals(text, Lexicon::BuiltIn(), false)) {
      EXPECT_LE(reading.end, text.size());
    }
  }
}

}  // namespace
}  // namespace crossfoot::normalize
