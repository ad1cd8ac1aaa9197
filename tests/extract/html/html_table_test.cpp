// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/html/html_table.h"

#include <string>

#include <gtest/gtest.h>

#include "extract/html/gumbo_reader.h"

namespace crossfoot {
namespace {

std::optional<Table> Read(std::string_view html, const Limits& limits = {}) {
  const Result<MarkupTree> tree = ParseHtml(html, {});
  for (size_t i = 0; tree.ok() && i < tree->size(); ++i) {
    if ((*tree)[i].tag == "table") {
      return ReadHtmlTable(*tree, i, PageContentFilter(*tree), SourcePositions(html), limits);
    }
  }
  return std::nullopt;
}

std::string At(const Table& table, int row, int column) {
  const int cell = table.CellAt(row, column);
  return cell < 0 ? "-" : table.cells[static_cast<size_t>(cell)].text.utf8();
}

TEST(HtmlTable, LaysOutSpansAsBrowsersDo) {
  const auto table = Read(
      "<table><tr><td rowspan=2>项目<td colspan=2>支出<tr><td>预算数<td>决算数"
      "<tr><td>书刊<td>1.00<td>2.00</table>");
  ASSERT_TRUE(table.has_value());
  EXPECT_EQ(table->rows, 3);
  EXPECT_EQ(table->columns, 3);
  EXPECT_EQ(At(*table, 1, 0), "项目");
  EXPECT_EQ(At(*table, 0, 2), "支出");
  EXPECT_EQ(At(*table, 1, 2), "决算数");
  EXPECT_EQ(At(*table, 2, 2), "2.00");
  EXPECT_EQ(table->header_rows, 2);
  EXPECT_EQ(table->label_columns, 1);
}

TEST(HtmlTable, FillsRowsThatEndEarly) {
  const auto table = Read("<table><tr><td>甲<td>1<td>2<tr><td>乙</table>");
  ASSERT_TRUE(table.has_value());
  EXPECT_EQ(At(*table, 1, 2), "");
  EXPECT_EQ(table->cells.size(), 6U);
}

TEST(HtmlTable, JoinsTheWordsOfACellThatItsColumnWrapped) {
  const auto table =
      Read("<table><tr><td>数量指<br>标<td><p>10</p><p>20</p><tr><td>甲<td>1</table>");
  ASSERT_TRUE(table.has_value());
  EXPECT_EQ(At(*table, 0, 0), "数量指标");
  EXPECT_EQ(At(*table, 0, 1), "10 20");
}

TEST(HtmlTable, RefusesSpansThatWouldFillMemory) {
  std::string rows;
  for (int i = 0; i < 1000; ++i) {
    rows += "<tr><td colspan=1000 rowspan=65000>1";
  }
  EXPECT_FALSE(Read("<table>" + rows + "</table>").has_value());
}

TEST(HtmlTable, BreaksSpansThatOverlap) {
  const auto table = Read("<table><tr><td>甲<td rowspan=2>1<tr><td colspan=2>乙</table>");
  ASSERT_TRUE(table.has_value());
  EXPECT_EQ(At(*table, 1, 0), "乙");
  EXPECT_EQ(At(*table, 1, 1), "1");
}

bool IsLayout(std::string_view html) {
  const Result<MarkupTree> tree = ParseHtml(html, {});
  for (size_t i = 0; tree.ok() && i < tree->size(); ++i) {
    if ((*tree)[i].tag == "table") {
      return IsLayoutTable(*tree, i);
    }
  }
  return false;
}

TEST(HtmlTable, TellsAFormThatHoldsASmallTableFromALayoutTable) {
  EXPECT_FALSE(
      IsLayout("<table><tr><td>项目<td>预算数<td>决算数<tr><td>基本支出<td>1.50<td>"
               "<table><tr><td>内<td>2.5</table></table>"));
  EXPECT_TRUE(
      IsLayout("<table><tr><td>标志<td>菜单<tr><td>导航<td>"
               "<table><tr><td>项目<td>金额<tr><td>基本支出<td>1.50</table></table>"));
  std::string prose;
  for (int i = 0; i < 20; ++i) {
    prose += "本年支出10万元。";
  }
  EXPECT_TRUE(IsLayout("<table><tr><td>标志<td>菜单<tr><td>导航<td>" + prose +
                       "<table><tr><td>内<td>2.5</table></table>"));
}

}  // namespace
}  // namespace crossfoot
