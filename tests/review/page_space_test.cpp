// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pdf/page_space.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

// A page 200 wide and 100 high whose crop box begins at (10, 20); a box near its upper left corner.
constexpr std::array<double, 4> kCrop = {10, 20, 210, 120};
const Box kBox{5, 2, 25, 12};

using Rect = std::array<double, 4>;

TEST(PageSpace, AnUprightPageCountsFromBelow) {
  EXPECT_EQ(PageSpace(kCrop, 0).Rect(kBox), (Rect{15, 108, 35, 118}));
}

TEST(PageSpace, ATurnedPageIsTurnedBack) {
  // Shown turned clockwise by a quarter, its lower left corner is seen at the upper left.
  EXPECT_EQ(PageSpace(kCrop, 90).Rect(kBox), (Rect{12, 25, 22, 45}));
  EXPECT_EQ(PageSpace(kCrop, 180).Rect(kBox), (Rect{185, 22, 205, 32}));
  EXPECT_EQ(PageSpace(kCrop, 270).Rect(kBox), (Rect{198, 95, 208, 115}));
  EXPECT_EQ(PageSpace(kCrop, -90).Rect(kBox), PageSpace(kCrop, 270).Rect(kBox));
}

TEST(PageSpace, ACropBoxGivenByOtherCornersIsTheSame) {
  EXPECT_EQ(PageSpace({210, 120, 10, 20}, 0).Rect(kBox), PageSpace(kCrop, 0).Rect(kBox));
}

TEST(PageSpace, AHighlightGoesAroundTheWordsAsTheyAreRead) {
  EXPECT_EQ(PageSpace(kCrop, 0).Quad(kBox),
            (std::array<double, 8>{15, 118, 35, 118, 15, 108, 35, 108}));
}

}  // namespace
}  // namespace crossfoot
