// SPDX-License-Identifier: GPL-3.0-or-later
//
// A picture as plain bytes: what decoders and renderers give and what the passes that prepare a
// page for reading work on. Rows from the top, no padding; one byte a pixel (grey, 0 black to 255
// white) or three (red, green, blue).
//
// Tested by tests/extract/ocr/preparation_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace crossfoot {

struct Raster {
  int width = 0;
  int height = 0;
  int channels = 1;      // 1 or 3
  float dpi = 0;         // of the page it shows; 0: not known
  bool damaged = false;  // a part of it could not be decoded
  std::vector<uint8_t> pixels;

  Raster() = default;
  Raster(int w, int h, int c, float resolution, uint8_t fill = 255)
      : width(w),
        height(h),
        channels(c),
        dpi(resolution),
        pixels(static_cast<size_t>(w) * static_cast<size_t>(h) * static_cast<size_t>(c), fill) {}

  [[nodiscard]] bool empty() const { return pixels.empty(); }
  [[nodiscard]] size_t row_bytes() const {
    return static_cast<size_t>(width) * static_cast<size_t>(channels);
  }
  // Precondition: 0 <= y < height.
  [[nodiscard]] uint8_t* Row(int y) { return pixels.data() + static_cast<size_t>(y) * row_bytes(); }
  [[nodiscard]] const uint8_t* Row(int y) const {
    return pixels.data() + static_cast<size_t>(y) * row_bytes();
  }
};

}  // namespace crossfoot
