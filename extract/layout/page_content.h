// SPDX-License-Identifier: GPL-3.0-or-later
//
// What one page shows, before anything is understood: characters, rules, shading, pictures.
//
// Whoever looks at the page (the PDF recorder, OCR) fills it; layout/ and table/ read it. Points,
// origin top left, page rotation applied. Only what a reader sees is here: invisible, clipped and
// covered text was left out, and counted. What was read from a picture stands level, and `frames`
// lead back to where a person sees it.
//
// Tested by tests/extract/pdf/page_recorder_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "extract/layout/picture_frame.h"
#include "model/document.h"

namespace crossfoot {

struct Glyph {
  char32_t code = 0;      // one character; a ligature is split over its box
  Box box;                // advance width × the font's ascent and descent
  float baseline = 0;     // y of the baseline: characters of one line share it, their boxes may not
  float font_size = 0;    // as seen on the page
  uint16_t font = 0;      // index in PageContent::fonts
  uint32_t color = 0;     // 0xRRGGBB
  float confidence = 1;   // of the reading; below 1 for OCR
  int16_t direction = 0;  // of writing: 0, 90, 180, 270 degrees clockwise, after page rotation; any
                          // other value is slanted (a watermark). At 90 and 270 `baseline` is an x
};

struct FontInfo {
  std::string name;
  bool bold = false;
  bool italic = false;
  bool mappable = true;  // its codes lead to Unicode
};

// A piece of a ruling: a horizontal or vertical line, drawn as a stroke, a thin rectangle or a
// rectangle's side.
struct RulePiece {
  bool horizontal = true;
  float position = 0;  // y of a horizontal, x of a vertical one: its middle
  float from = 0;      // from < to
  float to = 0;
  float thickness = 0;
  uint32_t color = 0;
};

struct Shade {
  Box box;
  uint32_t color = 0;
};

// What a character read from a picture may be instead.
struct OtherGlyph {
  uint32_t glyph = 0;  // index in PageContent::glyphs
  char32_t code = 0;
  float confidence = 0;
};

struct PageContent {
  PageInfo info;
  std::optional<PageInfo> as_scanned;  // of a page that was turned upright for reading
  std::vector<Glyph> glyphs;  // in the order they were drawn; blanks that the page draws included
  std::vector<FontInfo> fonts;
  std::vector<RulePiece> rules;  // raw: neither joined nor snapped
  std::vector<Shade> shades;
  std::vector<Box> images;
  std::vector<OtherGlyph> others;      // by glyph, then surest first; only from pictures
  std::vector<Note> notes;             // what whoever looked at the page has to say of it
  std::vector<DoubtfulFigure> doubts;  // of the figures read from pictures
  std::vector<PictureFrame> frames;    // of what was read from pictures; apart from one another
  int hidden_glyphs = 0;               // invisible, clipped, off the page, or covered duplicates
  int unmapped_glyphs = 0;             // shown, but with no usable Unicode value
  bool over_limit = false;             // something was left out because of Limits
  bool damaged = false;                // the page could not be interpreted to its end
  bool by_ocr = false;                 // its characters were read from a picture
  Box cut_off;  // around text of which only a part is seen; empty: there is none
};

}  // namespace crossfoot
