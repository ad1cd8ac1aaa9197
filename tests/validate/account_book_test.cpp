// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/account_book.h"

#include <tuple>
#include <vector>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(AccountBook, NamesOfAllYearsAreTheAccountsOwn) {
  EXPECT_FALSE(IsNameOfAnother("20805", "行政事业单位离退休"));
  EXPECT_FALSE(IsNameOfAnother("20805", "行政事业单位养老支出"));
  EXPECT_FALSE(IsNameOfAnother("30311", "住房公积金"));  // before 2018
  EXPECT_TRUE(IsNameOfAnother("20805", "住房改革支出"));
  EXPECT_TRUE(IsNameOfAnother("2210201", "购房补贴"));
}

TEST(AccountBook, WhatTheBookDoesNotKnowIsNotJudged) {
  EXPECT_FALSE(IsNameOfAnother("2130205", "住房公积金"));  // a code it does not know
  EXPECT_FALSE(IsNameOfAnother("2080505", "养老保险"));    // a name it does not know
}

TEST(AccountBook, NamesDifferByMoreThanSpendingOrACut) {
  EXPECT_TRUE(SameAccountName("司法", "司法支出"));
  EXPECT_TRUE(SameAccountName("行政单位离退休", "归口管理的行政单位离退休"));
  EXPECT_TRUE(SameAccountName("机关事业单位基本养老保险缴", "机关事业单位基本养老保险缴费支出"));
  EXPECT_FALSE(SameAccountName("行政单位医疗", "事业单位医疗"));
}

// Rows of one table, or of several: each begins with the table's number.
std::vector<AccountRow> Rows(const std::vector<FigureTable>& tables,
                             std::vector<std::tuple<int, const char*, const char*>> rows) {
  std::vector<AccountRow> out;
  for (const auto& [table, code, name] : rows) {
    AccountRow row;
    row.code = code;
    row.name = name;
    row.table = &tables[static_cast<size_t>(table)];
    row.row = static_cast<int>(out.size());
    out.push_back(std::move(row));
  }
  return out;
}

TEST(AccountBook, ACodeOutOfItsOrderIsTheSlip) {
  const std::vector<FigureTable> tables(1);
  const auto rows =
      Rows(tables,
           {{0, "202", "一般公共服务支出"}, {0, "20126", "档案事务"}, {0, "2012601", "行政运行"}});
  EXPECT_EQ(SlipOf(rows, rows[0], "201"), AccountSlip::kCode);
}

TEST(AccountBook, ANameWhoseAccountStandsInTheSameTableIsTheSlip) {
  const std::vector<FigureTable> tables(2);
  const auto rows = Rows(tables, {{0, "2080501", "行政单位离退休"},
                                  {0, "2080506", "行政单位离退休"},
                                  {1, "2080506", "机关事业单位职业年金缴费支出"}});
  EXPECT_EQ(SlipOf(rows, rows[1], "2080501"), AccountSlip::kName);
  EXPECT_EQ(NameMeant(rows, rows[1]), "机关事业单位职业年金缴费支出");
}

TEST(AccountBook, ACodeThatNoOtherTableHasIsTheSlipIfTheOthersKnowTheName) {
  const std::vector<FigureTable> tables(2);
  const auto rows = Rows(tables, {{0, "2080505", "机关事业单位职业年金缴费支出"},
                                  {1, "2080506", "机关事业单位职业年金缴费支出"}});
  EXPECT_EQ(CodeMeant(rows, rows[0]), "2080506");
  EXPECT_EQ(SlipOf(rows, rows[0], "2080506"), AccountSlip::kCode);
}

TEST(AccountBook, WhereNothingTellsCodeFromNameNeitherIsBlamed) {
  const std::vector<FigureTable> tables(1);
  const auto rows = Rows(tables, {{0, "2080505", "机关事业单位职业年金缴费支出"}});
  EXPECT_EQ(SlipOf(rows, rows[0], "2080506"), AccountSlip::kUnknown);
}

}  // namespace
}  // namespace crossfoot
