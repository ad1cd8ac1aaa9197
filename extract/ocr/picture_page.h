// SPDX-License-Identifier: GPL-3.0-or-later
//
// A picture of a page becomes a PageContent, as a born-digital page would give it: the recipe.
//
//   size        brought to the resolution at which figures are read best
//   seals       seal.h        colour → grey, seals gone
//   skew        leptonica_image.h
//   paper       background.h  shading divided out
//   rulings     ruling_ink.h  found, kept as PageContent::rules, erased
//   grain       smoothing.h   blurred; specks go where there are any
//   cells       staggered_cells.h  those that lie between the lines of others are read apart
//   reading     tesseract_engine.h
//   turning     a page that makes no sense is tried lying on its sides and on its head
//   glyphs      ink_groups.h, stroke_count.h, unseen_marks.h, figure_ink.h, second_reading.h,
//               reading_glyphs.h
//   doubts      doubt.h, table_arithmetic.h
//
// The page's coordinates are those of the levelled picture; its frame leads back to the picture as
// it was scanned (layout/picture_frame.h).
//
// Tested by tests/extract/ocr/picture_page_test.cpp.
#pragma once

#include <vector>

#include "extract/layout/page_content.h"
#include "extract/ocr/raster.h"
#include "extract/ocr/ruling_ink.h"
#include "extract/ocr/staggered_cells.h"
#include "extract/ocr/tesseract_engine.h"

namespace crossfoot {

// A picture prepared for reading, and what was taken from it.
struct PreparedPicture {
  Raster grey;
  Raster sharp;  // the same before it was smoothed
  std::vector<InkRuling> rulings;
  LiftedCells lifted;  // read apart; white in `grey`
  float skew = 0;      // degrees it was turned clockwise
  int seals = 0;
};

// The dpi a file gives is believed where it makes a page of some likely size; else the picture is
// taken for a page as high as A4.
float LikelyDpi(const Raster& picture);

PreparedPicture PreparePicture(Raster picture);

// By how many quarters (0 to 3) the prepared picture must be turned clockwise to be read; `lines`
// is what was read from it as it is. Costs nothing where that makes sense, else a third of a page's
// reading for each way it may lie.
int FindQuarters(const Raster& grey, const std::vector<ReadLine>& lines, TesseractEngine* engine);

// The part of the picture in `box`; what of the box lies outside the picture is white.
Raster CutOut(const Raster& picture, const PixelBox& box);

// `number`: of the page. The page's notes say that it was read, and how surely.
PageContent ReadPicturePage(const Raster& picture, int number, TesseractEngine* engine);

}  // namespace crossfoot
