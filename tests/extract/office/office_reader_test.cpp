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

TEST(OfficeReader, RefusesAnArchiveThatIsNoOfficeFile) {
  const auto document = ReadOffice("PK\x03\x04 a picture collection", {});
  ASSERT_FALSE(document.ok());
  EXPECT_EQ(document.error().code, ErrorCode::kUnknownFormat);
}

}  // namespace
}  // namespace crossfoot
