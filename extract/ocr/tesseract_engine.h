// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads the characters of a prepared picture: lines of symbols, each with its box, how sure the
// reading is, and what else it may be.
//
// Tesseract does the work; this is the only place that knows it. It prints nothing and runs in the
// calling thread alone, so that pages can be spread over the cores and come out the same however
// many there are.
//
// One engine a thread; loading one costs about as much as reading a third of a page.
//
// Tested by tests/extract/ocr/tesseract_engine_test.cpp.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "extract/ocr/raster.h"

namespace crossfoot {

// In pixels; right and bottom are not part of it.
struct PixelBox {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  [[nodiscard]] int width() const { return right - left; }
  [[nodiscard]] int height() const { return bottom - top; }
  friend bool operator==(const PixelBox&, const PixelBox&) = default;
};

struct OtherReading {
  char32_t code = 0;
  float confidence = 0;
};

struct ReadSymbol {
  char32_t code = 0;
  PixelBox box;          // as wide as the symbol's share of its word; height of the line
  float confidence = 0;  // 0 to 1
  bool begins_word = false;
  std::vector<OtherReading> others;  // surest first
};

struct ReadLine {
  std::vector<ReadSymbol> symbols;  // left to right
  PixelBox box;
};

class TesseractEngine {
 public:
  // `languages`: names of models, joined by '+', as "HanS" or "HanS+eng"; `folder`: where they
  // lie, empty for where Debian puts them. Error: kMissingProgram, naming the Debian package.
  static Result<TesseractEngine> Open(const std::string& languages, const std::string& folder);

  TesseractEngine(TesseractEngine&&) noexcept;
  TesseractEngine& operator=(TesseractEngine&&) noexcept;
  ~TesseractEngine();

  // Reads the picture (one channel) as one block of lines, top to bottom. Empty where it shows no
  // text.
  std::vector<ReadLine> ReadBlock(const Raster& grey);
  // The same for a picture of one line.
  std::vector<ReadLine> ReadSingleLine(const Raster& grey);

 private:
  class Tesseract;
  explicit TesseractEngine(std::unique_ptr<Tesseract> tesseract);
  std::unique_ptr<Tesseract> tesseract_;
};

}  // namespace crossfoot
