// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the pictures of a report's pages come from: a PDF that is rendered, a picture file that is
// decoded. One source serves one thread; sources of the same bytes work side by side.
//
// Tested by tests/extract/ocr/picture_reader_test.cpp.
#pragma once

#include "base/result.h"
#include "extract/ocr/raster.h"

namespace crossfoot {

class PictureSource {
 public:
  PictureSource() = default;
  PictureSource(const PictureSource&) = delete;
  PictureSource& operator=(const PictureSource&) = delete;
  virtual ~PictureSource() = default;

  // The page's picture, page numbers from 1.
  virtual Result<Raster> Picture(int page) = 0;
};

}  // namespace crossfoot
