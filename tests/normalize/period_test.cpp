// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/period.h"

#include <gtest/gtest.h>

#include "normalize/numeral_scanner.h"

namespace crossfoot::normalize {
namespace {

// What the words say in a report on 2023: "2022-end stated", "" for nothing.
std::string Read(std::string_view words) {
  const Characters text(words);
  const auto readings = ReadNumerals(text, Lexicon::BuiltIn(), false);
  const Period period = PeriodIn(text, 0, text.size(), readings, 2023);
  if (period.kind == Period::Kind::kUnknown) {
    return "";
  }
  return period.ToString() + (period.stated ? " stated" : "");
}

TEST(Period, IsWhatTheWordsSay) {
  const struct {
    const char* words;
    const char* period;
  } kCases[] = {
      {"2022年基本支出", "2022 stated"},
      {"截至2023年12月31日", "2023-end stated"},
      {"2022年末在职人员", "2022-end stated"},
      {"2023年第四季度", "2023-part stated"},
      {"2023年上半年", "2023-half stated"},
      {"上年度“三公经费”预算数", "2022 stated"},
      {"本年收入", "2023 stated"},
      {"年末结转", "2023-end"},
      {"年初结转和结余", "2023-start"},
      {"上年结转", ""},
      {"年初预算数", ""},
      {"比上年增加", ""},
      {"与2022年相比", ""},
      {"较去年下降", ""},
      {"支出", ""},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(Read(one.words), one.period) << one.words;
  }
}

TEST(Period, IsUnknownWhereTheReportHasNoYear) {
  const Characters text("上年预算");
  const Period period = PeriodIn(text, 0, text.size(), {}, 0);
  EXPECT_EQ(period.year, 0);
  EXPECT_FALSE(period.stated);
}

// Else the base of a growth is taken for the year's own amount, and a right rate looks wrong.
TEST(Period, OfABaseIsItsOwnYear) {
  const struct {
    const char* words;
    const char* period;
  } kCases[] = {
      {"较2022年3620.15万元减少", "2022"}, {"较2021年度的3620.15万元减少", "2021"},
      {"比上年3620.15万元减少", "2022"},   {"比上年决算数3620.15万元减少", "2022"},
      {"2022年3620.15万元", ""},           {"较2022年减少3620.15万元", ""},
      {"比上年增加3620.15万元", ""},       {"本年3620.15万元", ""},
  };
  for (const auto& one : kCases) {
    const Characters text(one.words);
    const auto readings = ReadNumerals(text, Lexicon::BuiltIn(), false);
    const Period period = PeriodOfBase(text, readings, readings.size() - 1, 2023);
    EXPECT_EQ(period.kind == Period::Kind::kUnknown ? "" : period.ToString(), one.period)
        << one.words;
  }
}

}  // namespace
}  // namespace crossfoot::normalize
