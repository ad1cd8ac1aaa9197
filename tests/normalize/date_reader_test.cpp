// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/date_reader.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot::normalize {
namespace {

std::string Read(std::string_view words) {
  const Characters text(words);
  const auto date = ReadDate(text, 0);
  if (!date) {
    return "none";
  }
  return std::string(MentionKindName(date->mention)) + " " + std::to_string(date->year) + "-" +
         std::to_string(date->month) + "-" + std::to_string(date->day) + " /" +
         std::to_string(date->end);
}

TEST(Date, ReadsEveryForm) {
  const struct {
    const char* words;
    const char* read;
  } kCases[] = {
      {"2023年", "year 2023-0-0 /5"},
      {"2023 年度", "year 2023-0-0 /6"},
      {"二〇二三年", "year 2023-0-0 /5"},
      {"2023年12月31日", "date 2023-12-31 /11"},
      {"2023 年 3 月", "date 2023-3-0 /10"},
      {"二〇二三年十二月三十一日", "date 2023-12-31 /12"},
      {"2023-01-05", "date 2023-1-5 /10"},
      {"2023/1/5", "date 2023-1-5 /8"},
      {"2023. 1. 5", "date 2023-1-5 /10"},
      {"2021-2023年", "year 2021-0-0 /4"},
      {"10月27日", "date 0-10-27 /6"},
      {"3月份", "date 0-3-0 /3"},
      {"1-12月", "date 0-12-0 /5"},
      {"15:30", "date 0-0-0 /5"},
      {"2077.09", "none"},
      {"3个月", "none"},
      {"5年", "none"},
      {"13月", "none"},
      {"12345年", "none"},
      {"2023", "none"},
      {"2023-24-1", "none"},
      {"23年度", "year 2023-0-0 /3"},
      {"23年预算", "year 2023-0-0 /3"},
      {"23年3月", "date 2023-3-0 /5"},
      {"23年来", "none"},
      {"23年的经验", "none"},
      {"15年", "none"},
      {"60年度", "none"},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(Read(one.words), one.read) << one.words;
  }
}

// 任职22年 is a span of time, 较22年 a year.
TEST(Date, ReadsAShortYearBehindAComparison) {
  const Characters compared("较22年");
  EXPECT_EQ(ReadDate(compared, 1)->year, 2022);
  EXPECT_FALSE(ReadDate(Characters("任职22年实际"), 2));
}

}  // namespace
}  // namespace crossfoot::normalize
