// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pdf/page_space.h"

#include <algorithm>

namespace crossfoot {

PageSpace::PageSpace(const std::array<double, 4>& crop, int rotation)
    : crop_{std::min(crop[0], crop[2]), std::min(crop[1], crop[3]), std::max(crop[0], crop[2]),
            std::max(crop[1], crop[3])},
      rotation_(((rotation % 360) + 360) % 360) {}

PageSpace::Point PageSpace::At(double x, double y) const {
  switch (rotation_) {
    case 90:
      return {crop_[0] + y, crop_[1] + x};
    case 180:
      return {crop_[2] - x, crop_[1] + y};
    case 270:
      return {crop_[2] - y, crop_[3] - x};
    default:
      return {crop_[0] + x, crop_[3] - y};
  }
}

std::array<double, 4> PageSpace::Rect(const Box& box) const {
  const Point a = At(static_cast<double>(box.left), static_cast<double>(box.top));
  const Point b = At(static_cast<double>(box.right), static_cast<double>(box.bottom));
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

std::array<double, 8> PageSpace::Quad(const Box& box) const {
  const double left = static_cast<double>(box.left);
  const double right = static_cast<double>(box.right);
  const double top = static_cast<double>(box.top);
  const double bottom = static_cast<double>(box.bottom);
  const Point a = At(left, top);
  const Point b = At(right, top);
  const Point c = At(left, bottom);
  const Point d = At(right, bottom);
  return {a.x, a.y, b.x, b.y, c.x, c.y, d.x, d.y};
}

}  // namespace crossfoot
