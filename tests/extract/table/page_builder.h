// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pages made by hand: text set at a place, rules, shading. Latin characters are half as wide as the
// font size, Chinese ones as wide, blanks a quarter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "extract/layout/page_content.h"
#include "extract/table/page_table.h"

namespace crossfoot::table_test {

class PageBuilder {
 public:
  PageBuilder() {
    page.info = {1, 600, 800, 0};
    page.fonts.push_back({"Song", false, false, true});
  }

  static float Width(char32_t code, float size) {
    return code == U' ' ? 0.25F * size : (IsCjk(code) ? size : 0.5F * size);
  }

  static float Width(std::string_view text, float size) {
    float width = 0;
    for (size_t at = 0; at < text.size();) {
      const Utf8Step step = DecodeUtf8(text, at);
      width += Width(step.code, size);
      at += step.length;
    }
    return width;
  }

  PageBuilder& Text(float x, float baseline, std::string_view text, float size = 10) {
    for (size_t at = 0; at < text.size();) {
      const Utf8Step step = DecodeUtf8(text, at);
      at += step.length;
      Glyph glyph;
      glyph.code = step.code;
      glyph.font_size = size;
      glyph.baseline = baseline;
      glyph.box = {x, baseline - 0.8F * size, x + Width(step.code, size), baseline + 0.2F * size};
      x = glyph.box.right;
      page.glyphs.push_back(glyph);
    }
    return *this;
  }

  // Right-aligned at x.
  PageBuilder& Right(float x, float baseline, std::string_view text, float size = 10) {
    return Text(x - Width(text, size), baseline, text, size);
  }

  PageBuilder& Across(float y, float from, float to, uint32_t color = 0) {
    page.rules.push_back({true, y, from, to, 0.5F, color});
    return *this;
  }

  PageBuilder& Down(float x, float from, float to, uint32_t color = 0) {
    page.rules.push_back({false, x, from, to, 0.5F, color});
    return *this;
  }

  // Rules at every one of the edges, over the whole.
  PageBuilder& Ruled(const std::vector<float>& columns, const std::vector<float>& rows) {
    for (const float y : rows) {
      Across(y, columns.front(), columns.back());
    }
    for (const float x : columns) {
      Down(x, rows.front(), rows.back());
    }
    return *this;
  }

  PageBuilder& Shade(Box box, uint32_t color) {
    page.shades.push_back({box, color});
    return *this;
  }

  PageContent page;
};

// The cells row by row: "a | b / c | d"; spans as <columns> and ^rows^, empty cells as ·.
inline std::string Dump(const std::vector<Cell>& cells) {
  std::string out;
  int row = 0;
  for (size_t i = 0; i < cells.size(); ++i) {
    const Cell& cell = cells[i];
    if (i > 0) {
      out += cell.row != row ? " / " : " | ";
    }
    row = cell.row;
    out += cell.text.empty() ? "·" : cell.text.utf8();
    out += cell.column_span > 1 ? "<" + std::to_string(cell.column_span) + ">" : "";
    out += cell.row_span > 1 ? "^" + std::to_string(cell.row_span) + "^" : "";
  }
  return out;
}

inline std::string Dump(const PageTable& table) { return Dump(table.cells); }

}  // namespace crossfoot::table_test
