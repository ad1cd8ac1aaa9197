// SPDX-License-Identifier: GPL-3.0-or-later
//
// JPEG as a Raster. libjpeg does the work and this is the only place that knows it: unlike the
// libraries that call it for us, it says nothing on standard error, and tells how much of a damaged
// picture there is.
//
// Tested by tests/extract/ocr/jpeg_image_test.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/ocr/raster.h"

namespace crossfoot {

struct JpegHeader {
  int width = 0;
  int height = 0;
  int components = 0;  // 1 grey, 3 RGB, 4 CMYK
};

// Nothing where the header cannot be read, or tells of another number of components.
std::optional<JpegHeader> ReadJpegHeader(std::string_view bytes);

// Grey or RGB, its dpi as the file says (0 where it does not). Where data are missing or senseless
// it is `damaged`, and what could not be decoded is grey; but some scanners leave the end mark out,
// and then nothing is missing. Nothing for more than `most_pixels`.
std::optional<Raster> DecodeJpeg(std::string_view bytes, int64_t most_pixels);

}  // namespace crossfoot
