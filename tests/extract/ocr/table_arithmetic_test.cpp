// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/table_arithmetic.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "extract/ocr/doubt.h"
#include "tests/extract/layout/page_setter.h"

namespace crossfoot {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// A ruled table; the figure `doubtful` (its first occurrence) may have `other` at place `digit`.
PageContent Show(const Rows& rows, const std::string& doubtful, size_t digit, char32_t other) {
  PageSetter setter(1);
  const auto columns = rows[0].size();
  for (size_t r = 0; r < rows.size(); ++r) {
    for (size_t c = 0; c < columns; ++c) {
      setter.Set(60 + 100 * static_cast<float>(c), 115 + 20 * static_cast<float>(r), rows[r][c]);
    }
  }
  const float right = 50 + 100 * static_cast<float>(columns);
  const float bottom = 100 + 20 * static_cast<float>(rows.size());
  for (size_t r = 0; r <= rows.size(); ++r) {
    const float y = 100 + 20 * static_cast<float>(r);
    setter.Rule(50, y, right, y);
  }
  for (size_t c = 0; c <= columns; ++c) {
    const float x = 50 + 100 * static_cast<float>(c);
    setter.Rule(x, 100, x, bottom);
  }
  PageContent page = setter.page();
  for (Glyph& glyph : page.glyphs) {
    glyph.confidence = 0.99F;
  }
  for (const FigureRun& run : FigureRuns(page)) {
    std::string text;
    for (size_t i = run.begin; i < run.end; ++i) {
      AppendUtf8(page.glyphs[i].code, &text);
    }
    if (text == doubtful) {
      page.glyphs[run.begin + digit].confidence = 0.6F;
      page.others.push_back({static_cast<uint32_t>(run.begin + digit), other, 0.5F});
      break;
    }
  }
  NoteDoubts(&page);
  return page;
}

std::string TextOf(const PageContent& page) {
  std::string text;
  for (const Glyph& glyph : page.glyphs) {
    AppendUtf8(glyph.code, &text);
  }
  return text;
}

const Rows kTable = {{"项目", "基本支出", "项目支出", "上年数"},
                     {"办公费", "11.20", "4.00", "7.30"},
                     {"差旅费", "3.10", "6.50", "2.20"},
                     {"合计", "14.30", "10.50", "9.50"}};

TEST(TableArithmetic, TheSumOfItsColumnChoosesADoubtfulDigit) {
  Rows rows = kTable;
  rows[1][3] = "1.30";  // read so; a 7 is printed
  PageContent page = Show(rows, "1.30", 0, U'7');
  ASSERT_EQ(page.doubts.size(), 1U);
  SettleByArithmetic(&page);
  EXPECT_NE(TextOf(page).find("7.30"), std::string::npos);
  EXPECT_EQ(page.doubts[0].text, "7.30");
  EXPECT_EQ(page.doubts[0].others, std::vector<std::string>{"1.30"});
  EXPECT_TRUE(page.doubts[0].chosen);
}

TEST(TableArithmetic, ASlipOfTheAuthorIsNotMended) {
  Rows rows = kTable;
  rows[3][3] = "9.80";  // printed so, and read surely
  PageContent page = Show(rows, "2.20", 0, U'7');
  const std::string before = TextOf(page);
  SettleByArithmetic(&page);
  EXPECT_EQ(TextOf(page), before) << "no reading closes the sum";
  EXPECT_FALSE(page.doubts[0].chosen);
}

TEST(TableArithmetic, WhatClosesAlreadyStays) {
  PageContent page = Show(kTable, "7.30", 0, U'1');
  SettleByArithmetic(&page);
  EXPECT_EQ(page.doubts[0].text, "7.30");
  EXPECT_FALSE(page.doubts[0].chosen);
}

TEST(TableArithmetic, AnIdentityThatOtherColumnsDoNotBearOutChoosesNothing) {
  Rows rows = kTable;
  rows[1][3] = "1.30";
  rows[3][1] = "99.00";
  rows[3][2] = "88.00";
  PageContent page = Show(rows, "1.30", 0, U'7');
  SettleByArithmetic(&page);
  EXPECT_FALSE(page.doubts[0].chosen);
}

TEST(TableArithmetic, RowsChooseWhereTheTotalStandsAcross) {
  Rows rows = {{"项目", "合计", "基本支出", "项目支出"},
               {"办公费", "15.20", "11.20", "4.00"},
               {"差旅费", "9.60", "3.10", "6.50"},
               {"培训费", "3.00", "1.00", "2.00"},
               {"印刷费", "5.00", "4.00", "7.00"}};
  PageContent page = Show(rows, "7.00", 0, U'1');
  SettleByArithmetic(&page);
  EXPECT_EQ(page.doubts[0].text, "1.00");
  EXPECT_TRUE(page.doubts[0].chosen);
}

}  // namespace
}  // namespace crossfoot
