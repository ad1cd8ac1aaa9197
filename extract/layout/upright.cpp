// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/upright.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr size_t kFewest = 20;  // characters that make a page's direction

Box BoxOf(const Point& a, const Point& b) {
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

bool RunsVertically(int direction) { return direction == 90 || direction == 270; }

}  // namespace

int CommonDirection(const PageContent& page) {
  std::array<size_t, 4> count{};
  size_t all = 0;
  for (const Glyph& glyph : page.glyphs) {
    if (!IsBlank(glyph.code) && glyph.direction >= 0 && glyph.direction < 360 &&
        glyph.direction % 90 == 0) {
      ++count.at(static_cast<size_t>(glyph.direction / 90));
      ++all;
    }
  }
  for (size_t i = 1; i < count.size(); ++i) {
    if (count.at(i) >= kFewest && 2 * count.at(i) > all) {
      return static_cast<int>(i) * 90;
    }
  }
  return 0;
}

Point Turn::Upright(const Point& p) const {
  switch (direction_) {
    case 90:
      return {p.y, width_ - p.x};
    case 180:
      return {width_ - p.x, height_ - p.y};
    case 270:
      return {height_ - p.y, p.x};
    default:
      return p;
  }
}

Box Turn::Upright(const Box& box) const {
  return BoxOf(Upright(Point{box.left, box.top}), Upright(Point{box.right, box.bottom}));
}

Box Turn::Back(const Box& box) const {
  const auto back = [&](const Point& p) -> Point {
    switch (direction_) {
      case 90:
        return {width_ - p.y, p.x};
      case 180:
        return {width_ - p.x, height_ - p.y};
      case 270:
        return {p.y, height_ - p.x};
      default:
        return p;
    }
  };
  return BoxOf(back({box.left, box.top}), back({box.right, box.bottom}));
}

PageContent Turn::Upright(const PageContent& page) const {
  PageContent upright = page;
  if (RunsVertically(direction_)) {
    std::swap(upright.info.width, upright.info.height);
  }
  for (Glyph& glyph : upright.glyphs) {
    const bool vertical = RunsVertically(glyph.direction);
    const Point on_baseline = Upright(vertical ? Point{glyph.baseline, glyph.box.top}
                                               : Point{glyph.box.left, glyph.baseline});
    glyph.box = Upright(glyph.box);
    glyph.direction = static_cast<int16_t>((glyph.direction - direction_ + 360) % 360);
    glyph.baseline = RunsVertically(glyph.direction) ? on_baseline.x : on_baseline.y;
  }
  for (RulePiece& rule : upright.rules) {
    const Box line =
        Upright(rule.horizontal ? Box{rule.from, rule.position, rule.to, rule.position}
                                : Box{rule.position, rule.from, rule.position, rule.to});
    rule.horizontal = rule.horizontal != RunsVertically(direction_);
    rule.position = rule.horizontal ? line.top : line.left;
    rule.from = rule.horizontal ? line.left : line.top;
    rule.to = rule.horizontal ? line.right : line.bottom;
  }
  for (Shade& shade : upright.shades) {
    shade.box = Upright(shade.box);
  }
  for (Box& image : upright.images) {
    image = Upright(image);
  }
  return upright;
}

void Turn::TurnBack(Place* place) const {
  if (place->page == page_ && place->box) {
    place->box = Back(*place->box);
    place->direction = (place->direction + direction_) % 360;
  }
}

void Turn::TurnBack(Text* text) const {
  Text turned;
  const auto& segments = text->segments();
  for (size_t i = 0; i < segments.size(); ++i) {
    const size_t end = i + 1 < segments.size() ? segments[i + 1].begin : text->utf8().size();
    Place place = segments[i].place;
    TurnBack(&place);
    turned.Append(text->View(segments[i].begin, end), place, segments[i].confidence);
  }
  *text = std::move(turned);
}

void Turn::TurnBack(Table* table) const {
  for (Cell& cell : table->cells) {
    TurnBack(&cell.place);
    TurnBack(&cell.text);
  }
  TurnBack(&table->caption);
  TurnBack(&table->unit_note);
  for (Text& note : table->notes) {
    TurnBack(&note);
  }
}

}  // namespace crossfoot
