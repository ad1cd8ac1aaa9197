// SPDX-License-Identifier: GPL-3.0-or-later
//
// From a page as people see it (points from the top left, turned as shown) to the space its PDF
// is written in (from the bottom left, unturned, somewhere in its crop box).
//
// Tested by tests/review/page_space_test.cpp.
#pragma once

#include <array>

#include "base/geometry.h"

namespace crossfoot {

class PageSpace {
 public:
  // The crop box [left, bottom, right, top]; rotation in degrees clockwise, a multiple of 90.
  PageSpace(const std::array<double, 4>& crop, int rotation);

  struct Point {
    double x = 0;
    double y = 0;
  };
  [[nodiscard]] Point At(double x, double y) const;
  // [left, bottom, right, top] of a box as people see it.
  [[nodiscard]] std::array<double, 4> Rect(const Box& box) const;
  // x and y of its corners in the order that highlights want: upper left, upper right, lower left,
  // lower right, as people see them.
  [[nodiscard]] std::array<double, 8> Quad(const Box& box) const;

 private:
  std::array<double, 4> crop_;
  int rotation_;
};

}  // namespace crossfoot
