// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes, taken for a PNG, JPEG or TIFF, decode to a raster within the limits or give an Error,
// and what was decoded can be looked at for skew.
#include <cstdint>

#include "base/check.h"
#include "extract/ocr/leptonica_image.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace crossfoot;  // NOLINT(google-build-using-namespace)
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Limits limits;
  limits.pages = 4;
  limits.pixels_per_page = 1 << 20;
  const auto count = CountPictures(bytes, limits);
  if (!count) {
    CROSSFOOT_CHECK(!count.error().message.empty());
    return 0;
  }
  for (int picture = 0; picture < *count; ++picture) {
    const auto raster = DecodePicture(bytes, picture, limits);
    if (!raster) {
      CROSSFOOT_CHECK(!raster.error().message.empty());
      continue;
    }
    CROSSFOOT_CHECK(raster->width > 0 && raster->height > 0);
    CROSSFOOT_CHECK(int64_t{raster->width} * raster->height <= limits.pixels_per_page);
  }
  return 0;
}
