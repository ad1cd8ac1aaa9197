// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sets lines of type on a page for tests: Chinese one em wide, all else half an em.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/utf8.h"
#include "extract/layout/page_content.h"

namespace crossfoot {

class PageSetter {
 public:
  explicit PageSetter(int number, float width = 600, float height = 800) {
    page_.info = {number, width, height, 0};
    page_.fonts = {{"Song", false, false, true}, {"Hei", true, false, true}};
  }

  // Text from x on the baseline y.
  PageSetter& Set(float x, float y, std::string_view text, float size = 10, bool bold = false,
                  uint32_t color = 0) {
    for (size_t at = 0; at < text.size();) {
      const Utf8Step step = DecodeUtf8(text, at);
      at += step.length;
      const float width = IsCjk(step.code) ? size : size / 2;
      Glyph glyph;
      glyph.code = step.code;
      glyph.box = {x, y - 0.88F * size, x + width, y + 0.12F * size};
      glyph.baseline = y;
      glyph.font_size = size;
      glyph.font = bold ? 1 : 0;
      glyph.color = color;
      page_.glyphs.push_back(glyph);
      x += width;
    }
    return *this;
  }
  // A rectangle of rules with columns and rows between.
  PageSetter& Rule(float left, float top, float right, float bottom) {
    const bool horizontal = right - left > bottom - top;
    page_.rules.push_back({horizontal, horizontal ? top : left, horizontal ? left : top,
                           horizontal ? right : bottom, 0.5F, 0});
    return *this;
  }
  PageContent& page() { return page_; }

 private:
  PageContent page_;
};

}  // namespace crossfoot
