// SPDX-License-Identifier: GPL-3.0-or-later
//
// Turns the painting of a page (glyphs, paths, pictures, in the order a PDF paints them) into its
// PageContent: what a reader sees, and only that.
//
// The painter reports every mark with the clip it was painted through. Set aside and counted are
// glyphs that are not painted (invisible render mode, no opacity), lie outside their clip or the
// page, are too small to be seen, have the colour of what lies beneath, or are covered later by an
// opaque area. A glyph painted twice on one spot is one glyph in a bold font.
//
// METHOD      glyphs are kept in a grid of places, so that the later mark finds the earlier ones;
//             paths become rules (axis-parallel strokes, thin areas, sides of stroked rectangles)
//             and shades (axis-parallel areas); all other shapes are not recorded.
// LIMITS      clips are boxes (a curved clip counts as its bounding box). Pictures are opaque
//             unless told otherwise. Over Limits::characters_per_page or segments_per_page the
//             rest is left out and `over_limit` is set.
//
// Tested by tests/extract/pdf/page_recorder_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/geometry.h"
#include "base/limits.h"
#include "extract/layout/page_content.h"

namespace crossfoot {

// How a mark is painted.
struct Paint {
  uint32_t color = 0;
  Box clip;
  bool visible = true;  // it leaves a mark at all
  bool opaque = true;   // nothing beneath shines through
};

struct GlyphMark {
  std::u32string_view characters;  // empty: the font does not lead to Unicode
  Point origin;                    // on the baseline
  Point advance;                   // along the baseline, letter spacing left out
  Point along;                     // direction of writing, any length but zero
  float font_size = 0;
  float ascent = 0;   // of the font, as parts of its size
  float descent = 0;  // negative
  uint16_t font = 0;
};

// A path in page coordinates, curves by their end and control points.
struct PathMark {
  struct Part {
    size_t begin = 0;
    size_t end = 0;
    bool curved = false;
  };
  std::vector<Point> points;
  std::vector<Part> parts;

  void Clear() {
    points.clear();
    parts.clear();
  }
  [[nodiscard]] std::span<const Point> PointsOf(const Part& part) const {
    return std::span<const Point>(points).subspan(part.begin, part.end - part.begin);
  }
};

// Whether a closed polygon fills its bounding box: it is that rectangle, however it was drawn.
bool IsRectangle(std::span<const Point> points);

class PageRecorder {
 public:
  PageRecorder(const PageInfo& info, const Limits& limits);

  // Returns the index of a new font.
  uint16_t AddFont(FontInfo font);
  // The same font in bold.
  uint16_t BoldVariant(uint16_t font);

  void AddGlyph(const GlyphMark& mark, const Paint& paint);
  void Stroke(const PathMark& path, float width, const Paint& paint);
  void Fill(const PathMark& path, const Paint& paint);
  void AddImage(const Box& box, const Paint& paint);
  // Text of a layer that is switched off.
  void CountHidden(int glyphs) { content_.hidden_glyphs += glyphs; }

  // Between the two calls glyphs stand for `text`, where their fonts do not say what they are.
  void BeginReplacement();
  void EndReplacement(std::u32string_view text);

  void SetOverLimit() { content_.over_limit = true; }
  void SetDamaged() { content_.damaged = true; }
  // Nothing more needs to be painted.
  [[nodiscard]] bool Full() const { return content_.over_limit; }

  // Call once, last.
  PageContent Finish();

 private:
  // What lies under a place: an area of one colour, or a picture.
  struct Ground {
    Box box;
    std::optional<uint32_t> color;
  };
  void NoteCutOff(const Box& glyph);
  void SetGarbledTextAside();

  struct FontUse {
    int shown = 0;
    int unmapped = 0;
    int bold_variant = -1;
  };

  void Place(const Glyph& glyph);
  [[nodiscard]] bool LooksLikeGround(const Glyph& glyph);
  [[nodiscard]] int FindTwin(const Glyph& glyph) const;
  void Cover(const Box& box);
  void AddGround(const Box& box, std::optional<uint32_t> color);
  void AddRule(const Point& from, const Point& to, float thickness, const Paint& paint);
  void AddArea(const Box& box, const Paint& paint);
  bool AddFrame(const Box& outer, const Box& inner, const Paint& paint);
  [[nodiscard]] bool TakeSegment();
  [[nodiscard]] size_t GridCell(float x, float y) const;

  Limits limits_;
  Box page_;
  PageContent content_;
  std::vector<FontUse> font_use_;
  std::vector<Ground> grounds_;
  std::vector<uint32_t> ground_colors_;  // sorted
  std::vector<bool> erased_;             // by glyph
  std::vector<int> grid_;                // by place: its latest glyph or -1
  std::vector<int> next_in_cell_;        // by glyph: the one before it at the same place
  size_t grid_columns_ = 1;
  size_t grid_rows_ = 1;
  int64_t steps_left_;  // of looking for grounds and covered glyphs
  int segments_ = 0;
  int cut_off_glyphs_ = 0;
  size_t replacement_begin_ = 0;
  int replacement_depth_ = 0;
};

}  // namespace crossfoot
