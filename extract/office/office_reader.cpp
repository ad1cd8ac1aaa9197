// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/office_reader.h"

#include <array>
#include <string>

#include "extract/html/html_reader.h"
#include "extract/text/charset.h"

namespace crossfoot {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view kWriter = "libreoffice-writer-nogui";
constexpr std::string_view kCalc = "libreoffice-calc-nogui";

struct Sign {
  std::string_view begins;  // the container
  std::string_view holds;   // the name of a part inside
  OfficeKind kind;
};

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

// Names of parts stand uncompressed in both containers; OLE's are UTF-16.
constexpr std::array<Sign, 8> kSigns = {{
    {kZip,
     "word/document.xml",
     {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", kWriter}},
    {kZip,
     "xl/workbook.xml",
     {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", kCalc}},
    {kZip,
     "application/vnd.oasis.opendocument.text",
     {".odt", "application/vnd.oasis.opendocument.text", kWriter}},
    {kZip,
     "application/vnd.oasis.opendocument.spreadsheet",
     {".ods", "application/vnd.oasis.opendocument.spreadsheet", kCalc}},
    {kOle, "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t"sv, {".doc", "application/msword", kWriter}},
    {kOle, "W\0o\0r\0k\0b\0o\0o\0k"sv, {".xls", "application/vnd.ms-excel", kCalc}},
    {kOle, "B\0o\0o\0k\0\0"sv, {".xls", "application/vnd.ms-excel", kCalc}},
    {"{\\rtf", "", {".rtf", "application/rtf", kWriter}},
}};

}  // namespace

const OfficeKind* SniffOffice(std::string_view bytes) {
  for (const Sign& sign : kSigns) {
    if (bytes.starts_with(sign.begins) && bytes.find(sign.holds) != std::string_view::npos) {
      return &sign.kind;
    }
  }
  return nullptr;
}

Result<Document> ReadOffice(std::string_view bytes, const Limits& limits,
                            const OfficeLimits& office) {
  const OfficeKind* const kind = SniffOffice(bytes);
  if (kind == nullptr) {
    return Error{ErrorCode::kUnknownFormat, "is an archive, but no office file that is read"};
  }
  CROSSFOOT_TRY(const std::string html, OfficeToHtml(bytes, kind->suffix, kind->package, office));
  CROSSFOOT_TRY(const DecodedText text, DecodeText(html, DeclaredCharset(html), limits));
  CROSSFOOT_TRY(Document document, ReadHtml(text.utf8, limits));
  document.source.media_type = kind->media_type;
  return document;
}

}  // namespace crossfoot
