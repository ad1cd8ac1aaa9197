// SPDX-License-Identifier: GPL-3.0-or-later
//
// Page by page: does its text layer say what a reader sees, or must its picture be read?
//
//   kNone      the text layer is good, or there is nothing to see
//   kWhole     the page is a picture (a hidden layer of older OCR beneath or above it counts for
//              nothing: its readings are no better than ours), or its fonts do not say which
//              characters they show
//   kRegions   the text layer is good, and pictures large enough to hold text stand beside it
//
// Tested by tests/extract/ocr/page_need_test.cpp.
#pragma once

#include "extract/layout/page_content.h"

namespace crossfoot {

enum class PageNeed { kNone, kWhole, kRegions };

PageNeed NeedOf(const PageContent& page);

// Puts what was read from the page's picture into the page, as its need says. Precondition: the
// need is not kNone. The page keeps its own number, size and notes.
void TakeReading(PageContent reading, PageContent* page);

}  // namespace crossfoot
