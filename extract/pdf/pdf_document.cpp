// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/pdf_document.h"

#include <utility>
#include <vector>

#include "extract/layout/document_assembler.h"
#include "extract/layout/flow_line.h"
#include "extract/layout/page_svg.h"
#include "extract/layout/upright.h"
#include "extract/ocr/page_need.h"
#include "extract/ocr/picture_reader.h"
#include "extract/pdf/page_picture.h"
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
  PictureReader reader(options.ocr, [&] { return OpenPdfPictures(source.bytes, options.limits); });
  const int window = reader.Window();
  DocumentAssembler assembler;
  for (int first = 1; first <= file.page_count(); first += window) {
    std::vector<PageContent> pages;
    std::vector<PageContent*> pictures;
    pages.reserve(static_cast<size_t>(window));
    for (int number = first; number < first + window && number <= file.page_count(); ++number) {
      pages.push_back(file.ReadPage(number));
      if (NeedOf(pages.back()) == PageNeed::kNone) {
        continue;
      }
      if (options.ocr.enabled) {
        pictures.push_back(&pages.back());
      } else {
        pages.back().notes.push_back(
            {NoteKind::kNeedsOcr, "the page is a picture or holds one, and reading is switched off",
             Place{number, 0, 0, {}}});
      }
    }
    reader.Read(pictures);
    for (const PageContent& page : pages) {
      assembler.AddPage(page);
    }
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
  const PageContent shown = file.ReadPage(page);
  const PageContent content = Turn(shown.info, CommonDirection(shown)).Upright(shown);
  const PageText text = GatherLines(content);
  const PageTables tables = FindTables(content, text, {});
  return PageSvg(content, tables, FindFlowLines(content, text, tables.owner));
}

}  // namespace crossfoot
