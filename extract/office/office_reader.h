// SPDX-License-Identifier: GPL-3.0-or-later
//
// DOCX, DOC, WPS, RTF, ODT and spreadsheets become a Document, through LibreOffice and HTML.
//
// Spreadsheets come cell by cell as they print: number formats applied, merged ranges as spans. A
// flat OpenDocument file needs no LibreOffice.
//
// LIMITS      An anchor's line counts the paragraphs and table rows of the file (flat_odf.h). What
//             a ZIP claims to unpack to is checked before LibreOffice sees it.
//
// Tested by tests/extract/office/office_reader_test.cpp.
#pragma once

#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "extract/office_converter.h"
#include "model/document.h"

namespace crossfoot {

struct OfficeKind {
  std::string_view suffix;  // ".docx"
  std::string_view media_type;
  std::string_view package;  // Debian's, that reads it
  std::string_view target;   // what LibreOffice makes of it; empty for flat OpenDocument itself
};

// What kind of office file the bytes are, told by the parts inside; nullptr if none that is read.
const OfficeKind* SniffOffice(std::string_view bytes);

// `converter` may be empty: LibreOffice is run by this process. Errors: kUnknownFormat,
// kEncryptedPdf (it needs a password), kLimitExceeded (a ZIP that unpacks to too much), those of
// OfficeToFlatOdf and ReadHtml.
Result<Document> ReadOffice(std::string_view bytes, const Limits& limits,
                            const OfficeConverter& converter = {});

}  // namespace crossfoot
