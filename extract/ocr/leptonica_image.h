// SPDX-License-Identifier: GPL-3.0-or-later
//
// Picture files (PNG, JPEG, TIFF of one page or many) as Rasters, and the geometry of pictures:
// skew, rotation, scaling.
//
// Leptonica does the work but for JPEG (jpeg_image.h); this is the only place that knows it. What
// it complains about does not reach standard error. 1, 2, 4, 8 and 16 bits, palettes, CMYK and
// alpha (over white) all end as grey or RGB of eight bits. A picture's size is looked at before it
// is decoded.
//
// Tested by tests/extract/ocr/leptonica_image_test.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "extract/ocr/raster.h"

namespace crossfoot {

// "image/png", "image/jpeg" or "image/tiff" by the first bytes; empty for anything else.
std::string_view PictureMediaType(std::string_view bytes);

// Errors: kBrokenImage, kLimitExceeded (more pages than Limits::pages).
Result<int> CountPictures(std::string_view bytes, const Limits& limits);

// Decodes picture `index` (from 0) of the file. A file that ends early is broken, but a
// JPEG may lack its end mark alone.
// Errors: kBrokenImage, kLimitExceeded (more than Limits::pixels_per_page).
Result<Raster> DecodePicture(std::string_view bytes, int index, const Limits& limits);

// How many degrees the picture must be turned clockwise for its lines to be level; nothing where it
// shows too little to tell. `grey` has one channel. Looks for up to 7 degrees.
std::optional<float> FindSkew(const Raster& grey);

// Turned clockwise about its middle, same size, corners filled with white.
Raster Rotate(const Raster& picture, float degrees);
// Turned clockwise by quarters (1 to 3).
Raster TurnQuarters(const Raster& picture, int quarters);
// Precondition: factor > 0. Its dpi is scaled too.
Raster Scale(const Raster& picture, float factor);

// As PNG for a screen: grey where it has no colour, at most 128 colours where it has. Empty where
// it cannot be written.
std::string EncodePng(const Raster& picture);

}  // namespace crossfoot
