// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/leptonica_image.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include <leptonica/allheaders.h>

#include "extract/ocr/jpeg_image.h"

namespace crossfoot {
namespace {

constexpr float kRadiansPerDegree = 3.14159265F / 180;

struct PixDeleter {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

void Ignore(const char* /*message*/) {}

// Leptonica's complaints are one for the whole process.
void Silence() {
  static const int kBefore = [] {
    leptSetStderrHandler(Ignore);
    return setMsgSeverity(L_SEVERITY_NONE);
  }();
  static_cast<void>(kBefore);
}

const l_uint8* Data(std::string_view bytes) {
  return reinterpret_cast<const l_uint8*>(bytes.data());
}

bool IsTiff(std::string_view bytes) {
  using namespace std::string_view_literals;
  return bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv) ||
         bytes.starts_with("II+\0"sv) || bytes.starts_with("MM\0+"sv);
}

Raster FromPix(Pix* pix) {
  const int width = pixGetWidth(pix);
  const int height = pixGetHeight(pix);
  const int words = pixGetWpl(pix);
  const bool colored = pixGetDepth(pix) == 32;
  Raster out(width, height, colored ? 3 : 1, 0);
  for (int y = 0; y < height; ++y) {
    const l_uint32* line = pixGetData(pix) + static_cast<size_t>(y) * static_cast<size_t>(words);
    uint8_t* row = out.Row(y);
    for (int x = 0; x < width; ++x) {
      if (colored) {
        const l_uint32 pixel = line[x];
        row[3 * x] = static_cast<uint8_t>(pixel >> 24U);
        row[3 * x + 1] = static_cast<uint8_t>(pixel >> 16U);
        row[3 * x + 2] = static_cast<uint8_t>(pixel >> 8U);
      } else {
        row[x] = static_cast<uint8_t>(GET_DATA_BYTE(line, x));
      }
    }
  }
  return out;
}

PixPtr ToPix(const Raster& picture) {
  PixPtr pix(pixCreateNoInit(picture.width, picture.height, picture.channels == 3 ? 32 : 8));
  if (!pix) {
    return nullptr;
  }
  const int words = pixGetWpl(pix.get());
  for (int y = 0; y < picture.height; ++y) {
    l_uint32* line = pixGetData(pix.get()) + static_cast<size_t>(y) * static_cast<size_t>(words);
    const uint8_t* row = picture.Row(y);
    for (int x = 0; x < picture.width; ++x) {
      if (picture.channels == 3) {
        line[x] = static_cast<l_uint32>(row[3 * x]) << 24U |
                  static_cast<l_uint32>(row[3 * x + 1]) << 16U |
                  static_cast<l_uint32>(row[3 * x + 2]) << 8U;
      } else {
        SET_DATA_BYTE(line, x, row[x]);
      }
    }
  }
  return pix;
}

// Any kind of Pix → eight bits of grey, or RGB.
PixPtr Plain(PixPtr pix) {
  if (pixGetSpp(pix.get()) == 4) {
    // Blended with white, as a reader would see it on paper.
    pix.reset(pixAlphaBlendUniform(pix.get(), 0xffffff00));
  }
  if (pix && pixGetColormap(pix.get()) != nullptr) {
    pix.reset(pixRemoveColormap(pix.get(), REMOVE_CMAP_BASED_ON_SRC));
  }
  if (pix && pixGetDepth(pix.get()) != 32) {
    pix.reset(pixConvertTo8(pix.get(), 0));
  }
  return pix;
}

bool EndsAsPng(std::string_view bytes) {
  constexpr size_t kBehind = 4096;  // bytes that programs append
  return bytes.substr(bytes.size() - std::min(bytes.size(), kBehind)).find("IEND") !=
         std::string_view::npos;
}

Raster WithDpi(Raster out, float dpi) {
  out.dpi = dpi;
  return out;
}

Error Broken(const char* what) { return {ErrorCode::kBrokenImage, what}; }

Error TooLarge(int width, int height, const Limits& limits) {
  Error error{ErrorCode::kLimitExceeded,
              "is a picture of " + std::to_string(width) + " by " + std::to_string(height) +
                  " pixels, more than the limit of " + std::to_string(limits.pixels_per_page)};
  error.object = "pixels_per_page";
  return error;
}

Result<Raster> DecodeJpegFile(std::string_view bytes, const Limits& limits) {
  const auto header = ReadJpegHeader(bytes);
  if (!header) {
    return Broken("has no readable picture header");
  }
  if (static_cast<int64_t>(header->width) * header->height > limits.pixels_per_page) {
    return TooLarge(header->width, header->height, limits);
  }
  auto picture = DecodeJpeg(bytes, limits.pixels_per_page);
  if (!picture || picture->damaged) {
    return Broken("is a picture whose data are damaged or end early");
  }
  return std::move(*picture);
}

}  // namespace

std::string_view PictureMediaType(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) {
    return "image/png";
  }
  if (bytes.starts_with("\xFF\xD8\xFF")) {
    return "image/jpeg";
  }
  return IsTiff(bytes) ? "image/tiff" : "";
}

Result<int> CountPictures(std::string_view bytes, const Limits& limits) {
  Silence();
  if (!IsTiff(bytes)) {
    return 1;
  }
  FILE* file = fopenReadFromMemory(Data(bytes), bytes.size());
  if (file == nullptr) {
    return Broken("cannot be opened as a picture");
  }
  int count = 0;
  const bool failed = tiffGetCount(file, &count) != 0 || count < 1;
  std::fclose(file);
  if (failed) {
    return Broken("is a TIFF without a readable page");
  }
  if (count > limits.pages) {
    Error error{ErrorCode::kLimitExceeded, "has " + std::to_string(count) +
                                               " pages, more than the limit of " +
                                               std::to_string(limits.pages)};
    error.object = "pages";
    return error;
  }
  return count;
}

Result<Raster> DecodePicture(std::string_view bytes, int index, const Limits& limits) {
  Silence();
  const std::string_view type = PictureMediaType(bytes);
  if (type == "image/jpeg") {
    return DecodeJpegFile(bytes, limits);
  }
  int width = 0;
  int height = 0;
  int unused = 0;
  int resolution = 0;
  int cmap = 0;
  int format = 0;
  const bool tiff = IsTiff(bytes);
  const int failed = tiff ? readHeaderMemTiff(Data(bytes), bytes.size(), index, &width, &height,
                                              &unused, &unused, &resolution, &cmap, &format)
                          : pixReadHeaderMem(Data(bytes), bytes.size(), &format, &width, &height,
                                             &unused, &unused, &cmap);
  if (failed != 0 || width < 1 || height < 1) {
    return Broken("has no readable picture header");
  }
  if (static_cast<int64_t>(width) * height > limits.pixels_per_page) {
    return TooLarge(width, height, limits);
  }
  if (type == "image/png" && !EndsAsPng(bytes)) {
    return Broken("is a picture that ends before its last row");
  }
  PixPtr pix(tiff ? pixReadMemTiff(Data(bytes), bytes.size(), index)
                  : pixReadMem(Data(bytes), bytes.size()));
  if (!pix) {
    return Broken("cannot be decoded as a picture");
  }
  const auto dpi = static_cast<float>(std::max(pixGetXRes(pix.get()), 0));
  pix = Plain(std::move(pix));
  if (!pix) {
    return Broken("cannot be decoded as a picture");
  }
  return WithDpi(FromPix(pix.get()), dpi);
}

std::optional<float> FindSkew(const Raster& grey) {
  Silence();
  constexpr float kLeastConfidence = 2.5F;  // of Leptonica's score: below, there are no lines
  if (grey.width < 100 || grey.height < 100) {
    return std::nullopt;
  }
  const PixPtr pix = ToPix(grey);
  const PixPtr black(pix ? pixThresholdToBinary(pix.get(), 160) : nullptr);
  float degrees = 0;
  float confidence = 0;
  if (!black || pixFindSkew(black.get(), &degrees, &confidence) != 0 ||
      confidence < kLeastConfidence) {
    return std::nullopt;
  }
  return degrees;
}

Raster Rotate(const Raster& picture, float degrees) {
  const PixPtr pix = ToPix(picture);
  PixPtr turned(pix ? pixRotateAM(pix.get(), degrees * kRadiansPerDegree, L_BRING_IN_WHITE)
                    : nullptr);
  return turned ? WithDpi(FromPix(turned.get()), picture.dpi) : picture;
}

Raster TurnQuarters(const Raster& picture, int quarters) {
  const PixPtr pix = ToPix(picture);
  PixPtr turned(pix ? pixRotateOrth(pix.get(), quarters) : nullptr);
  return turned ? WithDpi(FromPix(turned.get()), picture.dpi) : picture;
}

Raster Scale(const Raster& picture, float factor) {
  const PixPtr pix = ToPix(picture);
  PixPtr scaled(pix ? pixScale(pix.get(), factor, factor) : nullptr);
  return scaled ? WithDpi(FromPix(scaled.get()), picture.dpi * factor) : picture;
}

namespace {

bool HasColor(const Raster& picture) {
  constexpr int kTint = 24;  // what scanning and smoothing of edges leave on grey
  if (picture.channels != 3) {
    return false;
  }
  for (size_t i = 0; i + 2 < picture.pixels.size(); i += 3) {
    const auto [low, high] =
        std::minmax({picture.pixels[i], picture.pixels[i + 1], picture.pixels[i + 2]});
    if (high - low > kTint) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::string EncodePng(const Raster& picture) {
  Silence();
  constexpr int kColors = 128;
  constexpr int kGreys = 16;
  PixPtr pix = ToPix(picture);
  if (pix && HasColor(picture)) {
    pix.reset(pixOctreeQuantNumColors(pix.get(), kColors, 1));
  } else if (pix) {
    const PixPtr grey(pixConvertTo8(pix.get(), 0));
    pix.reset(grey ? pixThresholdTo4bpp(grey.get(), kGreys, 0) : nullptr);
  }
  l_uint8* bytes = nullptr;
  size_t size = 0;
  if (!pix || pixWriteMemPng(&bytes, &size, pix.get(), 0) != 0) {
    lept_free(bytes);
    return {};
  }
  std::string png(reinterpret_cast<const char*>(bytes), size);
  lept_free(bytes);
  return png;
}

}  // namespace crossfoot
