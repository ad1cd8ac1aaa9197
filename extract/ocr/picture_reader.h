// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads the pages of a report that are pictures, several at a time, in the order of their numbers.
//
// Each thread has an engine and a source of its own, made when the first page needs one and kept.
// What comes out does not depend on the number of threads. A page that cannot be read says so in
// its notes (kNeedsOcr, kLimit, kDamagedPage) and the others are still read.
//
// Tested by tests/extract/ocr/picture_reader_test.cpp.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "extract/extract.h"
#include "extract/layout/page_content.h"
#include "extract/ocr/picture_source.h"

namespace crossfoot {

class PictureReader {
 public:
  using OpenSource = std::function<Result<std::unique_ptr<PictureSource>>()>;

  PictureReader(const OcrOptions& options, OpenSource open);
  PictureReader(const PictureReader&) = delete;
  PictureReader& operator=(const PictureReader&) = delete;
  ~PictureReader();

  // Whether there is an engine to read with; the error says what is missing.
  Result<bool> Ready();
  // How many pages are worth handing over at a time.
  [[nodiscard]] int Window() const;
  // Reads each page from its picture; its info.number says which it is, and the info of a page that
  // is known already is kept. Glyphs that a page has are kept if they are a text layer's and lie
  // outside its pictures (mixed pages); else they are replaced.
  void Read(std::span<PageContent* const> pages);

 private:
  struct Worker;
  void ReadOne(Worker* worker, PageContent* page) const;

  OcrOptions options_;
  OpenSource open_;
  std::vector<std::unique_ptr<Worker>> workers_;
};

}  // namespace crossfoot
