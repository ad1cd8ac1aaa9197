// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/picture_page.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <span>
#include <string>
#include <utility>

#include "extract/ocr/background.h"
#include "extract/ocr/doubt.h"
#include "extract/ocr/leptonica_image.h"
#include "extract/ocr/reading_glyphs.h"
#include "extract/ocr/ruling_ink.h"
#include "extract/ocr/seal.h"
#include "extract/ocr/second_reading.h"
#include "extract/ocr/smoothing.h"
#include "extract/ocr/table_arithmetic.h"

namespace crossfoot {
namespace {

constexpr float kA4Height = 11.69F;   // inches
constexpr float kBestDpi = 200;       // figures are read as well as at 300, in half the time
constexpr float kDpiSlack = 0.25F;    // within this of the best nothing is scaled
constexpr float kLegible = 0.95F;     // mean confidence of a page that is the right way up
constexpr size_t kFewSymbols = 12;    // fewer say nothing
constexpr float kLeastSkew = 0.05F;   // degrees
constexpr float kSpeckled = 2e-4F;    // of the pixels: a hard scan has ten times as many
constexpr float kNoise = 0.12F;       // of neighbouring pixels; a page full of text has a third
constexpr float kSecondScale = 1.6F;  // of what is read a second time
constexpr float kBlur = 0.8F;         // pixels at the best resolution: more costs decimal points

// Mean confidence of what was read, blamed for being little.
float Legibility(const std::vector<ReadLine>& lines) {
  float sum = 0;
  size_t count = 0;
  for (const ReadLine& line : lines) {
    for (const ReadSymbol& symbol : line.symbols) {
      sum += symbol.confidence;
      ++count;
    }
  }
  return sum / static_cast<float>(std::max(count, kFewSymbols));
}

// The share of neighbouring pixels of which one is ink and one is not.
float EdgeShare(const Raster& grey) {
  constexpr uint8_t kInk = 160;
  int64_t edges = 0;
  for (int y = 0; y < grey.height; ++y) {
    const uint8_t* row = grey.Row(y);
    for (int x = 1; x < grey.width; ++x) {
      edges += (row[x] < kInk) != (row[x - 1] < kInk) ? 1 : 0;
    }
  }
  const float pixels = static_cast<float>(grey.width) * static_cast<float>(grey.height);
  return grey.empty() ? 0 : static_cast<float>(edges) / pixels;
}

// A part of the page that is enough to see which way up it is.
Raster MiddleOf(const Raster& grey) {
  Raster part(grey.width, std::max(grey.height / 3, 1), 1, grey.dpi);
  for (int y = 0; y < part.height; ++y) {
    std::copy_n(grey.Row(y + grey.height / 4), part.row_bytes(), part.Row(y));
  }
  return part;
}

// `sharp`: the picture before it was smoothed, from which figures are read again.
void ToGlyphs(std::vector<ReadLine> lines, const Raster& grey, const Raster& sharp,
              std::span<const InkRuling> rulings, TesseractEngine* engine, PageContent* page) {
  for (ReadLine& line : lines) {
    DropTwins(&line.symbols);
  }
  const auto read_again = [&](const PixelBox& box) {
    const std::vector<ReadLine> again =
        engine->ReadSingleLine(Scale(CutOut(sharp, box), kSecondScale));
    return again.size() == 1 ? again.front().symbols : std::vector<ReadSymbol>();
  };
  AppendGlyphs(lines, grey, rulings, read_again, page);
}

}  // namespace

float LikelyDpi(const Raster& picture) {
  const auto longer = static_cast<float>(std::max(picture.width, picture.height));
  const float inches = picture.dpi > 0 ? longer / picture.dpi : 0;
  return inches >= 4 && inches <= 34 ? picture.dpi : std::max(longer / kA4Height, 1.0F);
}

Raster CutOut(const Raster& picture, const PixelBox& box) {
  Raster part(std::max(box.width(), 1), std::max(box.height(), 1), picture.channels, picture.dpi);
  const int left = std::max(box.left, 0);
  const int right = std::min(box.right, picture.width);
  for (int y = std::max(box.top, 0); y < std::min(box.bottom, picture.height) && left < right;
       ++y) {
    std::copy(picture.Row(y) + left * picture.channels, picture.Row(y) + right * picture.channels,
              part.Row(y - box.top) + (left - box.left) * picture.channels);
  }
  return part;
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
  // A median takes specks, and with them hairlines: a minus, the bar of a 4.
  const bool speckled = SpeckShare(out.grey) > kSpeckled;
  out.skew = FindSkew(out.grey).value_or(0);
  if (std::abs(out.skew) >= kLeastSkew) {
    out.grey = Rotate(out.grey, out.skew);
  } else {
    out.skew = 0;
  }
  out.rulings = TakeRulings(&out.grey);
  out.sharp = out.grey;
  Blur(kBlur * out.grey.dpi / kBestDpi, &out.grey);
  if (speckled) {
    Median3x3(&out.grey);
  }
  out.lifted = LiftStaggeredCells(out.rulings, out.sharp, &out.grey);
  return out;
}

int FindQuarters(const Raster& grey, const std::vector<ReadLine>& lines, TesseractEngine* engine) {
  float best = Legibility(lines);
  if (best >= kLegible) {
    return 0;
  }
  int turn = 0;
  best = std::max(best, Legibility(engine->ReadBlock(MiddleOf(grey))));
  for (const int quarters : {1, 3, 2}) {
    const float legible = Legibility(engine->ReadBlock(MiddleOf(TurnQuarters(grey, quarters))));
    if (legible >= kLegible && legible > best) {
      best = legible;
      turn = quarters;
    }
  }
  return turn;
}

PageContent ReadPicturePage(const Raster& picture, int number, TesseractEngine* engine) {
  PreparedPicture prepared = PreparePicture(picture);
  // Noise costs minutes to read and says nothing.
  const bool noise = EdgeShare(prepared.grey) > kNoise;
  std::vector<ReadLine> lines = noise ? std::vector<ReadLine>() : engine->ReadBlock(prepared.grey);
  const int quarters = noise ? 0 : FindQuarters(prepared.grey, lines, engine);
  if (quarters > 0) {
    prepared = PreparePicture(TurnQuarters(picture, quarters));
    lines = engine->ReadBlock(prepared.grey);
  }
  PageContent page;
  const float points = 72 / prepared.grey.dpi;
  page.info.number = number;
  page.info.width = static_cast<float>(prepared.grey.width) * points;
  page.info.height = static_cast<float>(prepared.grey.height) * points;
  page.by_ocr = true;
  page.frames.push_back(FrameOf(page.info.width, page.info.height, quarters, prepared.skew));
  if (quarters > 0) {
    page.as_scanned = page.info;
    if (quarters % 2 == 1) {
      std::swap(page.as_scanned->width, page.as_scanned->height);
    }
  }
  page.rules = ToPageRules(prepared.rulings, points);
  ToGlyphs(std::move(lines), prepared.grey, prepared.sharp, prepared.rulings, engine, &page);
  if (!noise && !prepared.lifted.cells.empty()) {
    const LiftedCells& lifted = prepared.lifted;
    PageContent strip;
    ToGlyphs(engine->ReadBlock(lifted.strip), lifted.strip, lifted.sharp, {}, engine, &strip);
    PutBack(strip, lifted, points, &page);
  }
  NoteReading(&page);
  if (noise) {
    page.notes.push_back({NoteKind::kNeedsOcr,
                          "the page shows noise or a photograph, and was not read",
                          Place{number, 0, 0, {}}});
  }
  NoteDoubts(&page);
  SettleByArithmetic(&page);
  return page;
}

}  // namespace crossfoot
