// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/picture_frame.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "base/utf8.h"

namespace crossfoot {
namespace {

constexpr float kRadiansPerDegree = 3.14159265F / 180;
constexpr float kDrift = 0.15F;  // of its height, by which a piece of a line may rise or fall

const PictureFrame* FrameAt(std::span<const PictureFrame> frames, const Point& p) {
  const auto at = std::find_if(frames.begin(), frames.end(),
                               [&](const PictureFrame& frame) { return frame.area.Contains(p); });
  return at == frames.end() ? nullptr : &*at;
}

// How far a line of this box drifts across its own height when it is turned, in its heights.
float DriftOf(const PictureFrame& frame, const Box& box) {
  const float askew = std::min(std::abs(frame.along.x), std::abs(frame.along.y));
  return box.height() > 0 ? askew * box.width() / box.height() : 0;
}

// Of writing along the frame, to the nearest quarter turn.
int DirectionOf(const PictureFrame& frame) {
  if (std::abs(frame.along.x) >= std::abs(frame.along.y)) {
    return frame.along.x >= 0 ? 0 : 180;
  }
  return frame.along.y >= 0 ? 90 : 270;
}

// Appends characters [begin, end) of `text`, which stand evenly in `box`, piece by piece.
void AppendPieces(const PictureFrame& frame, std::string_view utf8, const Place& place,
                  float confidence, Text* out) {
  const size_t all = CountUtf8(utf8);
  const auto wanted = static_cast<size_t>(std::ceil(DriftOf(frame, *place.box) / kDrift));
  const size_t pieces = std::clamp<size_t>(wanted, 1, std::max<size_t>(all, 1));
  const float pitch = place.box->width() / static_cast<float>(std::max<size_t>(all, 1));
  size_t begin = 0;
  size_t done = 0;
  for (size_t piece = 1; piece <= pieces; ++piece) {
    const size_t to = all * piece / pieces;
    size_t end = piece == pieces ? utf8.size() : begin;
    for (size_t k = done; k < to && piece < pieces; ++k) {
      end += DecodeUtf8(utf8, end).length;
    }
    Place part = place;
    part.box->left = place.box->left + pitch * static_cast<float>(done);
    part.box->right = place.box->left + pitch * static_cast<float>(to);
    part.box = frame.ToPage(*part.box);
    part.direction = DirectionOf(frame);
    out->Append(utf8.substr(begin, end - begin), part, confidence);
    begin = end;
    done = to;
  }
}

}  // namespace

Box PictureFrame::ToPage(const Box& box) const {
  const Point a = ToPage(Point{box.left, box.top});
  const Point b = ToPage(Point{box.right, box.top});
  const Point c = ToPage(Point{box.left, box.bottom});
  const Point d = ToPage(Point{box.right, box.bottom});
  return {std::min({a.x, b.x, c.x, d.x}), std::min({a.y, b.y, c.y, d.y}),
          std::max({a.x, b.x, c.x, d.x}), std::max({a.y, b.y, c.y, d.y})};
}

PictureFrame FrameOf(float width, float height, int quarters, float degrees) {
  const float sine = std::sin(degrees * kRadiansPerDegree);
  const float cosine = std::cos(degrees * kRadiansPerDegree);
  PictureFrame frame;
  frame.area = {0, 0, width, height};
  frame.along = {cosine, -sine};
  frame.down = {sine, cosine};
  const Point middle{width / 2, height / 2};
  const Point turned = frame.ToPage(middle);
  frame.origin = {middle.x - turned.x, middle.y - turned.y};
  for (int left = quarters; left > 0; --left) {
    // One quarter back: what stood at (x, y) came from (y, width − x).
    const auto back = [](const Point& p) { return Point{p.y, -p.x}; };
    frame.origin = back(frame.origin);
    frame.origin.y += width;
    frame.along = back(frame.along);
    frame.down = back(frame.down);
    std::swap(width, height);
  }
  return frame;
}

PictureFrame Moved(const PictureFrame& frame, const Point& offset) {
  PictureFrame moved = frame;
  moved.area = {frame.area.left + offset.x, frame.area.top + offset.y, frame.area.right + offset.x,
                frame.area.bottom + offset.y};
  const Point at = frame.ToPage(Point{-offset.x, -offset.y});
  moved.origin = {at.x + offset.x, at.y + offset.y};
  return moved;
}

void LeadBack(std::span<const PictureFrame> frames, int page, Place* place) {
  if (place->page != page || !place->box) {
    return;
  }
  if (const PictureFrame* frame = FrameAt(frames, place->box->center())) {
    place->box = frame->ToPage(*place->box);
    place->direction = DirectionOf(*frame);
  }
}

void LeadBack(std::span<const PictureFrame> frames, int page, Text* text) {
  if (frames.empty() || text->empty()) {
    return;
  }
  Text led;
  const auto& segments = text->segments();
  for (size_t i = 0; i < segments.size(); ++i) {
    const size_t end = i + 1 < segments.size() ? segments[i + 1].begin : text->utf8().size();
    const std::string_view utf8 = text->View(segments[i].begin, end);
    const Place& place = segments[i].place;
    const PictureFrame* frame =
        place.page == page && place.box ? FrameAt(frames, place.box->center()) : nullptr;
    if (frame != nullptr) {
      AppendPieces(*frame, utf8, place, segments[i].confidence, &led);
    } else {
      led.Append(utf8, place, segments[i].confidence);
    }
  }
  *text = std::move(led);
}

void LeadBack(std::span<const PictureFrame> frames, int page, Table* table) {
  for (Cell& cell : table->cells) {
    LeadBack(frames, page, &cell.place);
    LeadBack(frames, page, &cell.text);
  }
  LeadBack(frames, page, &table->caption);
  LeadBack(frames, page, &table->unit_note);
  for (Text& note : table->notes) {
    LeadBack(frames, page, &note);
  }
}

}  // namespace crossfoot
