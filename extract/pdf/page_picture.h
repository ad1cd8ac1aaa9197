// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pages of a PDF as pictures, for those whose text cannot be taken from the file.
//
// A page is painted as a reader sees it, at the resolution of its largest picture within bounds
// that suit reading; strips, masks, layers and rotation need no care of their own that way.
//
// Tested by tests/extract/pdf/page_picture_test.cpp.
#pragma once

#include <memory>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "extract/ocr/picture_source.h"
#include "extract/ocr/raster.h"

namespace crossfoot {

// `bytes` must outlive the result. Errors: kBrokenPdf; of Picture(): kBrokenPdf, kLimitExceeded.
Result<std::unique_ptr<PictureSource>> OpenPdfPictures(std::string_view bytes,
                                                       const Limits& limits);

// One page at `dpi`. Errors as above.
Result<Raster> PaintPdfPage(std::string_view bytes, int page, double dpi, const Limits& limits);

}  // namespace crossfoot
