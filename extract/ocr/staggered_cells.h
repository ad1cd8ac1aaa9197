// SPDX-License-Identifier: GPL-3.0-or-later
//
// Cells whose lines stand between the lines of their neighbours.
//
// A label that is wrapped stands beside a figure that is centred on it, a merged cell beside
// several rows: no line of text runs through both, and a reader of whole lines mixes them. Such
// cells are lifted off the page before it is read, put under one another on a strip of their own,
// and what is read from the strip goes back to its place.
//
// METHOD      Rulings give the cells (table/lattice.h), the rows of their ink its lines. Of two
//             cells that have lines too near each other for two and not level, the one that spans
//             more rows or has more lines is lifted. Figures, which have one line, mostly stay.
// LIMITS      Tables without rulings are read as they lie.
//
// Tested by tests/extract/ocr/staggered_cells_test.cpp.
#pragma once

#include <span>
#include <vector>

#include "extract/layout/page_content.h"
#include "extract/ocr/raster.h"
#include "extract/ocr/ruling_ink.h"
#include "extract/ocr/tesseract_engine.h"

namespace crossfoot {

struct LiftedCells {
  struct Cell {
    PixelBox page;  // on the page
    int top = 0;    // on the strip, where its left is kStripMargin
  };
  std::vector<Cell> cells;  // downwards on the strip
  Raster strip;             // empty where no cell was lifted
  Raster sharp;             // the same strip of the picture before it was smoothed
};

inline constexpr int kStripMargin = 16;  // pixels

// The rulings as the layout code takes them; `points` to a pixel.
std::vector<RulePiece> ToPageRules(std::span<const InkRuling> rulings, float points);

// Takes the cells off `grey`, from which `rulings` were erased; `sharp` is the same picture.
LiftedCells LiftStaggeredCells(std::span<const InkRuling> rulings, const Raster& sharp,
                               Raster* grey);

// Adds the glyphs of `reading`, made of what was read from the strip, to the page.
void PutBack(const PageContent& reading, const LiftedCells& lifted, float points,
             PageContent* page);

}  // namespace crossfoot
