// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/pdf/page_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <exception>
#include <optional>
#include <string>

#include <poppler/Annot.h>
#include <poppler/GfxState.h>
#include <poppler/GlobalParams.h>
#include <poppler/OutputDev.h>
#include <poppler/PDFDoc.h>
#include <poppler/Page.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/splash/SplashBitmap.h>

#include "extract/ocr/jpeg_image.h"

namespace crossfoot {
namespace {

constexpr double kLeastDpi = 150;
constexpr double kMostDpi = 240;
constexpr double kUsualDpi = 200;  // of pages without pictures, and of pictures finer than needed

void Ignore(ErrorCategory /*category*/, Goffset /*position*/, const char* /*message*/) {}

// Looks at a page's pictures without decoding them: how fine the largest is.
class PictureMeasure final : public OutputDev {
 public:
  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }

  void drawImage(GfxState* state, Object* /*ref*/, Stream* /*stream*/, int width, int height,
                 GfxImageColorMap* /*map*/, bool /*interpolate*/, const int* /*mask*/,
                 bool /*inline_image*/) override {
    Measure(state, width, height);
  }
  void drawImageMask(GfxState* state, Object* /*ref*/, Stream* /*stream*/, int width, int height,
                     bool /*invert*/, bool /*interpolate*/, bool /*inline_image*/) override {
    Measure(state, width, height);
  }

  // Of the largest picture, at 72 user units an inch; 0 where there is none.
  [[nodiscard]] double dpi() const { return dpi_; }

 private:
  void Measure(const GfxState* state, int width, int height) {
    const auto& m = state->getCTM();
    const double wide = std::hypot(m[0], m[1]);
    const double high = std::hypot(m[2], m[3]);
    if (wide * high > area_ && wide >= 1 && high >= 1) {
      area_ = wide * high;
      dpi_ = 72 * std::max(width / wide, height / high);
    }
  }

  double area_ = 0;
  double dpi_ = 0;
};

bool IsShown(Annot* annotation, void* /*data*/) {
  return annotation->getType() != Annot::typeLink && annotation->getType() != Annot::typePopup;
}

// Paints a page. JPEGs are decoded here: the library's own decoder says on standard error what it
// misses, and nobody what it left out.
class Painter final : public SplashOutputDev {
 public:
  Painter(SplashColorPtr paper, int64_t most_pixels)
      : SplashOutputDev(splashModeRGB8, 1, false, paper), most_pixels_(most_pixels) {}

  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                 GfxImageColorMap* map, bool interpolate, const int* mask,
                 bool inline_image) override {
    const std::optional<Raster> picture =
        inline_image ? std::nullopt : Decoded(stream, width, height, map);
    if (!picture) {
      SplashOutputDev::drawImage(state, ref, stream, width, height, map, interpolate, mask,
                                 inline_image);
      return;
    }
    damaged_ = damaged_ || picture->damaged;
    MemStream pixels(reinterpret_cast<const char*>(picture->pixels.data()), 0,
                     static_cast<Goffset>(picture->pixels.size()), Object(objNull));
    SplashOutputDev::drawImage(state, ref, &pixels, width, height, map, interpolate, mask, false);
  }

  [[nodiscard]] bool damaged() const { return damaged_; }

 private:
  // The picture, where the stream is a JPEG of grey or RGB as most scans are.
  std::optional<Raster> Decoded(Stream* stream, int width, int height, GfxImageColorMap* map) {
    Stream* data = stream->getKind() == strDCT ? stream->getNextStream() : nullptr;
    if (data == nullptr || map->getBits() != 8) {
      return std::nullopt;
    }
    std::string bytes;
    data->reset();
    for (int c = data->getChar(); c != EOF; c = data->getChar()) {
      bytes.push_back(static_cast<char>(c));
    }
    const auto header = ReadJpegHeader(bytes);
    damaged_ = damaged_ || !header;
    if (!header || header->width != width || header->height != height ||
        header->components != map->getNumPixelComps() || header->components == 4) {
      return std::nullopt;
    }
    return DecodeJpeg(bytes, most_pixels_);
  }

  int64_t most_pixels_;
  bool damaged_ = false;
};

class PdfPictures final : public PictureSource {
 public:
  PdfPictures(std::string_view bytes, const Limits& limits)
      : limits_(limits),
        document_(
            new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull))) {}
  bool IsOk() { return document_.isOk(); }

  Result<Raster> Picture(int number) override { return Picture(number, 0); }
  // At the resolution that suits reading where `dpi` is 0.
  Result<Raster> Picture(int number, double dpi) {
    try {
      return Paint(number, dpi);
    } catch (const std::exception& e) {
      return Error{ErrorCode::kBrokenPdf, std::string("cannot be painted: ") + e.what()};
    }
  }

 private:
  static double ReadingDpi(Page* page) {
    PictureMeasure measure;
    page->display(&measure, 72, 72, 0, false, true, false);
    return measure.dpi() >= kLeastDpi && measure.dpi() <= kMostDpi ? measure.dpi() : kUsualDpi;
  }

  Result<Raster> Paint(int number, double wanted_dpi) {
    Page* page = document_.getPage(number);
    if (page == nullptr || !page->isOk()) {
      return Error{ErrorCode::kBrokenPdf, "cannot be painted"};
    }
    const double dpi = wanted_dpi > 0 ? wanted_dpi : ReadingDpi(page);
    const double pixels = page->getCropWidth() * page->getCropHeight() * dpi * dpi / (72.0 * 72);
    if (!(pixels <= static_cast<double>(limits_.pixels_per_page))) {
      return Error{ErrorCode::kLimitExceeded, "is too large to be painted"};
    }
    std::array<unsigned char, 3> paper = {255, 255, 255};
    Painter splash(paper.data(), limits_.pixels_per_page);
    splash.startDoc(&document_);
    page->display(&splash, dpi, dpi, 0, false, true, false, nullptr, nullptr, IsShown, nullptr);
    SplashBitmap* bitmap = splash.getBitmap();
    if (bitmap == nullptr || bitmap->getWidth() < 1 || bitmap->getHeight() < 1) {
      return Error{ErrorCode::kBrokenPdf, "cannot be painted"};
    }
    Raster out(bitmap->getWidth(), bitmap->getHeight(), 3, static_cast<float>(dpi));
    out.damaged = splash.damaged();
    for (int y = 0; y < out.height; ++y) {
      const unsigned char* row =
          bitmap->getDataPtr() + static_cast<std::ptrdiff_t>(y) * bitmap->getRowSize();
      std::copy_n(row, out.row_bytes(), out.Row(y));
    }
    return out;
  }

  Limits limits_;
  PDFDoc document_;
};

Result<std::unique_ptr<PdfPictures>> OpenPictures(std::string_view bytes, const Limits& limits) {
  static const GlobalParamsIniter kParams(Ignore);
  try {
    auto pictures = std::make_unique<PdfPictures>(bytes, limits);
    if (!pictures->IsOk()) {
      return Error{ErrorCode::kBrokenPdf, "cannot be opened to be painted"};
    }
    return pictures;
  } catch (const std::exception& e) {
    return Error{ErrorCode::kBrokenPdf, std::string("cannot be painted: ") + e.what()};
  }
}

}  // namespace

Result<std::unique_ptr<PictureSource>> OpenPdfPictures(std::string_view bytes,
                                                       const Limits& limits) {
  CROSSFOOT_TRY(auto pictures, OpenPictures(bytes, limits));
  return std::unique_ptr<PictureSource>(std::move(pictures));
}

Result<Raster> PaintPdfPage(std::string_view bytes, int page, double dpi, const Limits& limits) {
  CROSSFOOT_TRY(const auto pictures, OpenPictures(bytes, limits));
  return pictures->Picture(page, dpi);
}

}  // namespace crossfoot
