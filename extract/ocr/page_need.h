// SPDX-License-Identifier: GPL-3.0-or-later
//
// Page by page: does its text layer say what a reader sees, or must its picture be read?
//
//   kNone      the text layer is good, or there is nothing to see
//   kWhole     the page is a picture, with or without a hidden layer of older OCR, or its fonts do
//              not say which characters they show, or say it wrongly
//   kRegions   the text layer is good, and pictures large enough to hold text stand beside it, or
//              beneath a few words of it (a running head over a scan)
//
// A hidden layer of older OCR is no better a reader than ours: the page is read anew, and the old
// layer is not used.
//
// Tested by tests/extract/ocr/page_need_test.cpp.
#pragma once

#include "extract/layout/page_content.h"

namespace crossfoot {

enum class PageNeed { kNone, kWhole, kRegions };

PageNeed NeedOf(const PageContent& page);

// The pictures to be read, each by itself, of a page whose need is kRegions.
std::vector<Box> PictureRegions(const PageContent& page);

// Puts what was read from the picture of the whole page in place of the page's text. The page keeps
// its own number, size and notes.
void TakeReading(PageContent reading, PageContent* page);

// Adds what was read from the part `region` of the page's picture, its origin being the region's,
// unless it is a photograph's noise. What the text layer says there already is not said again.
void TakeRegion(const PageContent& reading, const Box& region, PageContent* page);

}  // namespace crossfoot
