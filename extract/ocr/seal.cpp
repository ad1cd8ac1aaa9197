// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/seal.h"

#include <algorithm>
#include <utility>

namespace crossfoot {
namespace {

constexpr float kMillimetre = 1 / 25.4F;  // in inches
constexpr int kRedness = 45;              // by which red must exceed green and blue
constexpr int kTile = 8;                  // pixels: patches are sought on a coarser picture
constexpr int kTileInk = 3;               // red pixels that make a tile red
constexpr float kInk = 0.55F;             // of the seal's red light: print
constexpr float kPaper = 0.90F;           // and from here on paper

int Redness(const uint8_t* pixel) { return pixel[0] - std::max(pixel[1], pixel[2]); }

uint8_t Luminance(const uint8_t* pixel) {
  return static_cast<uint8_t>((pixel[0] * 77 + pixel[1] * 150 + pixel[2] * 29) >> 8);
}

// The picture in tiles: how many red pixels each has, then which patch it belongs to.
class TileMap {
 public:
  TileMap(int width, int height)
      : columns_((width + kTile - 1) / kTile),
        rows_((height + kTile - 1) / kTile),
        red_(static_cast<size_t>(columns_) * static_cast<size_t>(rows_)) {}

  void Count(int x, int y) {
    int& n = red_[Index(x / kTile, y / kTile)];
    ++n;
  }

  // Boxes of patches of red tiles, in pixels; tiles one apart hang together.
  std::vector<PixelBox> Patches() {
    std::vector<PixelBox> found;
    std::vector<std::pair<int, int>> open;
    for (int row = 0; row < rows_; ++row) {
      for (int column = 0; column < columns_; ++column) {
        PixelBox box{column, row, column + 1, row + 1};
        Take(column, row, &open);
        if (open.empty()) {
          continue;
        }
        while (!open.empty()) {
          const auto [c, r] = open.back();
          open.pop_back();
          box = {std::min(box.left, c), std::min(box.top, r), std::max(box.right, c + 1),
                 std::max(box.bottom, r + 1)};
          for (int dr = -2; dr <= 2; ++dr) {
            for (int dc = -2; dc <= 2; ++dc) {
              Take(c + dc, r + dr, &open);
            }
          }
        }
        found.push_back({box.left * kTile, box.top * kTile, box.right * kTile, box.bottom * kTile});
      }
    }
    return found;
  }

 private:
  [[nodiscard]] size_t Index(int column, int row) const {
    return static_cast<size_t>(row) * static_cast<size_t>(columns_) + static_cast<size_t>(column);
  }
  void Take(int column, int row, std::vector<std::pair<int, int>>* open) {
    if (column < 0 || row < 0 || column >= columns_ || row >= rows_) {
      return;
    }
    int& n = red_[Index(column, row)];
    if (n >= kTileInk) {
      n = 0;
      open->emplace_back(column, row);
    }
  }

  int columns_;
  int rows_;
  std::vector<int> red_;
};

bool IsSealSized(const PixelBox& box, float dpi) {
  const auto wide = static_cast<float>(box.width());
  const auto high = static_cast<float>(box.height());
  const float least = 15 * kMillimetre * dpi;
  const float most = 65 * kMillimetre * dpi;
  return wide >= least && wide <= most && high >= least && high <= most && wide < 1.7F * high &&
         high < 1.7F * wide;
}

// Writes the seal's box into `grey`, reading it by its red light.
void ReadByRedLight(const Raster& picture, const PixelBox& seal, Raster* grey) {
  const int left = std::max(seal.left - kTile, 0);
  const int right = std::min(seal.right + kTile, picture.width);
  const int top = std::max(seal.top - kTile, 0);
  const int bottom = std::min(seal.bottom + kTile, picture.height);
  // How bright the seal's own ink is in red light: what most of its pixels reach.
  std::vector<int> histogram(256);
  int total = 0;
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      const uint8_t* pixel = picture.Row(y) + 3 * x;
      if (Redness(pixel) > kRedness) {
        ++histogram[pixel[0]];
        ++total;
      }
    }
  }
  int level = 255;
  for (int above = 0; level > 1 && above * 2 < total; --level) {
    above += histogram[static_cast<size_t>(level)];
  }
  for (int y = top; y < bottom; ++y) {
    const uint8_t* from = picture.Row(y);
    uint8_t* to = grey->Row(y);
    for (int x = left; x < right; ++x) {
      const float light = static_cast<float>(from[3 * x]) / static_cast<float>(level);
      const float share = std::clamp((light - kInk) / (kPaper - kInk), 0.0F, 1.0F);
      to[x] = static_cast<uint8_t>(share * 255);
    }
  }
}

}  // namespace

GreyPage ToGreyWithoutSeals(Raster picture) {
  if (picture.channels == 1) {
    return {std::move(picture), {}};
  }
  GreyPage page;
  page.grey = Raster(picture.width, picture.height, 1, picture.dpi);
  TileMap tiles(picture.width, picture.height);
  for (int y = 0; y < picture.height; ++y) {
    const uint8_t* from = picture.Row(y);
    uint8_t* to = page.grey.Row(y);
    for (int x = 0; x < picture.width; ++x) {
      to[x] = Luminance(from + 3 * x);
      if (Redness(from + 3 * x) > kRedness) {
        tiles.Count(x, y);
      }
    }
  }
  for (const PixelBox& patch : tiles.Patches()) {
    if (IsSealSized(patch, picture.dpi)) {
      ReadByRedLight(picture, patch, &page.grey);
      page.seals.push_back(patch);
    }
  }
  return page;
}

}  // namespace crossfoot
