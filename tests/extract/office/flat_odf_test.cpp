// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/flat_odf.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

std::string Html(const std::string& styles, const std::string& body) {
  const auto html = FlatOdfToHtml("<office:document><office:automatic-styles>" + styles +
                                      "</office:automatic-styles><office:body>" + body +
                                      "</office:body></office:document>",
                                  {});
  return html.ok() ? *html : html.error().message;
}

std::string TextOf(const std::string& styles, const std::string& body) {
  return Html(styles, "<office:text>" + body + "</office:text>");
}

std::string SheetOf(const std::string& rows, const std::string& styles = "") {
  return Html(styles, "<office:spreadsheet><table:table table:name='Sheet1'>" + rows +
                          "</table:table></office:spreadsheet>");
}

std::string Cell(const std::string& text, const std::string& attributes = "") {
  return "<table:table-cell " + attributes + "><text:p>" + text + "</text:p></table:table-cell>";
}

constexpr const char* kList =
    "<text:list-style style:name='L'><text:list-level-style-number text:level='1' "
    "style:num-suffix='、' style:num-format='一, 二, 三, ...'/></text:list-style>";

TEST(FlatOdf, PutsAParagraphOnALine) {
  EXPECT_EQ(
      TextOf("", "<text:p>甲&lt;乙</text:p><text:p/><text:h text:outline-level='2'>丙</text:h>"),
      "<p>甲&lt;乙</p>\n<h2>丙</h2>\n");
}

TEST(FlatOdf, WritesTheNumbersThatTheProgramCounts) {
  EXPECT_EQ(TextOf(kList,
                   "<text:list text:style-name='L'><text:list-item><text:p>概况</text:p>"
                   "</text:list-item></text:list><text:p>x</text:p>"
                   "<text:list text:style-name='L' text:continue-numbering='true'><text:list-item>"
                   "<text:p>成效</text:p></text:list-item></text:list>"),
            "<p>一、概况</p>\n<p>x</p>\n<p>二、成效</p>\n");
}

TEST(FlatOdf, LeavesOutWhatWasDeletedOrIsHidden) {
  EXPECT_EQ(TextOf("<style:style style:name='H' style:family='text'><style:text-properties "
                   "text:display='none'/></style:style>",
                   "<text:tracked-changes><text:changed-region text:id='c'><text:deletion>"
                   "<text:p>旧</text:p></text:deletion></text:changed-region>"
                   "</text:tracked-changes><text:p>共<text:change-start text:change-id='c'/>999"
                   "<text:change-end text:change-id='c'/>888<text:span text:style-name='H'>777"
                   "</text:span>元</text:p>"),
            "<p>共888元</p>\n");
}

// A footnote's mark would make 120.501 of 120.50.
TEST(FlatOdf, PutsFootnotesAfterTheirParagraphWithoutTheirMark) {
  EXPECT_EQ(TextOf("",
                   "<text:p>支出120.50<text:note><text:note-citation>1</text:note-citation>"
                   "<text:note-body><text:p>含结转</text:p></text:note-body></text:note>万元"
                   "</text:p>"),
            "<p>支出120.50万元</p>\n<p>含结转</p>\n");
}

TEST(FlatOdf, ReadsTextBoxesAndLeavesPicturesAndComments) {
  EXPECT_EQ(TextOf("",
                   "<text:p>甲<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box>"
                   "</draw:frame><office:annotation><text:p>批注</text:p></office:annotation>"
                   "<draw:frame><draw:object><text:p>图</text:p></draw:object></draw:frame>"
                   "</text:p>"),
            "<p>甲</p>\n<p>框</p>\n");
}

TEST(FlatOdf, GivesCellsAsPrintedWithTheirSpans) {
  EXPECT_EQ(
      SheetOf("<table:table-row>" +
              Cell("项目", "table:number-rows-spanned='2' table:number-columns-spanned='1'") +
              Cell("金额", "table:number-columns-spanned='2'") +
              "<table:covered-table-cell/></table:table-row><table:table-row>"
              "<table:covered-table-cell/>" +
              Cell("1,234.57", "office:value='1234.565'") + Cell("95%") + "</table:table-row>"),
      "<table><tr><td rowspan=2><p>项目</p></td><td colspan=2><p>金额</p></td></tr>\n"
      "<tr><td><p>1,234.57</p></td><td><p>95%</p></td></tr>\n</table>\n");
}

TEST(FlatOdf, LeavesHiddenRowsColumnsAndSheetsOut) {
  EXPECT_EQ(SheetOf("<table:table-column/><table:table-column table:visibility='collapse'/>"
                    "<table:table-column/><table:table-row>" +
                    Cell("项目") + Cell("底稿") + Cell("金额") +
                    "</table:table-row><table:table-row table:visibility='collapse'>" + Cell("暗") +
                    Cell("1") + Cell("2") + "</table:table-row><table:table-row>" + Cell("甲") +
                    Cell("7") + Cell("3") + "</table:table-row>"),
            "<table><tr><td><p>项目</p></td><td><p>金额</p></td></tr>\n"
            "<tr><td><p>甲</p></td><td><p>3</p></td></tr>\n</table>\n");
  EXPECT_EQ(Html("<style:style style:name='T' style:family='table'><style:table-properties "
                 "table:display='false'/></style:style>",
                 "<office:spreadsheet><table:table table:style-name='T'><table:table-row>" +
                     Cell("机密") + "</table:table-row></table:table></office:spreadsheet>"),
            "");
}

TEST(FlatOdf, CountsRepeatsOutAndTrimsBlankMargins) {
  EXPECT_EQ(SheetOf("<table:table-row table:number-rows-repeated='1000000'><table:table-cell "
                    "table:number-columns-repeated='16384'/></table:table-row><table:table-row>"
                    "<table:table-cell/>" +
                    Cell("0", "table:number-columns-repeated='3'") +
                    "<table:table-cell table:number-columns-repeated='16380'/></table:table-row>"),
            "<table><tr><td><p>0</p></td><td><p>0</p></td><td><p>0</p></td></tr>\n</table>\n");
}

TEST(FlatOdf, PartsTablesThatStandBelowOneAnother) {
  const std::string html = SheetOf(
      "<table:table-row>" + Cell("表一") + "</table:table-row><table:table-row>" + Cell("a") +
      Cell("1") + "</table:table-row><table:table-row/><table:table-row>" + Cell("表二") +
      "</table:table-row><table:table-row>" + Cell("b") + Cell("2") + "</table:table-row>");
  EXPECT_EQ(html.find("<table>", 1), html.find("<tr><td><p>表二") - 7);
}

TEST(FlatOdf, StopsWhereRepeatsMakeMuchOfLittle) {
  EXPECT_NE(SheetOf("<table:table-row table:number-rows-repeated='1048576'>" +
                    Cell("9", "table:number-columns-repeated='16384'") + "</table:table-row>")
                .find("limit"),
            std::string::npos);
}

TEST(FlatOdf, SaysWhenThereIsNeitherTextNorSheet) {
  EXPECT_NE(Html("", "<office:drawing/>").find("neither text nor sheets"), std::string::npos);
}

}  // namespace
}  // namespace crossfoot
