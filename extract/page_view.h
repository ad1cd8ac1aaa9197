// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a source looks to a person: a page as a picture, a text with its lines numbered as places
// number them.
//
// A page is painted for a screen, not for reading by machine: fewer pixels than
// pdf/page_picture.h gives to OCR, and few colours, so that it is small. The same source and page
// give the same bytes.
//
// Tested by tests/extract/page_view_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "base/limits.h"
#include "base/result.h"
#include "extract/extract.h"

namespace crossfoot {

struct PageView {
  std::string png;
  int width = 0;  // pixels
  int height = 0;
  double page_width = 0;  // points, as boxes of places count them
  double page_height = 0;
};

// Page numbers from 1; of a PDF or a picture file. Errors: kUnknownFormat (has no pages),
// kBrokenPdf, kBrokenImage, kLimitExceeded.
Result<PageView> ViewPage(const Source& source, int page, const Limits& limits = {});

// The decoded text of a text source, Markdown or HTML (its markup), to be cut at '\n': line n of a
// place is the n-th piece. Errors: kUnknownFormat (has no lines), kInvalidEncoding, kLimitExceeded.
Result<std::string> ViewText(const Source& source, const Limits& limits = {});

}  // namespace crossfoot
