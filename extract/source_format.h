// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a file is, told by its first bytes and never by its name.
//
// Tested by tests/extract/source_format_test.cpp.
#pragma once

#include <string_view>

namespace crossfoot {

enum class SourceFormat {
  kText,  // nothing else fits: plain text, Markdown or HTML in some charset
  kPdf,
  kZip,  // DOCX, XLSX, ODT, ODS, OFD …
  kOle,  // DOC, XLS, WPS
  kRtf,
  kImage,
  kBinary,  // no text, and nothing that is read
};

SourceFormat SniffFormat(std::string_view bytes);

// Whether decoded text is HTML, whole or a fragment.
bool LooksLikeHtml(std::string_view utf8);

}  // namespace crossfoot
