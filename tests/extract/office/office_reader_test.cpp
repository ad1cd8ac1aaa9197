// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/office_reader.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

using std::string_literals::operator""s;

TEST(OfficeReader, TellsTheKindByThePartsInside) {
  const auto suffix = [](const std::string& bytes) {
    const OfficeKind* const kind = SniffOffice(bytes);
    return kind == nullptr ? std::string() : std::string(kind->suffix);
  };
  const std::string zip = "PK\x03\x04....";
  const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....";
  EXPECT_EQ(suffix(zip + "word/document.xml"), ".docx");
  EXPECT_EQ(suffix(zip + "xl/workbook.xml"), ".xlsx");
  EXPECT_EQ(suffix(zip + "mimetypeapplication/vnd.oasis.opendocument.text"), ".odt");
  EXPECT_EQ(suffix(ole + "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"s), ".doc");
  EXPECT_EQ(suffix(ole + "W\0o\0r\0k\0b\0o\0o\0k\0"s), ".xls");
  EXPECT_EQ(suffix("{\\rtf1\\ansi"), ".rtf");
  EXPECT_EQ(suffix(zip + "OFD.xml"), "");
}

TEST(OfficeReader, ReadsFlatOpenDocumentWithoutLibreOffice) {
  const std::string xml =
      "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis."
      "opendocument.text\"><office:body><office:text><text:p>支出3.5万元。</text:p></office:text>"
      "</office:body></office:document>";
  const auto document = ReadOffice(xml, {});
  ASSERT_TRUE(document.ok()) << document.error().message;
  EXPECT_EQ(document->blocks.front().text.utf8(), "支出3.5万元。");
  EXPECT_EQ(document->source.media_type, "application/vnd.oasis.opendocument.text");
}

TEST(OfficeReader, SaysThatAPasswordIsNeeded) {
  const auto document = ReadOffice(
      "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s, {});
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, ErrorCode::kEncryptedPdf);
}

TEST(OfficeReader, SaysThatAFileIsCutOff) {
  const auto document = ReadOffice("PK\x03\x04 word/document.xml, and then no more", {});
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, ErrorCode::kBrokenMarkup);
}

TEST(OfficeReader, RefusesAnArchiveThatIsNoOfficeFile) {
  const auto document = ReadOffice(
      "PK\x03\x04PK\x05\x06"s + std::string(8, '\0') + std::string(4, '\0') + "\x04\0\0\0\0\0"s,
      {});
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, ErrorCode::kUnknownFormat);
}

}  // namespace
}  // namespace crossfoot
