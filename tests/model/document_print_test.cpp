// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/document_print.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

Text Words(std::string_view words) {
  Text text;
  text.Append(words, Place{0, 1, 1, {}});
  return text;
}

Document WithTable(std::vector<Cell> cells, int rows, int columns) {
  Document document;
  Block heading;
  heading.kind = BlockKind::kHeading;
  heading.text = Words("一、基本情况");
  heading.section = 0;
  document.outline.push_back({"一、", 2, "基本情况", 0, -1, false});
  Block at;
  at.kind = BlockKind::kTable;
  at.table = 0;
  document.blocks = {heading, at};
  Table table;
  table.rows = rows;
  table.columns = columns;
  table.header_rows = 1;
  table.caption = Words("支出表");
  table.cells = std::move(cells);
  document.tables.push_back(std::move(table));
  return document;
}

TEST(DocumentPrint, MarkdownEscapesWhatTheReportSays) {
  const Document document =
      WithTable({{0, 0, 1, 1, Words("a|b"), {}}, {0, 1, 1, 1, Words("<b>"), {}}}, 1, 2);
  EXPECT_EQ(PrintMarkdown(document),
            "## 一、基本情况\n\n**支出表**\n\n| a\\|b | \\<b\\> |\n| --- | --- |\n\n");
}

TEST(DocumentPrint, SpansBecomeAnHtmlTable) {
  const Document document = WithTable({{0, 0, 1, 2, Words("<合计>"), {}},
                                       {1, 0, 1, 1, Words("1"), {}},
                                       {1, 1, 1, 1, Words("2"), {}}},
                                      2, 2);
  const std::string markdown = PrintMarkdown(document);
  EXPECT_NE(markdown.find("<th colspan=\"2\">&lt;合计&gt;</th>"), std::string::npos) << markdown;
  EXPECT_NE(markdown.find("<td>1</td><td>2</td>"), std::string::npos) << markdown;
}

TEST(DocumentPrint, CsvMakesFormulasHarmlessAndKeepsNegativeNumbers) {
  const Document document = WithTable({{0, 0, 1, 1, Words("=1+1"), {}},
                                       {0, 1, 1, 1, Words("-12.5"), {}},
                                       {1, 0, 1, 1, Words("a,\"b\""), {}},
                                       {1, 1, 1, 1, Words("@x"), {}}},
                                      2, 2);
  EXPECT_EQ(PrintCsv(document),
            "# table 1: 支出表 | \r\n'=1+1,-12.5\r\n\"a,\"\"b\"\"\",'@x\r\n\r\n");
}

TEST(DocumentPrint, PlainTextPutsTabsBetweenCells) {
  const Document document =
      WithTable({{0, 0, 1, 1, Words("合\n计"), {}}, {0, 1, 1, 1, Words("5"), {}}}, 1, 2);
  EXPECT_EQ(PrintPlainText(document), "一、基本情况\n支出表\n合 计\t5\n");
}

}  // namespace
}  // namespace crossfoot
