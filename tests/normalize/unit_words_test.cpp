// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/unit_words.h"

#include <gtest/gtest.h>

namespace crossfoot::normalize {
namespace {

std::string Read(std::string_view words) {
  std::string out;
  for (const Unit& unit : UnitsIn(words, Lexicon::BuiltIn())) {
    out += (out.empty() ? "" : " ") + unit.symbol;
  }
  return out;
}

TEST(UnitWords, FindsTheUnitALabelNames) {
  const struct {
    const char* words;
    const char* units;
  } kCases[] = {
      {"部门资金（万元）", "万元"},
      {"金额(元)", "元"},
      {"单位：万元", "万元"},
      {"编制单位：某局 单位：人民币万元", "万元"},
      {"金额单位:万元、人", "万元 人"},
      {"增减%", "%"},
      {"人数（人）", "人"},
      {"因公出国（境）费", ""},
      {"预算单位", ""},
      {"2023年度", ""},
      {"维修（护）费", ""},
      {"", ""},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(Read(one.words), one.units) << one.words;
  }
}

}  // namespace
}  // namespace crossfoot::normalize
