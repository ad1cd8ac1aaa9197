// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/picture_document.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/extract/ocr/made_pictures.h"

namespace crossfoot {
namespace {

std::string CellText(const Table& table, int row, int column) {
  const auto at = std::find_if(table.cells.begin(), table.cells.end(), [&](const Cell& cell) {
    return cell.row == row && cell.column == column;
  });
  return at == table.cells.end() ? "(none)" : at->text.utf8();
}

void ExpectTheSamplesTable(const Document& document) {
  ASSERT_EQ(document.tables.size(), 1U);
  const Table& table = document.tables[0];
  EXPECT_EQ(CellText(table, 0, 1), "2022年决算数");
  EXPECT_EQ(CellText(table, 3, 0), "公务用车运行维护费");
  EXPECT_EQ(CellText(table, 3, 2), "8.20");
  EXPECT_EQ(CellText(table, 5, 1), "13.10");
  EXPECT_EQ(CellText(table, 5, 2), "11.30");
  EXPECT_TRUE(std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
    return block.text.utf8().find("与上年支出13.10万元相比减少1.30万元，下降8.92%。") !=
           std::string::npos;
  }));
  EXPECT_TRUE(std::any_of(document.notes.begin(), document.notes.end(),
                          [](const Note& note) { return note.kind == NoteKind::kOcrRead; }));
  EXPECT_FALSE(std::any_of(document.notes.begin(), document.notes.end(),
                           [](const Note& note) { return note.kind == NoteKind::kNeedsOcr; }));
}

TEST(PictureDocument, AScannedPdfAndItsPictureGiveTheSameDocument) {
  const auto from_pdf = Extract({"scan.pdf", ReadSample("scanned-notice-2023.pdf")});
  ASSERT_TRUE(from_pdf) << from_pdf.error().message;
  ExpectTheSamplesTable(*from_pdf);
  const auto from_picture = Extract({"scan.jpg", SampleJpeg()});
  ASSERT_TRUE(from_picture) << from_picture.error().message;
  ExpectTheSamplesTable(*from_picture);
  EXPECT_EQ(from_picture->source.media_type, "image/jpeg");
  EXPECT_EQ(from_picture->source.pages, 1);
}

TEST(PictureDocument, ATiffsBrokenPageIsANoteAndTheOthersAreRead) {
  const Raster white(200, 280, 1, 0);
  TiffPage broken = GreyPageOf(white);
  broken.width = 30'000;
  broken.height = 30'000;
  const auto document =
      Extract({"scan.tif", MakeTiff({GreyPageOf(white), broken, GreyPageOf(white)})});
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->source.media_type, "image/tiff");
  EXPECT_EQ(document->pages.size(), 3U);
  const auto limit = std::find_if(document->notes.begin(), document->notes.end(),
                                  [](const Note& note) { return note.kind == NoteKind::kLimit; });
  ASSERT_NE(limit, document->notes.end());
  EXPECT_EQ(limit->place.page, 2);
}

TEST(PictureDocument, ABrokenPictureIsAnErrorThatNamesTheFile) {
  const auto document = Extract({"scan.png", "\x89PNG\r\n\x1a\nrubbish"});
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::kBrokenImage);
  EXPECT_EQ(document.error().file, "scan.png");
}

TEST(PictureDocument, WithoutAModelAPictureIsAnErrorAndAPdfSaysWhatWasNotRead) {
  ExtractOptions options;
  options.ocr.model_folder = "/nowhere";
  const auto picture = Extract({"scan.jpg", SampleJpeg()}, options);
  ASSERT_FALSE(picture);
  EXPECT_EQ(picture.error().code, ErrorCode::kMissingProgram);
  EXPECT_NE(picture.error().message.find("tesseract-ocr-script-hans"), std::string::npos);
  const auto pdf = Extract({"scan.pdf", ReadSample("scanned-notice-2023.pdf")}, options);
  ASSERT_TRUE(pdf) << pdf.error().message;
  EXPECT_TRUE(std::any_of(pdf->notes.begin(), pdf->notes.end(), [](const Note& note) {
    return note.kind == NoteKind::kNeedsOcr && note.place.page == 1 &&
           note.message.find("tesseract-ocr-script-hans") != std::string::npos;
  }));
}

TEST(PictureDocument, ReadingCanBeSwitchedOff) {
  ExtractOptions options;
  options.ocr.enabled = false;
  EXPECT_FALSE(Extract({"scan.jpg", SampleJpeg()}, options));
  const auto pdf = Extract({"scan.pdf", ReadSample("scanned-notice-2023.pdf")}, options);
  ASSERT_TRUE(pdf);
  EXPECT_TRUE(pdf->tables.empty());
}

}  // namespace
}  // namespace crossfoot
