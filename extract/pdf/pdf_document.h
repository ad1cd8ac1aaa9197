// SPDX-License-Identifier: GPL-3.0-or-later
//
// The bytes of a born-digital PDF become a Document.
//
// Tested by tests/extract/pdf/pdf_document_test.cpp.
#pragma once

#include <string>

#include "extract/extract.h"

namespace crossfoot {

// Errors: those of PdfFile::Open. Pages are read one by one; a broken page is a Note.
Result<Document> ReadPdf(const Source& source, const ExtractOptions& options);

// SVG of one page, see layout/page_svg.h.
Result<std::string> DrawPdfPage(const Source& source, int page, const ExtractOptions& options);

}  // namespace crossfoot
