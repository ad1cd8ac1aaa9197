// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/turned_page.h"

#include <array>

namespace crossfoot {
namespace {

// Written downwards (90): reading goes with y, and the tops of the letters face right.
// Written upwards (270): reading goes against y, and the tops face left.
Box Turn(const Box& b, const PageInfo& info, int direction) {
  if (direction == 90) {
    return {b.top, info.width - b.right, b.bottom, info.width - b.left};
  }
  return {info.height - b.bottom, b.left, info.height - b.top, b.right};
}

Text TurnBack(const Text& text, const PageInfo& info, int direction) {
  Text turned;
  const std::vector<Text::Segment>& segments = text.segments();
  for (size_t i = 0; i < segments.size(); ++i) {
    const size_t end = i + 1 < segments.size() ? segments[i + 1].begin : text.utf8().size();
    Place place = segments[i].place;
    if (place.box) {
      place.box = TurnBack(*place.box, info, direction);
    }
    turned.Append(text.View(segments[i].begin, end), place, segments[i].confidence);
  }
  return turned;
}

}  // namespace

int MainDirection(const PageContent& page) {
  std::array<size_t, 4> count{};
  for (const Glyph& glyph : page.glyphs) {
    if (glyph.direction >= 0 && glyph.direction < 360 && glyph.direction % 90 == 0) {
      ++count[static_cast<size_t>(glyph.direction / 90)];
    }
  }
  size_t main = 0;
  for (size_t i = 1; i < count.size(); ++i) {
    main = count[i] > count[main] ? i : main;
  }
  return static_cast<int>(main) * 90;
}

PageContent TurnPage(const PageContent& page, int direction) {
  PageContent turned = page;
  turned.info.width = page.info.height;
  turned.info.height = page.info.width;
  for (Glyph& glyph : turned.glyphs) {
    glyph.box = Turn(glyph.box, page.info, direction);
    if (glyph.direction == direction) {
      glyph.baseline = direction == 90 ? page.info.width - glyph.baseline : glyph.baseline;
    }
    glyph.direction = static_cast<int16_t>((glyph.direction - direction + 360) % 360);
  }
  for (RulePiece& rule : turned.rules) {
    const Box line = rule.horizontal ? Box{rule.from, rule.position, rule.to, rule.position}
                                     : Box{rule.position, rule.from, rule.position, rule.to};
    const Box now = Turn(line, page.info, direction);
    rule.horizontal = !rule.horizontal;
    rule.position = rule.horizontal ? now.top : now.left;
    rule.from = rule.horizontal ? now.left : now.top;
    rule.to = rule.horizontal ? now.right : now.bottom;
  }
  for (Shade& shade : turned.shades) {
    shade.box = Turn(shade.box, page.info, direction);
  }
  for (Box& image : turned.images) {
    image = Turn(image, page.info, direction);
  }
  return turned;
}

Box TurnBack(const Box& b, const PageInfo& info, int direction) {
  if (direction == 90) {
    return {info.width - b.bottom, b.left, info.width - b.top, b.right};
  }
  return {b.top, info.height - b.right, b.bottom, info.height - b.left};
}

void TurnBack(const PageInfo& info, int direction, PageTables* found) {
  for (PageTable& table : found->tables) {
    table.box = TurnBack(table.box, info, direction);
    for (Cell& cell : table.cells) {
      cell.text = TurnBack(cell.text, info, direction);
      if (cell.place.box) {
        cell.place.box = TurnBack(*cell.place.box, info, direction);
      }
    }
    table.caption = TurnBack(table.caption, info, direction);
    table.unit_note = TurnBack(table.unit_note, info, direction);
    for (Text& note : table.notes) {
      note = TurnBack(note, info, direction);
    }
  }
}

}  // namespace crossfoot
