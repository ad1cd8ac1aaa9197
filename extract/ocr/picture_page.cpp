// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/picture_page.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>

#include "extract/ocr/background.h"
#include "extract/ocr/doubt.h"
#include "extract/ocr/leptonica_image.h"
#include "extract/ocr/reading_glyphs.h"
#include "extract/ocr/ruling_ink.h"
#include "extract/ocr/seal.h"
#include "extract/ocr/smoothing.h"

namespace crossfoot {
namespace {

constexpr float kA4Height = 11.69F;  // inches
constexpr float kBestDpi = 200;      // figures are read as well as at 300, in half the time
constexpr float kDpiSlack = 0.25F;   // within this of the best nothing is scaled
constexpr float kLeastSkew = 0.05F;  // degrees
constexpr float kBlur = 0.8F;        // pixels at the best resolution: more costs decimal points

RulePiece ToPageRule(const InkRuling& ruling, float points) {
  RulePiece rule;
  rule.horizontal = ruling.horizontal;
  rule.position = ruling.position * points;
  rule.from = static_cast<float>(ruling.from) * points;
  rule.to = static_cast<float>(ruling.to) * points;
  rule.thickness = ruling.thickness * points;
  return rule;
}

}  // namespace

float LikelyDpi(const Raster& picture) {
  const auto longer = static_cast<float>(std::max(picture.width, picture.height));
  const float inches = picture.dpi > 0 ? longer / picture.dpi : 0;
  return inches >= 4 && inches <= 34 ? picture.dpi : std::max(longer / kA4Height, 1.0F);
}

PreparedPicture PreparePicture(Raster picture) {
  picture.dpi = LikelyDpi(picture);
  const float factor = kBestDpi / picture.dpi;
  if (factor < 1 - kDpiSlack || factor > 1 + kDpiSlack) {
    picture = Scale(picture, factor);
  }
  GreyPage page = ToGreyWithoutSeals(std::move(picture));
  PreparedPicture out;
  out.seals = static_cast<int>(page.seals.size());
  out.grey = std::move(page.grey);
  DivideByBackground(&out.grey);
  out.skew = FindSkew(out.grey).value_or(0);
  if (std::abs(out.skew) >= kLeastSkew) {
    out.grey = Rotate(out.grey, out.skew);
  }
  out.rulings = TakeRulings(&out.grey);
  Blur(kBlur * out.grey.dpi / kBestDpi, &out.grey);
  Median3x3(&out.grey);
  return out;
}

PageContent ReadPicturePage(Raster picture, int number, TesseractEngine* engine) {
  PreparedPicture prepared = PreparePicture(std::move(picture));
  PageContent page;
  const float points = 72 / prepared.grey.dpi;
  page.info.number = number;
  page.info.width = static_cast<float>(prepared.grey.width) * points;
  page.info.height = static_cast<float>(prepared.grey.height) * points;
  page.by_ocr = true;
  for (const InkRuling& ruling : prepared.rulings) {
    page.rules.push_back(ToPageRule(ruling, points));
  }
  AppendGlyphs(engine->ReadBlock(prepared.grey), prepared.grey, prepared.rulings, &page);
  NoteReading(&page);
  return page;
}

}  // namespace crossfoot
