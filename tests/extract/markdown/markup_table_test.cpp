// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/markdown/markup_table.h"

#include <gtest/gtest.h>

#include "extract/text/text_reader.h"

namespace crossfoot {
namespace {

TEST(MarkupTable, IsReadBetweenLinesOfText) {
  const auto document = ReadText(
      "支出情况如下：\n\n<table>\n<tr><th rowspan=\"2\">项目</th><th colspan=\"2\">金额</th></tr>\n"
      "<tr><th>预算数</th><th>决算数</th></tr>\n<tr><td>基本支出</td><td>1.50</td><td>1.20</td></"
      "tr>\n"
      "</table>\n\n以上。\n",
      {});
  ASSERT_TRUE(document.ok());
  ASSERT_EQ(document->tables.size(), 1U);
  const Table& table = document->tables.front();
  EXPECT_EQ(table.rows, 3);
  EXPECT_EQ(table.columns, 3);
  EXPECT_EQ(table.header_rows, 2);
  const Cell& last = table.cells.back();
  EXPECT_EQ(last.text.utf8(), "1.20");
  EXPECT_EQ(last.text.PlaceOf(0, 1).line, 6);
  EXPECT_EQ(last.text.PlaceOf(0, 1).column, 35);
  EXPECT_EQ(document->blocks.size(), 3U);
}

TEST(MarkupTable, WithoutAnEndIsText) {
  const auto document = ReadText("<table>\n<tr><td>甲</td></tr>\n之后的文字。\n", {});
  ASSERT_TRUE(document.ok());
  EXPECT_TRUE(document->tables.empty());
}

}  // namespace
}  // namespace crossfoot
