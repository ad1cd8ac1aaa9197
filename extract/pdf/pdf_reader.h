// SPDX-License-Identifier: GPL-3.0-or-later
//
// Opens a PDF and gives, page by page, what each page shows (PageContent).
//
// Poppler interprets the file; this is the only place that knows it. Nothing it complains about
// reaches standard error; a page it cannot interpret to its end is marked `damaged` and the others
// are still read. Pages are independent: memory does not grow with their number.
//
// Not for two threads at once on one PdfFile; any number of PdfFiles may be read side by side.
//
// Tested by tests/extract/pdf/pdf_reader_test.cpp.
#pragma once

#include <memory>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "extract/layout/page_content.h"

namespace crossfoot {

class PdfFile {
 public:
  // `bytes` must outlive the result. Errors: kBrokenPdf, kEncryptedPdf (a password is needed),
  // kNoPages, kLimitExceeded (more pages than Limits::pages); the file's name is left to the
  // caller.
  static Result<PdfFile> Open(std::string_view bytes, const Limits& limits);

  PdfFile(PdfFile&&) noexcept;
  PdfFile& operator=(PdfFile&&) noexcept;
  ~PdfFile();

  [[nodiscard]] int page_count() const;
  // 1 <= number <= page_count(). A page that is missing or broken gives what could be read of it,
  // with `damaged` set.
  [[nodiscard]] PageContent ReadPage(int number) const;

 private:
  class Poppler;
  explicit PdfFile(std::unique_ptr<Poppler> poppler);
  std::unique_ptr<Poppler> poppler_;
};

}  // namespace crossfoot
