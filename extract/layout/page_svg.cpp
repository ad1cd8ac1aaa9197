// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/page_svg.h"

#include <array>
#include <charconv>
#include <string_view>

#include "base/utf8.h"

namespace crossfoot {
namespace {

std::string Number(float value) {
  std::array<char, 64> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                          std::chars_format::fixed, 2);
  return error == std::errc() ? std::string(buffer.data(), end) : "0";
}

std::string Color(uint32_t color) {
  static constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text = "#";
  for (int shift = 20; shift >= 0; shift -= 4) {
    text += kDigits[(color >> shift) & 0xF];
  }
  return text;
}

std::string Escaped(char32_t code) {
  switch (code) {
    case U'<':
      return "&lt;";
    case U'>':
      return "&gt;";
    case U'&':
      return "&amp;";
    default: {
      std::string text;
      AppendUtf8(code, &text);
      return text;
    }
  }
}

class Drawing {
 public:
  explicit Drawing(const PageInfo& info) {
    const std::string width = Number(info.width);
    const std::string height = Number(info.height);
    out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height +
           "\" viewBox=\"0 0 " + width + " " + height +
           "\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n";
  }

  void Begin(std::string_view id, std::string_view style) {
    out_ += "<g id=\"" + std::string(id) + "\" " + std::string(style) + ">\n";
  }
  void End() { out_ += "</g>\n"; }
  void Rectangle(const Box& b, const std::string& style = {}) {
    out_ += "<rect x=\"" + Number(b.left) + "\" y=\"" + Number(b.top) + "\" width=\"" +
            Number(b.width()) + "\" height=\"" + Number(b.height()) + "\" " + style + "/>\n";
  }
  void Line(const Point& from, const Point& to, const std::string& style = {}) {
    out_ += "<line x1=\"" + Number(from.x) + "\" y1=\"" + Number(from.y) + "\" x2=\"" +
            Number(to.x) + "\" y2=\"" + Number(to.y) + "\" " + style + "/>\n";
  }
  // `text` is escaped already.
  void Write(const Point& at, float size, const std::string& text, const std::string& style = {}) {
    out_ += "<text x=\"" + Number(at.x) + "\" y=\"" + Number(at.y) + "\" font-size=\"" +
            Number(size) + "\" " + style + ">" + text + "</text>\n";
  }
  std::string Finish() { return out_ + "</svg>\n"; }

 private:
  std::string out_;
};

void DrawCharacters(const PageContent& page, Drawing* drawing) {
  drawing->Begin("characters", "font-family=\"Noto Serif CJK SC, SimSun, serif\"");
  for (const Glyph& glyph : page.glyphs) {
    if (IsBlank(glyph.code)) {
      continue;
    }
    const bool upright = glyph.direction == 0;
    const Point at =
        upright ? Point{glyph.box.left, glyph.baseline} : Point{glyph.box.left, glyph.box.bottom};
    std::string style = "fill=\"" + Color(glyph.color) + "\"";
    if (upright && glyph.box.width() > 0) {
      style +=
          " textLength=\"" + Number(glyph.box.width()) + "\" lengthAdjust=\"spacingAndGlyphs\"";
    }
    drawing->Write(at, glyph.font_size, Escaped(glyph.code), style);
  }
  drawing->End();
}

void DrawTables(const PageTables& tables, Drawing* drawing) {
  drawing->Begin("tables", "fill=\"none\" stroke=\"#d00\" stroke-width=\"0.6\"");
  for (const PageTable& table : tables.tables) {
    for (const Cell& cell : table.cells) {
      if (cell.place.box) {
        drawing->Rectangle(*cell.place.box, cell.row < table.header_rows
                                                ? "fill=\"#f80\" fill-opacity=\"0.15\""
                                                : "");
      }
    }
    drawing->Rectangle(table.box, "stroke-width=\"1.4\"");
  }
  drawing->End();
}

void DrawLines(std::span<const FlowLine> lines, Drawing* drawing) {
  drawing->Begin("reading-order", "fill=\"none\" stroke=\"#06c\" stroke-width=\"0.5\"");
  for (size_t i = 0; i < lines.size(); ++i) {
    const Box& box = lines[i].box;
    drawing->Rectangle(box);
    if (i > 0) {
      const Box& before = lines[i - 1].box;
      drawing->Line({before.left, before.center().y}, {box.left, box.center().y},
                    "stroke-dasharray=\"2 2\"");
    }
    drawing->Write({box.left - 2, box.top + 2}, 5, std::to_string(i + 1),
                   "fill=\"#06c\" stroke=\"none\" text-anchor=\"end\"");
  }
  drawing->End();
}

}  // namespace

std::string PageSvg(const PageContent& page, const PageTables& tables,
                    std::span<const FlowLine> lines) {
  Drawing drawing(page.info);
  drawing.Begin("shades", "");
  for (const Shade& shade : page.shades) {
    drawing.Rectangle(shade.box, "fill=\"" + Color(shade.color) + "\" fill-opacity=\"0.5\"");
  }
  drawing.End();
  drawing.Begin("pictures", "fill=\"#ccc\" fill-opacity=\"0.3\" stroke=\"#888\"");
  for (const Box& box : page.images) {
    drawing.Rectangle(box);
    drawing.Line({box.left, box.top}, {box.right, box.bottom});
    drawing.Line({box.left, box.bottom}, {box.right, box.top});
  }
  drawing.End();
  drawing.Begin("rules", "stroke-opacity=\"0.8\"");
  for (const RulePiece& rule : page.rules) {
    const Point from =
        rule.horizontal ? Point{rule.from, rule.position} : Point{rule.position, rule.from};
    const Point to =
        rule.horizontal ? Point{rule.to, rule.position} : Point{rule.position, rule.to};
    drawing.Line(from, to,
                 "stroke=\"" + Color(rule.color) + "\" stroke-width=\"" +
                     Number(rule.thickness < 0.3F ? 0.3F : rule.thickness) + "\"");
  }
  drawing.End();
  DrawCharacters(page, &drawing);
  DrawTables(tables, &drawing);
  DrawLines(lines, &drawing);
  return drawing.Finish();
}

}  // namespace crossfoot
