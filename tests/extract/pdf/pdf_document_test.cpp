// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/pdf_document.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/extract/pdf/pdf_writer.h"

namespace crossfoot {
namespace {

TEST(PdfDocument, IsTheReportItsAuthorWrote) {
  PdfWriter writer;
  writer.AddContent(PdfWriter::Han(72, 742, "一、收入情况", 16) +
                    PdfWriter::Han(96, 700, "本年收入合计") + PdfWriter::Latin(168, 700, "12.50") +
                    PdfWriter::Han(200, 700, "万元。") + PdfWriter::Latin(290, 40, "- 1 -"));
  const auto document = Extract({"report.pdf", writer.Bytes()});
  ASSERT_TRUE(document.ok()) << document.error().ToString();
  EXPECT_EQ(document->source.media_type, "application/pdf");
  EXPECT_EQ(document->source.pages, 1);
  ASSERT_EQ(document->blocks.size(), 2U);
  EXPECT_EQ(document->blocks[0].text.utf8(), "一、收入情况");
  EXPECT_EQ(document->blocks[1].text.utf8(), "本年收入合计12.50万元。");
  ASSERT_EQ(document->furniture.size(), 1U);
  EXPECT_EQ(document->furniture[0].utf8(), "- 1 -");

  const Text& text = document->blocks[1].text;
  const size_t at = text.utf8().find("12.50");
  const Place place = text.PlaceOf(at, at + 5);
  EXPECT_EQ(place.page, 1);
  ASSERT_TRUE(place.box.has_value());
  EXPECT_NEAR(place.box->left, 168, 0.1);
}

TEST(PdfDocument, NamesTheFileInItsError) {
  const auto document = Extract({"broken.pdf", "%PDF-1.4 and then nothing"});
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, ErrorCode::kBrokenPdf);
  EXPECT_EQ(document.error().file, "broken.pdf");
}

TEST(PdfDocument, IsTheSameEachTime) {
  PdfWriter writer;
  writer.AddContent(PdfWriter::Han(72, 742, "同样的字"));
  const Source source{"a.pdf", writer.Bytes()};
  const auto first = Extract(source);
  const auto second = Extract(source);
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_EQ(first->blocks[0].text.utf8(), second->blocks[0].text.utf8());
  EXPECT_EQ(first->blocks[0].text.PlaceOf(0, 3), second->blocks[0].text.PlaceOf(0, 3));
}

bool HasNote(const Document& document, NoteKind kind, int page) {
  return std::any_of(document.notes.begin(), document.notes.end(), [&](const Note& note) {
    return note.kind == kind && note.place.page == page;
  });
}

TEST(PdfDocument, KeepsTheOtherPagesBesideThousandsOfTinyTables) {
  std::string content = "0.2 w\n";
  for (int y = 0; y < 50; ++y) {
    for (int x = 0; x < 40; ++x) {
      const std::string left = std::to_string(10 + 14 * x);
      const std::string top = std::to_string(10 + 16 * y);
      for (const std::string step : {"0 0", "0 5", "6 0", "6 5"}) {
        content += "q 1 0 0 1 " + left + " " + top + " cm " + step + " 5 4 re S Q\n";
      }
    }
  }
  PdfWriter writer;
  writer.AddContent(content);
  writer.AddContent(PdfWriter::Han(72, 742, "后一页的话。"));
  const auto document = Extract({"tiny.pdf", writer.Bytes()});
  ASSERT_TRUE(document.ok());
  EXPECT_LE(document->tables.size(), 1000U);
  ASSERT_FALSE(document->blocks.empty());
  EXPECT_EQ(document->blocks.back().text.utf8(), "后一页的话。");
}

TEST(PdfDocument, SaysThatAPageHasMoreCharactersThanTheLimit) {
  PdfWriter writer;
  std::string content = "BT /L 1 Tf 0.9 TL 10 800 Td\n";
  for (int line = 0; line < 800; ++line) {
    content += "(" + std::string(300, 'a') + ") '\n";
  }
  writer.AddContent(content + "ET");
  writer.AddContent(PdfWriter::Han(72, 742, "后一页的话。"));
  const auto document = Extract({"many.pdf", writer.Bytes()});
  ASSERT_TRUE(document.ok());
  EXPECT_TRUE(HasNote(*document, NoteKind::kLimit, 1));
  EXPECT_EQ(document->blocks.back().text.utf8(), "后一页的话。");
}

}  // namespace
}  // namespace crossfoot
