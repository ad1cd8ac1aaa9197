// SPDX-License-Identifier: GPL-3.0-or-later
//
// DOCX, DOC, WPS, RTF, ODT and spreadsheets become a Document, through LibreOffice and HTML.
//
// Spreadsheets come cell by cell as they print: number formats applied, merged ranges as spans.
//
// LIMITS      Anchors are lines and columns of the HTML that LibreOffice made, good for telling
// places
//             apart, not for opening the file at one.
//
// Tested by tests/extract/office/office_reader_test.cpp.
#pragma once

#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "extract/office/libreoffice.h"
#include "model/document.h"

namespace crossfoot {

struct OfficeKind {
  std::string_view suffix;  // ".docx"
  std::string_view media_type;
  std::string_view package;  // Debian's, that reads it
};

// What kind of office file the bytes are, told by the parts inside; nullptr if none that is read.
const OfficeKind* SniffOffice(std::string_view bytes);

// Errors: kUnknownFormat, those of OfficeToHtml and ReadHtml.
Result<Document> ReadOffice(std::string_view bytes, const Limits& limits,
                            const OfficeLimits& office = {});

}  // namespace crossfoot
