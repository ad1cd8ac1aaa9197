// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/extract.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace crossfoot {
namespace {

const std::vector<std::string> kParagraphs = {
    "2022年度青石县文化馆部门整体支出绩效自评报告",
    "一、基本情况",
    "（一）主要职责：",
    "1．负责全县群众文化活动的组织；",
    "2．负责非物质文化遗产的保护；",
    "3．完成上级交办的其他工作。",
    "（二）收支情况",
    "2022年本馆收入合计12.50万元，支出合计12.50万元，其中：书刊购置费10.00万元，馆舍维修费2."
    "50万元。",
    "二、存在的问题",
    "1.人员不足。本馆核定编制12名，实有在职人员11人，影响活动的开展。",
    "2.经费不足。活动经费逐年减少，难以满足群众需要。",
};
const std::vector<std::vector<std::string>> kTable = {
    {"项目", "预算数", "决算数"}, {"书刊购置费", "10.00", "10.00"}, {"馆舍维修费", "2.00", "2.50"}};

std::string AsText() {
  std::string text;
  for (const std::string& paragraph : kParagraphs) {
    text += paragraph + "\n\n";
  }
  text += "支出决算表\n\n单位：万元\n\n";
  for (const auto& row : kTable) {
    text += row[0] + "\t" + row[1] + "\t" + row[2] + "\n";
  }
  return text;
}

std::string AsMarkdown() {
  std::string text;
  for (const std::string& paragraph : kParagraphs) {
    text += paragraph + "\n\n";
  }
  text += "**支出决算表**\n\n单位：万元\n\n";
  for (size_t r = 0; r < kTable.size(); ++r) {
    text += "| " + kTable[r][0] + " | " + kTable[r][1] + " | " + kTable[r][2] + " |\n";
    text += r == 0 ? "|---|---:|---:|\n" : "";
  }
  return text;
}

std::string AsHtml() {
  std::string text = "<html><body><ul class=nav><li><a href=x>首页</a></ul>";
  for (const std::string& paragraph : kParagraphs) {
    text += "<p>　　" + paragraph + "</p>\r\n";
  }
  text += "<p align=center>支出决算表</p><p>单位：万元</p><table>";
  for (const auto& row : kTable) {
    text += "<tr><td>" + row[0] + "</td><td>" + row[1] + "<td>" + row[2] + "</tr>";
  }
  return text + "</table></body></html>";
}

std::string InUtf16(const std::string& utf8) {
  std::string bytes = "\xFF\xFE";
  for (size_t i = 0; i < utf8.size();) {
    const Utf8Step step = DecodeUtf8(utf8, i);
    bytes += static_cast<char>(step.code & 0xFF);
    bytes += static_cast<char>(step.code >> 8);
    i += step.length;
  }
  return bytes;
}

// What later rooms see, places left aside.
std::string Seen(const std::string& bytes) {
  const Result<Document> document = Extract(Source{"report", bytes});
  if (!document) {
    return document.error().ToString();
  }
  std::string out;
  for (const Block& block : document->blocks) {
    out += std::to_string(static_cast<int>(block.kind)) + " " + block.text.utf8() + " §" +
           std::to_string(block.section) + "\n";
  }
  for (const Section& section : document->outline) {
    out += std::to_string(section.level) + section.number + section.title +
           (section.run_in ? "…" : "") + "\n";
  }
  for (const Table& table : document->tables) {
    out += table.caption.utf8() + table.unit_note.utf8() + std::to_string(table.header_rows) +
           std::to_string(table.label_columns) + "\n";
    for (const Cell& cell : table.cells) {
      out += std::to_string(cell.row) + "," + std::to_string(cell.column) + cell.text.utf8() + "\n";
    }
  }
  return out;
}

TEST(Extract, GivesTheSameDocumentWhateverTheReportWasPublishedAs) {
  const std::string expected = Seen(AsText());
  EXPECT_NE(expected.find("2（一）主要职责"), std::string::npos) << expected;
  EXPECT_NE(expected.find("支出决算表单位：万元11"), std::string::npos) << expected;
  EXPECT_EQ(Seen(AsMarkdown()), expected);
  EXPECT_EQ(Seen(AsHtml()), expected);
  EXPECT_EQ(Seen(InUtf16(AsText())), expected);
  EXPECT_EQ(Seen(InUtf16(AsHtml())), expected);
}

TEST(Extract, TellsWhatItWasByContent) {
  EXPECT_EQ(Extract(Source{"a.pdf", AsText()})->source.media_type, "text/plain");
  EXPECT_EQ(Extract(Source{"a.txt", AsHtml()})->source.media_type, "text/html");
}

TEST(Extract, NamesTheFileInEveryError) {
  struct Case {
    std::string bytes;
    ErrorCode code;
  };
  const Case cases[] = {
      {"", ErrorCode::kEmptyFile},
      {" \n \n", ErrorCode::kNoText},
      {std::string("\x01\x02\x03\x00\x04\x05", 6), ErrorCode::kUnknownFormat},
      {"\x89PNG\r\n\x1A\n", ErrorCode::kUnknownFormat},
      {"PK\x03\x04 pictures", ErrorCode::kUnknownFormat},
      {"\xB1\xBE\xFF\xFF\xB9", ErrorCode::kInvalidEncoding},
  };
  for (const Case& c : cases) {
    const Result<Document> document = Extract(Source{"named.txt", c.bytes});
    ASSERT_FALSE(document.ok()) << c.bytes;
    EXPECT_EQ(document.error().code, c.code) << document.error().message;
    EXPECT_EQ(document.error().file, "named.txt");
  }
}

TEST(Extract, ReadsFilesAndSaysWhyNot) {
  EXPECT_EQ(ReadSource("/nowhere/at/all").error().code, ErrorCode::kFileNotFound);
  EXPECT_EQ(ReadSource("/").error().code, ErrorCode::kIsADirectory);
  EXPECT_EQ(ReadSource("/dev/null").error().code, ErrorCode::kFileUnreadable);
}

}  // namespace
}  // namespace crossfoot
