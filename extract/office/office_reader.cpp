// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/office_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "extract/html/html_reader.h"
#include "extract/office/flat_odf.h"
#include "extract/office/libreoffice.h"
#include "extract/office/password.h"
#include "extract/office/zip_size.h"

namespace crossfoot {
namespace {

using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): used below

constexpr std::string_view kWriter = "libreoffice-writer-nogui";
constexpr std::string_view kCalc = "libreoffice-calc-nogui";

struct Sign {
  std::string_view begins;  // the container
  std::string_view holds;   // the name of a part inside
  OfficeKind kind;
};

constexpr std::string_view kZip = "PK\x03\x04";
constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

constexpr std::string_view kXml = "<?xml";
constexpr std::string_view kText = "fodt";
constexpr std::string_view kSheet = "fods";

// Names of parts stand uncompressed in both containers; OLE's are UTF-16. XML says what it is at
// its beginning.
constexpr std::array<Sign, 13> kSigns = {{
    {kZip,
     "word/document.xml",
     {".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", kWriter,
      kText}},
    {kZip,
     "xl/workbook.xml",
     {".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", kCalc, kSheet}},
    {kZip, "xl/workbook.bin", {".xlsb", "application/vnd.ms-excel", kCalc, kSheet}},
    {kZip,
     "application/vnd.oasis.opendocument.text",
     {".odt", "application/vnd.oasis.opendocument.text", kWriter, kText}},
    {kZip,
     "application/vnd.oasis.opendocument.spreadsheet",
     {".ods", "application/vnd.oasis.opendocument.spreadsheet", kCalc, kSheet}},
    {kOle, "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t"sv, {".doc", "application/msword", kWriter, kText}},
    {kOle, "W\0o\0r\0k\0b\0o\0o\0k"sv, {".xls", "application/vnd.ms-excel", kCalc, kSheet}},
    {kOle, "B\0o\0o\0k\0\0"sv, {".xls", "application/vnd.ms-excel", kCalc, kSheet}},
    {"{\\rtf", "", {".rtf", "application/rtf", kWriter, kText}},
    {kXml, "progid=\"Word.Document\"", {".xml", "application/msword", kWriter, kText}},
    {kXml, "progid=\"Excel.Sheet\"", {".xml", "application/vnd.ms-excel", kCalc, kSheet}},
    {kXml,
     "opendocument.text\"",
     {".fodt", "application/vnd.oasis.opendocument.text", kWriter, ""}},
    {kXml,
     "opendocument.spreadsheet\"",
     {".fods", "application/vnd.oasis.opendocument.spreadsheet", kCalc, ""}},
}};

// What LibreOffice must not be burdened with.
std::optional<Error> WhyNotToOpen(std::string_view bytes, const Limits& limits) {
  if (!bytes.starts_with(kZip)) {
    return std::nullopt;
  }
  const std::optional<int64_t> unpacked = UnpackedZipSize(bytes);
  if (!unpacked) {
    return Error{ErrorCode::kBrokenMarkup, "is an office file that is cut off or damaged"};
  }
  constexpr int64_t kMostTimes = 200;  // what it unpacks to, once that is large
  constexpr int64_t kLarge = int64_t{64} << 20;
  const int64_t most = std::min(2 * limits.file_bytes,
                                std::max(kLarge, kMostTimes * static_cast<int64_t>(bytes.size())));
  if (*unpacked > most) {
    return Error{ErrorCode::kLimitExceeded,
                 "unpacks to " + std::to_string(*unpacked) + " bytes, more than the limit of " +
                     std::to_string(most),
                 "",
                 0,
                 0,
                 "file_bytes"};
  }
  return std::nullopt;
}

}  // namespace

const OfficeKind* SniffOffice(std::string_view bytes) {
  constexpr size_t kXmlHead = 8192;
  for (const Sign& sign : kSigns) {
    const std::string_view where = sign.begins == kXml ? bytes.substr(0, kXmlHead) : bytes;
    if (bytes.starts_with(sign.begins) && where.find(sign.holds) != std::string_view::npos) {
      return &sign.kind;
    }
  }
  return nullptr;
}

Result<Document> ReadOffice(std::string_view bytes, const Limits& limits,
                            const OfficeConverter& converter) {
  const OfficeKind* const kind = SniffOffice(bytes);
  if (NeedsPassword(bytes)) {
    return Error{ErrorCode::kEncryptedPdf, "is an office file that needs a password"};
  }
  if (kind == nullptr) {
    return Error{ErrorCode::kUnknownFormat, "is an archive, but no office file that is read"};
  }
  if (std::optional<Error> error = WhyNotToOpen(bytes, limits)) {
    return *std::move(error);
  }
  std::string flat;
  if (!kind->target.empty()) {
    const OfficeTask task{std::string(kind->suffix), std::string(kind->target),
                          std::string(kind->package)};
    CROSSFOOT_TRY(flat, converter ? converter(bytes, task) : OfficeToFlatOdf(bytes, task, {}));
    bytes = flat;
  }
  CROSSFOOT_TRY(const std::string html, FlatOdfToHtml(bytes, limits));
  CROSSFOOT_TRY(Document document, ReadHtml(html, limits));
  document.source.media_type = kind->media_type;
  return document;
}

}  // namespace crossfoot
