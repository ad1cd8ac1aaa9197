// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/pdf_document.h"

#include <utility>

#include "extract/layout/document_assembler.h"
#include "extract/layout/flow_line.h"
#include "extract/layout/page_svg.h"
#include "extract/pdf/pdf_reader.h"
#include "extract/table/table_finder.h"
#include "extract/table/text_line.h"

namespace crossfoot {
namespace {

Result<PdfFile> Open(const Source& source, const ExtractOptions& options) {
  auto file = PdfFile::Open(source.bytes, options.limits);
  if (!file) {
    Error error = std::move(file).error();
    error.file = source.path;
    return error;
  }
  return file;
}

}  // namespace

Result<Document> ReadPdf(const Source& source, const ExtractOptions& options) {
  CROSSFOOT_TRY(const PdfFile file, Open(source, options));
  DocumentAssembler assembler;
  for (int number = 1; number <= file.page_count(); ++number) {
    assembler.AddPage(file.ReadPage(number));
  }
  Document document = assembler.Finish();
  document.source.media_type = "application/pdf";
  document.source.pages = file.page_count();
  return document;
}

Result<std::string> DrawPdfPage(const Source& source, int page, const ExtractOptions& options) {
  CROSSFOOT_TRY(const PdfFile file, Open(source, options));
  if (page < 1 || page > file.page_count()) {
    return Error{ErrorCode::kUnknownFormat, "has " + std::to_string(file.page_count()) + " pages",
                 source.path, page};
  }
  const PageContent content = file.ReadPage(page);
  const PageTables tables = FindTables(content);
  return PageSvg(content, tables, FindFlowLines(content, GatherLines(content), tables.owner));
}

}  // namespace crossfoot
