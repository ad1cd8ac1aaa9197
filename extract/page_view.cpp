// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/page_view.h"

#include <algorithm>
#include <cmath>

#include "extract/ocr/leptonica_image.h"
#include "extract/ocr/picture_page.h"
#include "extract/pdf/page_picture.h"
#include "extract/source_format.h"
#include "extract/text/charset.h"

namespace crossfoot {
namespace {

constexpr double kViewDpi = 120;
constexpr int kMostPixelsWide = 2000;

Result<Raster> PictureOf(const Source& source, int page, const Limits& limits) {
  const SourceFormat format = SniffFormat(source.bytes);
  if (format == SourceFormat::kPdf) {
    return PaintPdfPage(source.bytes, page, kViewDpi, limits);
  }
  if (format != SourceFormat::kImage || PictureMediaType(source.bytes).empty()) {
    return Error{ErrorCode::kUnknownFormat, "has no pages that can be shown"};
  }
  CROSSFOOT_TRY(Raster picture, DecodePicture(source.bytes, page - 1, limits));
  picture.dpi = LikelyDpi(picture);
  const auto factor = static_cast<float>(kViewDpi / static_cast<double>(picture.dpi));
  return factor < 0.95F ? Scale(picture, factor) : picture;
}

}  // namespace

Result<PageView> ViewPage(const Source& source, int page, const Limits& limits) {
  if (page < 1) {
    return Error{ErrorCode::kUnknownFormat, "has no such page", source.path, page};
  }
  auto picture = PictureOf(source, page, limits);
  if (!picture) {
    Error error = picture.error();
    error.file = source.path;
    error.page = page;
    return error;
  }
  PageView view;
  view.page_width = picture->width * 72.0 / static_cast<double>(picture->dpi);
  view.page_height = picture->height * 72.0 / static_cast<double>(picture->dpi);
  if (picture->width > kMostPixelsWide) {
    *picture =
        Scale(*picture, static_cast<float>(kMostPixelsWide) / static_cast<float>(picture->width));
  }
  view.width = picture->width;
  view.height = picture->height;
  view.png = EncodePng(*picture);
  if (view.png.empty()) {
    return Error{ErrorCode::kBrokenImage, "cannot be written as a picture", source.path, page};
  }
  return view;
}

Result<std::string> ViewText(const Source& source, const Limits& limits) {
  if (SniffFormat(source.bytes) != SourceFormat::kText) {
    return Error{ErrorCode::kUnknownFormat, "has no lines that can be shown", source.path};
  }
  auto text = DecodeText(source.bytes, DeclaredCharset(source.bytes), limits);
  if (!text) {
    Error error = text.error();
    error.file = source.path;
    return error;
  }
  return std::move(text->utf8);
}

}  // namespace crossfoot
