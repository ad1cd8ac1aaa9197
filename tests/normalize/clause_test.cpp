// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/clause.h"

#include <string>

#include <gtest/gtest.h>

#include "normalize/numeral_scanner.h"

namespace crossfoot::normalize {
namespace {

// The words before and behind each quantity: "words<>behind", parted by " | ".
std::string Clauses(std::string_view words) {
  const Characters text(words);
  const auto readings = ReadNumerals(text, Lexicon::BuiltIn(), false);
  std::string out;
  for (size_t i = 0; i < readings.size(); ++i) {
    if (!readings[i].is_quantity) {
      continue;
    }
    const Clause clause = ClauseOf(text, readings, i);
    out += out.empty() ? "" : " | ";
    out += std::string(text.View(clause.begin, clause.end)) + "<" +
           (clause.in_brackets ? "in" : "") + (clause.after_among_which ? "其中" : "") + ">" +
           std::string(text.View(clause.after_begin, clause.after_end));
  }
  return out;
}

TEST(Clause, IsWhatBelongsToOneFigure) {
  const struct {
    const char* words;
    const char* clauses;
  } kCases[] = {
      {"预算数为5万元，其中:上级3万元,本级2万元", "预算数为<> | 上级<其中> | 本级<>"},
      {"完成值：62家；", "完成值<>"},
      {"职责明确(1分)", "职责明确<in>"},
      {"下设4个处室，", "下设<>处室"},
      {"因公出国（境）费预算 0 万元", "因公出国（境）费预算<>"},
      {"收入、支出总计5万元", "收入、支出总计<>"},
      {"基本支出1万元、项目支出2万元", "基本支出<> | 项目支出<>"},
      {"单位：某局 自评总分: 97 分", "自评总分<>"},
      {"境)外3人", "外<>"},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(Clauses(one.words), one.clauses) << one.words;
  }
}

TEST(Clause, LooksBackOnlySoFar) {
  std::string words;
  for (size_t i = 0; i < 3 * kMostWords; ++i) {
    words += "字";
  }
  const Characters text(words + "5人");
  const auto readings = ReadNumerals(text, Lexicon::BuiltIn(), false);
  ASSERT_EQ(readings.size(), 1U);
  const Clause clause = ClauseOf(text, readings, 0);
  EXPECT_EQ(clause.end - clause.begin, kMostWords);
}

}  // namespace
}  // namespace crossfoot::normalize
