// SPDX-License-Identifier: GPL-3.0-or-later
//
// Leads places found in a picture that was levelled for reading back to the page as it was scanned.
//
// A scan is turned the right way up and by the fraction of a degree that it lay askew; layout and
// tables work on the level page. An anchor must lie over the words that a person sees. So each part
// of a page that was read from a picture keeps a frame: a rigid motion back.
//
// METHOD      A box becomes the box around its turned corners. Along a skewed line that would grow
//             over its neighbours, so a long segment of text is cut into pieces short enough that
//             the box of each stays about as high as its line.
//
// Tested by tests/extract/layout/picture_frame_test.cpp.
#pragma once

#include <span>

#include "base/geometry.h"
#include "model/table.h"
#include "model/text.h"

namespace crossfoot {

// page = origin + x · along + y · down, for a point (x, y) of the level picture.
struct PictureFrame {
  Box area;  // of the level page: what stands here belongs to this frame
  Point origin;
  Point along{1, 0};  // unit vectors, at right angles
  Point down{0, 1};

  [[nodiscard]] Point ToPage(const Point& p) const {
    return {origin.x + p.x * along.x + p.y * down.x, origin.y + p.x * along.y + p.y * down.y};
  }
  [[nodiscard]] Box ToPage(const Box& box) const;
};

// How a level picture of width × height (points) goes back to the picture it was made of, which
// was first turned by `quarters` clockwise, then by `degrees` clockwise about its middle.
// `width` and `height` are those after the quarters.
PictureFrame FrameOf(float width, float height, int quarters, float degrees);

// The frame after `offset`: the level picture's origin stands there on the level page, and the
// picture's on the page. For a part of a page that was read by itself.
PictureFrame Moved(const PictureFrame& frame, const Point& offset);

// Changes what stands on page `page` inside one of the frames; a box belongs to the frame that
// holds its middle.
void LeadBack(std::span<const PictureFrame> frames, int page, Place* place);
void LeadBack(std::span<const PictureFrame> frames, int page, Text* text);
void LeadBack(std::span<const PictureFrame> frames, int page, Table* table);

}  // namespace crossfoot
