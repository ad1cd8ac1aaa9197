// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/pdf_document.h"

#include <utility>

#include "extract/layout/document_assembler.h"
#include "extract/pdf/pdf_reader.h"

namespace crossfoot {

Result<Document> ReadPdf(const Source& source, const ExtractOptions& options) {
  auto file = PdfFile::Open(source.bytes, options.limits);
  if (!file) {
    Error error = std::move(file).error();
    error.file = source.path;
    return error;
  }
  DocumentAssembler assembler;
  for (int number = 1; number <= file->page_count(); ++number) {
    assembler.AddPage(file->ReadPage(number));
  }
  Document document = assembler.Finish();
  document.source.media_type = "application/pdf";
  document.source.pages = file->page_count();
  return document;
}

}  // namespace crossfoot
