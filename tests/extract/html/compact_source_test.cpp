// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/html/compact_source.h"

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "extract/html/gumbo_reader.h"

namespace crossfoot {
namespace {

TEST(CompactSource, LeadsBackToTheSource) {
  const std::string html = "<p class=\"正文 x\">支出12.5万元 增长</p>\n<td>一&amp;二</td>";
  const CompactSource compact(html);
  EXPECT_LT(compact.bytes().size(), html.size());
  const size_t p_end = compact.bytes().find("</p>");
  EXPECT_EQ(html.substr(compact.SourceOffset(p_end), 4), "</p>");
  const size_t begin = compact.bytes().find('>') + 1;
  EXPECT_EQ(compact.Source(begin, p_end), "支出12.5万元 增长");
  EXPECT_EQ(CompactSource::AsItStands(html).bytes(), html);
}

TEST(CompactSource, PutsRunsBackIntoDecodedText) {
  const std::string html = "甲&amp;乙 &lt;丙";
  const CompactSource compact(html);
  std::string decoded(compact.bytes());
  decoded.replace(decoded.find("&amp;"), 5, "&");
  decoded.replace(decoded.find("&lt;"), 4, "<");
  EXPECT_EQ(compact.Restore(decoded, 0, compact.bytes().size()), "甲&乙 <丙");
  // A run too few, a mark too many: said, not guessed.
  EXPECT_EQ(compact.Restore("&", 0, compact.bytes().size()), std::nullopt);
  EXPECT_EQ(compact.Restore(decoded + "\u07FF", 0, compact.bytes().size()), std::nullopt);
}

// What a page says does not depend on its having been reduced: also where its text holds the mark,
// where an entity makes one, and where dropped markup between two texts has words of its own.
TEST(CompactSource, ChangesNothingOfWhatIsParsed) {
  const std::pair<const char*, const char*> kPages[] = {
      {"<p>甲&#x7FF;乙</p>", "甲\u07FF乙"},
      {"<p>甲\u07FF乙</p>", "甲\u07FF乙"},
      {"<p>甲</b title=\"题目\">乙</p>", "甲乙"},
      {"<p>甲&#x7FF;</b title=\"题目\">乙</p>", "甲\u07FF乙"},
      {"<table>甲<tr>乙<td>丙</td>丁</tr></table>", "甲乙丁丙"},
      {"<p title='名称'>甲</p></p>乙<!-- 注 -->丙", "甲乙丙"},
      {"<p>支出&nbsp;12.5&nbsp;万元&hellip;合计&#8212;</p>", "支出\u00A012.5\u00A0万元…合计—"},
      {"<a 属性=值 class=x乙>甲</a>", "甲"},
      {"<p>甲\r\n乙&amp;丙\r丁</p>", "甲\n乙&丙\n丁"},
      {"<textarea>乙<b>丙</textarea>丁", "乙<b>丙丁"},
      // What looks like an attribute that nobody reads, where it is none.
      {"<!-- <p title=\" --> 甲 <i>\" 乙 lang=\"en\" 丙 <b>", "甲 \" 乙 lang=\"en\" 丙 "},
      {"<!-- <p title=\" --> 甲 <i>\" &amp; lang=\"en\" 丙 <b>", "甲 \" & lang=\"en\" 丙 "},
      {"<!-- <a - b=\"x\"-> 甲 -->乙", "乙"},
      {"<script>a('<p title=\"</script>甲<b lang=\"x\">乙</b>", "a('<p title=\"甲乙"},
      {"<p title='a lang=\"en\"' lang=\"en\">甲", "甲"},
      {"<p lang=\"甲\" 乙>丙</p><p lang=\"丁", "丙"},
  };
  for (const auto& [html, expected] : kPages) {
    const Result<MarkupTree> tree = ParseHtml(html, {});
    ASSERT_TRUE(tree.ok()) << html;
    std::string text;
    for (const MarkupNode& node : *tree) {
      text += node.text;
    }
    EXPECT_EQ(text, expected) << html;
  }
}

// The attributes that are read, of all elements.
std::string Attributes(const std::string& html) {
  std::string all;
  const Result<MarkupTree> tree = ParseHtml(html, {});
  for (size_t i = 0; tree.ok() && i < tree->size(); ++i) {
    for (const auto& [name, value] : (*tree)[i].attributes) {
      all += name;
      all += "=" + value + ";";
    }
  }
  return all;
}

TEST(CompactSource, LeavesOutAttributesThatSayNothing) {
  const std::string html =
      "<p style=\"text-indent: 2em\" lang=\"zh\"><span title='甲'>乙</span><td colspan=\"1\" "
      "width='9'>丙</p>";
  EXPECT_EQ(CompactSource(html).bytes(), "<p  ><span >\xDF\xBF</span><td  >\xDF\xBF</p>");
  EXPECT_EQ(CompactSource(html).SourceOffset(5), html.find("<span"));
}

TEST(CompactSource, KeepsAttributesThatSaySomething) {
  EXPECT_EQ(Attributes("<p lang=\"x\" style=\"Display : none\" class=\"nav\">甲"),
            "style=Display : none;class=nav;");
  EXPECT_EQ(Attributes("<table><td colspan=\"1\" colspan=\"2\">甲<td rowspan=\"2\">乙"),
            "colspan=1;rowspan=2;");
  EXPECT_EQ(Attributes("<p style=\"color:red\" style=\"display:none\">甲"), "style=color:red;");
}

TEST(CompactSource, KeepsWhatTheParserAsksFor) {
  // An <input> of another type would be thrown out of the table.
  const Result<MarkupTree> tree = ParseHtml("<table><input type=\"hidden\"><tr><td>甲</table>", {});
  ASSERT_TRUE(tree.ok());
  size_t table = 0;
  size_t input = 0;
  for (size_t i = 0; i < tree->size(); ++i) {
    table = (*tree)[i].tag == "table" ? i : table;
    input = (*tree)[i].tag == "input" ? i : input;
  }
  EXPECT_GT(input, table);
}

}  // namespace
}  // namespace crossfoot
