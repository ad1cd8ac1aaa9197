// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/pdf_document.h"

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

}  // namespace
}  // namespace crossfoot
