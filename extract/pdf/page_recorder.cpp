// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/page_recorder.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/utf8.h"
#include "extract/pdf/character_repair.h"
#include "extract/pdf/plausible_text.h"

namespace crossfoot {
namespace {

constexpr float kGridPitch = 16;           // points
constexpr float kThickestRule = 3.5F;      // a filled area thinner than this is a rule
constexpr float kThickestStroke = 6;       // a stroke thicker than this is an area
constexpr float kShortestRule = 0.3F;      // dashes drawn one by one are kept
constexpr float kSmallestVisible = 0.7F;   // font size in points
constexpr float kSlack = 0.6F;             // how far from level a rule may be drawn
constexpr float kLeastVisiblePart = 0.3F;  // of a glyph's area, to be read
// A line whose characters show between these parts of their area is cut off.
constexpr float kSliver = 0.05F;
constexpr float kWholePart = 0.6F;
constexpr int kFewestCutOff = 3;
constexpr int64_t kMostSteps = 8'000'000;

constexpr size_t kMostParts = 32;  // of one path that are looked at for holes

bool Encloses(const Box& outer, const Box& inner) {
  return outer.left <= inner.left && outer.top <= inner.top && outer.right >= inner.right &&
         outer.bottom >= inner.bottom && outer.area() > inner.area() && inner.area() > 0;
}

bool IsFinite(const Point& p) { return std::isfinite(p.x) && std::isfinite(p.y); }

Box BoundsOf(std::span<const Point> points) {
  Box box{points[0].x, points[0].y, points[0].x, points[0].y};
  for (const Point& p : points) {
    box = box.Union({p.x, p.y, p.x, p.y});
  }
  return box;
}

float AreaOf(std::span<const Point> points) {
  float twice = 0;
  for (size_t i = 0; i < points.size(); ++i) {
    const Point& a = points[i];
    const Point& b = points[(i + 1) % points.size()];
    twice += a.x * b.y - b.x * a.y;
  }
  return std::abs(twice) / 2;
}

int DirectionOf(const Point& along) {
  constexpr float kDegrees = 57.29578F;
  const int angle =
      (static_cast<int>(std::lround(std::atan2(along.y, along.x) * kDegrees)) + 360) % 360;
  for (const int straight : {0, 90, 180, 270, 360}) {
    if (std::abs(angle - straight) <= 2) {
      return straight % 360;
    }
  }
  return angle;
}

bool SimilarColor(uint32_t a, uint32_t b) {
  int distance = 0;
  for (const int shift : {0, 8, 16}) {
    distance +=
        std::abs(static_cast<int>((a >> shift) & 0xFF) - static_cast<int>((b >> shift) & 0xFF));
  }
  return distance <= 12;
}

}  // namespace

bool IsRectangle(std::span<const Point> points) {
  if (points.size() < 4) {
    return false;
  }
  const Box bounds = BoundsOf(points);
  // Areas are taken from the corner on: far from the origin floats would lose the area.
  std::vector<Point> moved(points.begin(), points.end());
  for (Point& p : moved) {
    p = {p.x - bounds.left, p.y - bounds.top};
  }
  return AreaOf(moved) >= 0.98F * bounds.area();
}

PageRecorder::PageRecorder(const PageInfo& info, const Limits& limits)
    : limits_(limits), page_{0, 0, info.width, info.height}, steps_left_(kMostSteps) {
  content_.info = info;
  grid_columns_ = static_cast<size_t>(std::clamp(info.width / kGridPitch, 1.0F, 512.0F)) + 1;
  grid_rows_ = static_cast<size_t>(std::clamp(info.height / kGridPitch, 1.0F, 512.0F)) + 1;
  grid_.assign(grid_columns_ * grid_rows_, -1);
}

uint16_t PageRecorder::AddFont(FontInfo font) {
  // Fonts beyond what the index can name share the last one.
  if (content_.fonts.size() < 0xFFFF) {
    content_.fonts.push_back(std::move(font));
    font_use_.emplace_back();
  }
  return static_cast<uint16_t>(content_.fonts.size() - 1);
}

uint16_t PageRecorder::BoldVariant(uint16_t font) {
  if (font >= content_.fonts.size() || content_.fonts[font].bold) {
    return font;
  }
  if (font_use_[font].bold_variant < 0) {
    FontInfo bold = content_.fonts[font];
    bold.bold = true;
    const uint16_t variant = AddFont(std::move(bold));
    font_use_[font].bold_variant = variant;
  }
  return static_cast<uint16_t>(font_use_[font].bold_variant);
}

size_t PageRecorder::GridCell(float x, float y) const {
  const auto column =
      static_cast<size_t>(std::clamp(x / kGridPitch, 0.0F, static_cast<float>(grid_columns_ - 1)));
  const auto row =
      static_cast<size_t>(std::clamp(y / kGridPitch, 0.0F, static_cast<float>(grid_rows_ - 1)));
  return row * grid_columns_ + column;
}

void PageRecorder::AddGlyph(const GlyphMark& mark, const Paint& paint) {
  if (content_.glyphs.size() >= static_cast<size_t>(limits_.characters_per_page)) {
    content_.over_limit = true;
    return;
  }
  const float length = std::hypot(mark.along.x, mark.along.y);
  if (!IsFinite(mark.origin) || !IsFinite(mark.advance) || !std::isfinite(mark.font_size) ||
      !std::isfinite(length) || length <= 0 || mark.font >= content_.fonts.size()) {
    ++content_.hidden_glyphs;
    return;
  }
  const Point along{mark.along.x / length, mark.along.y / length};
  const Point up{along.y, -along.x};
  const std::array<Point, 4> corners = [&] {
    std::array<Point, 4> c{};
    for (size_t i = 0; i < 4; ++i) {
      const float rise = (i % 2 == 0 ? mark.ascent : mark.descent) * mark.font_size;
      const Point start =
          i < 2 ? mark.origin
                : Point{mark.origin.x + mark.advance.x, mark.origin.y + mark.advance.y};
      c.at(i) = {start.x + up.x * rise, start.y + up.y * rise};
    }
    return c;
  }();
  const Box box = BoundsOf(corners);
  std::u32string characters = RepairCharacters(mark.characters);
  const bool blank =
      !characters.empty() && std::all_of(characters.begin(), characters.end(), IsBlank);

  const Box seen = box.Intersection(paint.clip).Intersection(page_);
  const bool in_sight = box.area() > 0
                            ? seen.area() >= kLeastVisiblePart * box.area()
                            : paint.clip.Contains(box.center()) && page_.Contains(box.center());
  if (paint.visible && !blank && box.area() > 0 && seen.area() > kSliver * box.area() &&
      seen.area() < kWholePart * box.area()) {
    NoteCutOff(box);
  }
  if (!paint.visible || !in_sight || mark.font_size < kSmallestVisible) {
    content_.hidden_glyphs += blank ? 0 : 1;
    return;
  }
  FontUse& use = font_use_[mark.font];
  use.shown += blank ? 0 : 1;
  if (characters.empty()) {
    ++use.unmapped;
    ++content_.unmapped_glyphs;
    characters.assign(1, kReplacement);
  }
  Glyph glyph;
  glyph.font_size = mark.font_size;
  glyph.font = mark.font;
  glyph.color = paint.color;
  glyph.direction = static_cast<int16_t>(DirectionOf(along));
  glyph.baseline = glyph.direction == 90 || glyph.direction == 270 ? mark.origin.x : mark.origin.y;
  const auto parts = static_cast<float>(characters.size());
  for (size_t i = 0; i < characters.size(); ++i) {
    const float from = static_cast<float>(i) / parts;
    const float to = static_cast<float>(i + 1) / parts;
    glyph.code = characters[i];
    glyph.box = box;
    if (parts > 1) {
      // A ligature is shared out along the direction of writing.
      const bool level = glyph.direction == 0 || glyph.direction == 180;
      const bool backwards = glyph.direction == 180 || glyph.direction == 270;
      const float a = backwards ? 1 - to : from;
      const float b = backwards ? 1 - from : to;
      if (level) {
        glyph.box.left = box.left + a * box.width();
        glyph.box.right = box.left + b * box.width();
      } else {
        glyph.box.top = box.top + a * box.height();
        glyph.box.bottom = box.top + b * box.height();
      }
    }
    Place(glyph);
  }
}

void PageRecorder::NoteCutOff(const Box& glyph) {
  content_.cut_off = cut_off_glyphs_++ == 0 ? glyph : content_.cut_off.Union(glyph);
}

void PageRecorder::Place(const Glyph& glyph) {
  const bool blank = IsBlank(glyph.code);
  if (!blank) {
    if (LooksLikeGround(glyph)) {
      ++content_.hidden_glyphs;
      return;
    }
    const int twin = FindTwin(glyph);
    if (twin >= 0) {
      Glyph& first = content_.glyphs[static_cast<size_t>(twin)];
      first.font = BoldVariant(first.font);
      return;
    }
  }
  const Point middle = glyph.box.center();
  int& head = grid_[GridCell(middle.x, middle.y)];
  next_in_cell_.push_back(head);
  head = static_cast<int>(content_.glyphs.size());
  content_.glyphs.push_back(glyph);
  erased_.push_back(false);
}

bool PageRecorder::LooksLikeGround(const Glyph& glyph) {
  const bool white = SimilarColor(glyph.color, 0xFFFFFF);
  if (!white && !std::binary_search(ground_colors_.begin(), ground_colors_.end(), glyph.color)) {
    return false;
  }
  const Point middle = glyph.box.center();
  for (size_t i = grounds_.size(); i-- > 0;) {
    if (--steps_left_ <= 0) {
      return false;
    }
    if (grounds_[i].box.Contains(middle)) {
      return grounds_[i].color && SimilarColor(*grounds_[i].color, glyph.color);
    }
  }
  return white;
}

int PageRecorder::FindTwin(const Glyph& glyph) const {
  const Point middle = glyph.box.center();
  const float reach = 0.12F * glyph.font_size;
  int looked_at = 0;
  for (const float dx : {-reach, reach}) {
    for (const float dy : {-reach, reach}) {
      const size_t cell = GridCell(middle.x + dx, middle.y + dy);
      // Mostly the four corners fall into one place, which is then looked at once.
      if ((dx > 0 && cell == GridCell(middle.x - reach, middle.y + dy)) ||
          (dy > 0 && cell == GridCell(middle.x + dx, middle.y - reach))) {
        continue;
      }
      for (int i = grid_[cell]; i >= 0 && looked_at < 200;
           i = next_in_cell_[static_cast<size_t>(i)], ++looked_at) {
        const Glyph& other = content_.glyphs[static_cast<size_t>(i)];
        const Point theirs = other.box.center();
        if (other.code == glyph.code && std::abs(theirs.x - middle.x) <= reach &&
            std::abs(theirs.y - middle.y) <= reach && !erased_[static_cast<size_t>(i)] &&
            other.direction == glyph.direction) {
          return i;
        }
      }
    }
  }
  return -1;
}

void PageRecorder::Cover(const Box& box) {
  if (content_.glyphs.empty()) {
    return;
  }
  const size_t first = GridCell(box.left, box.top);
  const size_t last = GridCell(box.right, box.bottom);
  for (size_t row = first / grid_columns_; row <= last / grid_columns_; ++row) {
    for (size_t column = first % grid_columns_; column <= last % grid_columns_; ++column) {
      for (int i = grid_[row * grid_columns_ + column]; i >= 0;
           i = next_in_cell_[static_cast<size_t>(i)]) {
        if (--steps_left_ <= 0) {
          return;
        }
        const auto at = static_cast<size_t>(i);
        const Box& glyph = content_.glyphs[at].box;
        if (!erased_[at] && glyph.Intersection(box).area() > 0.8F * glyph.area()) {
          erased_[at] = true;
          content_.hidden_glyphs += IsBlank(content_.glyphs[at].code) ? 0 : 1;
        }
      }
      --steps_left_;
    }
  }
}

void PageRecorder::AddGround(const Box& box, std::optional<uint32_t> color) {
  grounds_.push_back({box, color});
  if (color) {
    const auto at = std::lower_bound(ground_colors_.begin(), ground_colors_.end(), *color);
    if (at == ground_colors_.end() || *at != *color) {
      // Thousands of colours are a picture drawn in pieces, not a ground for text.
      if (ground_colors_.size() < 1000) {
        ground_colors_.insert(at, *color);
      }
    }
  }
}

bool PageRecorder::TakeSegment() {
  if (segments_ >= limits_.segments_per_page) {
    content_.over_limit = true;
    return false;
  }
  ++segments_;
  return true;
}

void PageRecorder::AddRule(const Point& from, const Point& to, float thickness,
                           const Paint& paint) {
  if (!IsFinite(from) || !IsFinite(to) || !std::isfinite(thickness)) {
    return;
  }
  const Box span = Box{std::min(from.x, to.x), std::min(from.y, to.y), std::max(from.x, to.x),
                       std::max(from.y, to.y)};
  const bool horizontal = span.width() >= span.height();
  const float half = thickness / 2;
  const Box drawn = horizontal ? Box{span.left, span.top - half, span.right, span.bottom + half}
                               : Box{span.left - half, span.top, span.right + half, span.bottom};
  const Box clip = paint.clip.Intersection(page_);
  // A hairline on the very edge of its clip is still seen.
  if (drawn.right < clip.left - 1 || drawn.left > clip.right + 1 || drawn.bottom < clip.top - 1 ||
      drawn.top > clip.bottom + 1) {
    return;
  }
  RulePiece rule;
  rule.horizontal = horizontal;
  rule.position = horizontal ? span.center().y : span.center().x;
  rule.from = horizontal ? std::max(span.left, clip.left) : std::max(span.top, clip.top);
  rule.to = horizontal ? std::min(span.right, clip.right) : std::min(span.bottom, clip.bottom);
  rule.thickness = thickness;
  rule.color = paint.color;
  if (rule.to - rule.from >= kShortestRule && TakeSegment()) {
    content_.rules.push_back(rule);
  }
}

void PageRecorder::AddArea(const Box& box, const Paint& paint) {
  const Box seen = box.Intersection(paint.clip).Intersection(page_);
  if (!(seen.width() > 0) || !(seen.height() > 0)) {
    return;
  }
  if (std::min(seen.width(), seen.height()) <= kThickestRule) {
    const bool horizontal = seen.width() >= seen.height();
    const Point middle = seen.center();
    const Point from = horizontal ? Point{seen.left, middle.y} : Point{middle.x, seen.top};
    const Point to = horizontal ? Point{seen.right, middle.y} : Point{middle.x, seen.bottom};
    AddRule(from, to, std::min(seen.width(), seen.height()), paint);
    return;
  }
  if (!TakeSegment()) {
    return;
  }
  if (paint.opaque) {
    Cover(seen);
    AddGround(seen, paint.color);
  }
  content_.shades.push_back({seen, paint.color});
}

void PageRecorder::Stroke(const PathMark& path, float width, const Paint& paint) {
  if (!paint.visible) {
    return;
  }
  for (const PathMark::Part& part : path.parts) {
    const auto points = path.PointsOf(part);
    if (part.curved) {
      continue;
    }
    for (size_t i = 1; i < points.size() && !Full(); ++i) {
      const Point& a = points[i - 1];
      const Point& b = points[i];
      const float dx = std::abs(a.x - b.x);
      const float dy = std::abs(a.y - b.y);
      if (!(std::min(dx, dy) <= kSlack) || !(std::max(dx, dy) >= kShortestRule) ||
          std::min(dx, dy) > 0.25F * std::max(dx, dy)) {
        continue;
      }
      if (width > kThickestStroke) {
        const float half = width / 2;
        const Box line =
            Box{std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
        AddArea(dx >= dy ? Box{line.left, line.top - half, line.right, line.bottom + half}
                         : Box{line.left - half, line.top, line.right + half, line.bottom},
                paint);
      } else {
        AddRule(a, b, width, paint);
      }
    }
  }
}

void PageRecorder::Fill(const PathMark& path, const Paint& paint) {
  if (!paint.visible) {
    return;
  }
  std::vector<Box> bounds;
  for (const PathMark::Part& part : path.parts) {
    const auto points = path.PointsOf(part);
    const bool sound = !points.empty() && std::all_of(points.begin(), points.end(), IsFinite);
    bounds.push_back(sound ? BoundsOf(points) : Box{});
  }
  // A shape within a shape is a hole, or may be one.
  std::vector<bool> done(path.parts.size(), false);
  Paint area_paint = paint;
  if (path.parts.size() > kMostParts) {
    area_paint.opaque = false;
  } else {
    for (size_t i = 0; i < bounds.size(); ++i) {
      for (size_t k = 0; k < bounds.size(); ++k) {
        if (i != k && Encloses(bounds[i], bounds[k])) {
          area_paint.opaque = false;
          done[k] = true;
          done[i] = done[i] || AddFrame(bounds[i], bounds[k], paint);
        }
      }
    }
  }
  for (size_t i = 0; i < path.parts.size() && !Full(); ++i) {
    const float thin = std::min(bounds[i].width(), bounds[i].height());
    const float longer = std::max(bounds[i].width(), bounds[i].height());
    const bool line = thin <= kThickestRule && longer > 4 * thin;
    if (!done[i] && !path.parts[i].curved && (line || IsRectangle(path.PointsOf(path.parts[i])))) {
      AddArea(bounds[i], area_paint);
    }
  }
}

// A frame drawn as the area between two rectangles is four rules.
bool PageRecorder::AddFrame(const Box& outer, const Box& inner, const Paint& paint) {
  if (std::max({inner.left - outer.left, inner.top - outer.top, outer.right - inner.right,
                outer.bottom - inner.bottom}) > kThickestRule) {
    return false;
  }
  AddArea({outer.left, outer.top, outer.right, inner.top}, paint);
  AddArea({outer.left, inner.bottom, outer.right, outer.bottom}, paint);
  AddArea({outer.left, outer.top, inner.left, outer.bottom}, paint);
  AddArea({inner.right, outer.top, outer.right, outer.bottom}, paint);
  return true;
}

void PageRecorder::AddImage(const Box& box, const Paint& paint) {
  if (!std::isfinite(box.left + box.right + box.top + box.bottom)) {
    return;
  }
  const Box seen = box.Intersection(paint.clip).Intersection(page_);
  if (!paint.visible || !(seen.width() > 0) || !(seen.height() > 0) || !TakeSegment()) {
    return;
  }
  if (paint.opaque) {
    Cover(seen);
  }
  AddGround(seen, std::nullopt);
  content_.images.push_back(seen);
}

void PageRecorder::BeginReplacement() {
  if (replacement_depth_++ == 0) {
    replacement_begin_ = content_.glyphs.size();
  }
}

void PageRecorder::EndReplacement(std::u32string_view text) {
  if (replacement_depth_ == 0 || --replacement_depth_ > 0) {
    return;
  }
  std::vector<Glyph>& glyphs = content_.glyphs;
  const std::u32string characters = RepairCharacters(text);
  const size_t count = glyphs.size() - replacement_begin_;
  if (characters.size() != count) {
    return;
  }
  // Glyphs whose fonts say what they are show what a reader sees; a replacement may say anything.
  for (size_t i = 0; i < count; ++i) {
    Glyph& glyph = glyphs[replacement_begin_ + i];
    if (glyph.code == kReplacement) {
      glyph.code = characters[i];
      --content_.unmapped_glyphs;
      --font_use_[glyph.font].unmapped;
    }
  }
}

// What a font claims in vain to show is unknown, like what it does not claim.
void PageRecorder::SetGarbledTextAside() {
  std::vector<HanTally> tallies(content_.fonts.size());
  for (const Glyph& glyph : content_.glyphs) {
    tallies[glyph.font].Add(glyph.code);
  }
  for (Glyph& glyph : content_.glyphs) {
    if (!tallies[glyph.font].Plausible() && !IsBlank(glyph.code) && glyph.code != kReplacement) {
      glyph.code = kReplacement;
      ++content_.unmapped_glyphs;
      ++font_use_[glyph.font].unmapped;
    }
  }
}

PageContent PageRecorder::Finish() {
  // One character over an edge is a matter of fonts; a row of them is a line.
  content_.cut_off =
      cut_off_glyphs_ >= kFewestCutOff ? content_.cut_off.Intersection(page_) : Box{};
  size_t kept = 0;
  for (size_t i = 0; i < content_.glyphs.size(); ++i) {
    if (!erased_[i]) {
      content_.glyphs[kept++] = content_.glyphs[i];
    }
  }
  content_.glyphs.resize(kept);
  SetGarbledTextAside();
  for (size_t i = 0; i < content_.fonts.size(); ++i) {
    content_.fonts[i].mappable = 2 * font_use_[i].unmapped <= font_use_[i].shown;
  }
  return std::move(content_);
}

}  // namespace crossfoot
