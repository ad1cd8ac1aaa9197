// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/background.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace crossfoot {
namespace {

constexpr int kTile = 64;           // pixels
constexpr float kPaperRank = 0.8F;  // of a tile's pixels are not brighter than its paper
constexpr float kDark = 0.5F;       // of the page's paper: the tile shows no paper
constexpr float kWhite = 0.86F;     // of the paper's brightness: clipped to white

// The paper's brightness by tiles.
class Paper {
 public:
  explicit Paper(const Raster& grey)
      : columns_((grey.width + kTile - 1) / kTile),
        rows_((grey.height + kTile - 1) / kTile),
        level_(static_cast<size_t>(columns_) * static_cast<size_t>(rows_)) {
    for (int row = 0; row < rows_; ++row) {
      for (int column = 0; column < columns_; ++column) {
        At(column, row) = TileLevel(grey, column, row);
      }
    }
    LiftDarkTiles();
    Smooth();
  }

  // The brightness under each pixel of row y.
  void Line(int y, std::vector<float>* out) const {
    const float v = (static_cast<float>(y) + 0.5F) / kTile - 0.5F;
    const int r0 = std::clamp(static_cast<int>(std::floor(v)), 0, rows_ - 1);
    const int r1 = std::min(r0 + 1, rows_ - 1);
    const float fv = std::clamp(v - static_cast<float>(r0), 0.0F, 1.0F);
    for (size_t x = 0; x < out->size(); ++x) {
      const float u = (static_cast<float>(x) + 0.5F) / kTile - 0.5F;
      const int c0 = std::clamp(static_cast<int>(std::floor(u)), 0, columns_ - 1);
      const int c1 = std::min(c0 + 1, columns_ - 1);
      const float fu = std::clamp(u - static_cast<float>(c0), 0.0F, 1.0F);
      const float upper = Level(c0, r0) * (1 - fu) + Level(c1, r0) * fu;
      const float lower = Level(c0, r1) * (1 - fu) + Level(c1, r1) * fu;
      (*out)[x] = upper * (1 - fv) + lower * fv;
    }
  }

 private:
  static float TileLevel(const Raster& grey, int column, int row) {
    std::array<int, 256> histogram{};
    int total = 0;
    const int right = std::min((column + 1) * kTile, grey.width);
    const int bottom = std::min((row + 1) * kTile, grey.height);
    for (int y = row * kTile; y < bottom; y += 2) {
      const uint8_t* line = grey.Row(y);
      for (int x = column * kTile; x < right; x += 2) {
        ++histogram[line[x]];
        ++total;
      }
    }
    const auto rank = static_cast<int>(kPaperRank * static_cast<float>(total));
    int level = 0;
    for (int below = 0; level < 255; ++level) {
      below += histogram[static_cast<size_t>(level)];
      if (below > rank) {
        break;
      }
    }
    return static_cast<float>(std::max(level, 1));
  }

  void LiftDarkTiles() {
    std::vector<float> sorted = level_;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    const float least = std::max(kDark * *middle, 40.0F);
    for (float& level : level_) {
      level = level < least ? std::max(*middle, least) : level;
    }
  }

  void Smooth() {
    const std::vector<float> before = level_;
    for (int row = 0; row < rows_; ++row) {
      for (int column = 0; column < columns_; ++column) {
        float sum = 0;
        float weight = 0;
        for (int r = std::max(row - 1, 0); r <= std::min(row + 1, rows_ - 1); ++r) {
          for (int c = std::max(column - 1, 0); c <= std::min(column + 1, columns_ - 1); ++c) {
            sum += before[Index(c, r)];
            weight += 1;
          }
        }
        At(column, row) = sum / weight;
      }
    }
  }

  [[nodiscard]] size_t Index(int column, int row) const {
    return static_cast<size_t>(row) * static_cast<size_t>(columns_) + static_cast<size_t>(column);
  }
  float& At(int column, int row) { return level_[Index(column, row)]; }
  [[nodiscard]] float Level(int column, int row) const { return level_[Index(column, row)]; }

  int columns_;
  int rows_;
  std::vector<float> level_;
};

}  // namespace

void DivideByBackground(Raster* grey) {
  if (grey->empty()) {
    return;
  }
  const Paper paper(*grey);
  std::vector<float> level(static_cast<size_t>(grey->width));
  for (int y = 0; y < grey->height; ++y) {
    if (y % 2 == 0) {
      paper.Line(y, &level);  // changes too slowly for one pixel to matter
    }
    uint8_t* line = grey->Row(y);
    for (int x = 0; x < grey->width; ++x) {
      const float v = static_cast<float>(line[x]) * 255 / (kWhite * level[static_cast<size_t>(x)]);
      line[x] = static_cast<uint8_t>(std::min(v, 255.0F));
    }
  }
}

}  // namespace crossfoot
