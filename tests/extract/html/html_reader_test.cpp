// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/html/html_reader.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

Document Read(std::string_view html) {
  Result<Document> document = ReadHtml(html, {});
  EXPECT_TRUE(document.ok()) << (document.ok() ? "" : document.error().ToString());
  return document.ok() ? std::move(document).value() : Document{};
}

std::vector<std::string> Texts(const Document& document) {
  std::vector<std::string> texts;
  for (const Block& block : document.blocks) {
    texts.push_back(block.kind == BlockKind::kTable ? "[table]" : block.text.utf8());
  }
  return texts;
}

constexpr std::string_view kPage =
    "<!DOCTYPE html><html><head><title>t</title><script>var a='<p>9 万元</p>';</script></head>\n"
    "<body><div class=\"top-nav\"><a href=a>首页</a><a href=b>公开</a></div>\n"
    "<div id=crumb>当前位置：首页 &gt; 公开</div>\n"
    "<div class=\"article-header\"><h1>2022年青石县文化馆部门决算公开</h1></div>\n"
    "<p>来源：本站 发布时间：2023-08-01</p>\n"
    "<p>　　<b>一、</b>基本情况</p>\n"
    "<p>编制 12 名，支出&nbsp;100.25&nbsp;万元，其&#20182;见\n表。</p>\n"
    "<p style=\"display: none\">隐藏 99 万元</p><p hidden>又一处 98 万元</p>\n"
    "<p align=center><b>收支表</b><p>单位：万元\n"
    "<table><tr><th>项目<th>预算数<th>决算数<tr><td>书刊<td>10.00<td>9.99<tr><td>合计<td>10.00<td>"
    "9.99"
    "</table>\n"
    "<p>注：不含结转。</p>二、其他<br>无。\n"
    "<ul><li><a href=1>另一篇</a></li><li><a href=2>又一篇</a></li><li><a "
    "href=3>再一篇</a></li></ul>\n"
    "<footer>某某主办</footer></body></html>";

TEST(HtmlReader, KeepsTheReportAndSetsTheSiteApart) {
  const Document document = Read(kPage);
  EXPECT_EQ(Texts(document),
            (std::vector<std::string>{"2022年青石县文化馆部门决算公开", "一、基本情况",
                                      "编制12名，支出100.25万元，其他见表。", "[table]", "二、其他",
                                      "无。"}));
  EXPECT_FALSE(document.furniture.empty());
}

// Found by fuzz_html: the text ended within a character and lost its last one.
TEST(HtmlReader, CutsNoCharacterBehindAnEntityOfTwo) {
  EXPECT_EQ(Texts(Read("<p>甲&NotEqualTilde;预算&amp;支出</p>")),
            (std::vector<std::string>{"甲\u2242\u0338预算&支出"}));
}

TEST(HtmlReader, MakesTheSameOutlineAsText) {
  const Document document = Read(kPage);
  ASSERT_EQ(document.outline.size(), 2U);
  EXPECT_EQ(document.outline[0].number, "一、");
  EXPECT_EQ(document.outline[0].level, 1);
  EXPECT_EQ(document.blocks[0].kind, BlockKind::kHeading);
}

TEST(HtmlReader, BindsCaptionUnitAndNotes) {
  const Document document = Read(kPage);
  ASSERT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].caption.utf8(), "收支表");
  EXPECT_EQ(document.tables[0].unit_note.utf8(), "单位：万元");
  EXPECT_EQ(document.tables[0].notes.size(), 1U);
}

TEST(HtmlReader, LeadsTextBackToLineAndColumnOfTheSource) {
  const Document document = Read(kPage);
  const Text& text = document.blocks[2].text;
  const size_t figure = text.utf8().find("100.25");
  EXPECT_EQ(text.PlaceOf(figure, figure + 6).line, 7);
  EXPECT_EQ(text.PlaceOf(figure, figure + 6).column, 20);  // after <p>编制 12 名，支出&nbsp;
  const size_t after_entity = text.utf8().find("见");
  EXPECT_EQ(text.PlaceOf(after_entity, after_entity + 3).line, 7);
  EXPECT_EQ(text.PlaceOf(after_entity, after_entity + 3).column, 44);
  const size_t next_line = text.utf8().find("表");
  EXPECT_EQ(text.PlaceOf(next_line, next_line + 3).line, 8);
}

TEST(HtmlReader, WalksThroughATableThatOnlyLaysOutThePage) {
  const Document document = Read(
      "<table><tr><td>菜单</td><td><p>正文一段，较长的文字。</p>"
      "<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table></td></tr></"
      "table>");
  EXPECT_EQ(document.tables.size(), 1U);
  EXPECT_EQ(document.tables[0].columns, 2);
}

TEST(HtmlReader, ReadsFragmentsAndUnclosedTags) {
  EXPECT_EQ(Texts(Read("<p>支出<b>3.5<i>万元<p>收入 4 万元</div></span>")),
            (std::vector<std::string>{"支出3.5万元", "收入4万元"}));
}

TEST(HtmlReader, PartsWordsOfLatinText) {
  EXPECT_EQ(Texts(Read("<p>The <b>total</b>\n is 12&amp;3 <i>units</i>.</p>")),
            std::vector<std::string>{"The total is 12&3 units."});
}

TEST(HtmlReader, RefusesWhatNoPageIs) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) {
    deep += "<div>";
  }
  const Result<Document> document = ReadHtml(deep + "文", {});
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, ErrorCode::kLimitExceeded);
  const Result<Document> empty = ReadHtml("<html><body><script>1</script></body></html>", {});
  ASSERT_FALSE(empty.ok());
  EXPECT_EQ(empty.error().code, ErrorCode::kNoText);
}

TEST(HtmlReader, SurvivesAMillionUnclosedParagraphs) {
  std::string many = "<body>";
  for (int i = 0; i < 300000; ++i) {
    many += "<p>款";
  }
  EXPECT_EQ(Read(many).blocks.size(), 300000U);
}

}  // namespace
}  // namespace crossfoot
