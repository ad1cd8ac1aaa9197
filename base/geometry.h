// SPDX-License-Identifier: GPL-3.0-or-later
//
// Points and boxes on a page, in points (1/72 inch), origin at the top left, y growing downwards,
// page rotation already applied. Geometry only: no value that came from a report is kept here.
//
// Tested by tests/base/geometry_test.cpp.
#pragma once

#include <algorithm>

namespace crossfoot {

struct Point {
  float x = 0;
  float y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

// left <= right and top <= bottom; a box of zero size is legal.
struct Box {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;

  [[nodiscard]] float width() const { return right - left; }
  [[nodiscard]] float height() const { return bottom - top; }
  [[nodiscard]] float area() const { return width() * height(); }
  [[nodiscard]] Point center() const { return {(left + right) / 2, (top + bottom) / 2}; }
  [[nodiscard]] bool Contains(const Point& p) const {
    return left <= p.x && p.x <= right && top <= p.y && p.y <= bottom;
  }
  [[nodiscard]] bool Intersects(const Box& o) const {
    return left < o.right && o.left < right && top < o.bottom && o.top < bottom;
  }
  [[nodiscard]] Box Union(const Box& o) const {
    return {std::min(left, o.left), std::min(top, o.top), std::max(right, o.right),
            std::max(bottom, o.bottom)};
  }
  // Zero-sized at the nearer edge when they do not meet.
  [[nodiscard]] Box Intersection(const Box& o) const {
    Box b{std::max(left, o.left), std::max(top, o.top), std::min(right, o.right),
          std::min(bottom, o.bottom)};
    b.right = std::max(b.left, b.right);
    b.bottom = std::max(b.top, b.bottom);
    return b;
  }
  friend bool operator==(const Box&, const Box&) = default;
};

}  // namespace crossfoot
