// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/smoothing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace crossfoot {
namespace {

constexpr int kOne = 1 << 14;  // weights are integers: the same everywhere

std::vector<int> Weights(float sigma) {
  const int reach = static_cast<int>(std::ceil(2.5F * std::min(sigma, 4.0F)));
  std::vector<int> weights;
  double sum = 0;
  const auto weight = [&](int i) {
    return std::exp(-0.5 * i * i / (static_cast<double>(sigma) * static_cast<double>(sigma)));
  };
  for (int i = -reach; i <= reach; ++i) {
    sum += weight(i);
  }
  int total = 0;
  for (int i = -reach; i <= reach; ++i) {
    weights.push_back(static_cast<int>(std::lround(weight(i) / sum * kOne)));
    total += weights.back();
  }
  weights[static_cast<size_t>(reach)] += kOne - total;
  return weights;
}

void Sort2(uint8_t& a, uint8_t& b) {
  const uint8_t low = std::min(a, b);
  b = std::max(a, b);
  a = low;
}

// The network of 19 exchanges that leaves the median of nine in the middle.
uint8_t MedianOf9(std::array<uint8_t, 9> p) {
  static constexpr std::array<std::array<uint8_t, 2>, 19> kExchanges = {{{1, 2},
                                                                         {4, 5},
                                                                         {7, 8},
                                                                         {0, 1},
                                                                         {3, 4},
                                                                         {6, 7},
                                                                         {1, 2},
                                                                         {4, 5},
                                                                         {7, 8},
                                                                         {0, 3},
                                                                         {5, 8},
                                                                         {4, 7},
                                                                         {3, 6},
                                                                         {1, 4},
                                                                         {2, 5},
                                                                         {4, 7},
                                                                         {4, 2},
                                                                         {6, 4},
                                                                         {4, 2}}};
  for (const auto& [a, b] : kExchanges) {
    Sort2(p[a], p[b]);
  }
  return p[4];
}

}  // namespace

void Blur(float sigma, Raster* grey) {
  if (!(sigma > 0) || grey->empty()) {
    return;
  }
  const std::vector<int> weights = Weights(sigma);
  const int reach = static_cast<int>(weights.size() / 2);
  const int width = grey->width;
  const int height = grey->height;
  // Down the columns first, row by row so that memory is walked in order.
  Raster middle(width, height, 1, grey->dpi);
  std::vector<int> sums(static_cast<size_t>(width));
  for (int y = 0; y < height; ++y) {
    std::fill(sums.begin(), sums.end(), kOne / 2);
    for (int k = -reach; k <= reach; ++k) {
      const uint8_t* row = grey->Row(std::clamp(y + k, 0, height - 1));
      const int w = weights[static_cast<size_t>(k + reach)];
      for (int x = 0; x < width; ++x) {
        sums[static_cast<size_t>(x)] += w * row[x];
      }
    }
    uint8_t* out = middle.Row(y);
    for (int x = 0; x < width; ++x) {
      out[x] = static_cast<uint8_t>(sums[static_cast<size_t>(x)] / kOne);
    }
  }
  std::vector<uint8_t> padded(static_cast<size_t>(width + 2 * reach));
  for (int y = 0; y < height; ++y) {
    const uint8_t* row = middle.Row(y);
    std::fill_n(padded.begin(), reach, row[0]);
    std::copy_n(row, width, padded.begin() + reach);
    std::fill_n(padded.begin() + reach + width, reach, row[width - 1]);
    std::fill(sums.begin(), sums.end(), kOne / 2);
    for (size_t k = 0; k < weights.size(); ++k) {
      const int w = weights[k];
      const uint8_t* from = padded.data() + k;
      for (int x = 0; x < width; ++x) {
        sums[static_cast<size_t>(x)] += w * from[x];
      }
    }
    uint8_t* out = grey->Row(y);
    for (int x = 0; x < width; ++x) {
      out[x] = static_cast<uint8_t>(sums[static_cast<size_t>(x)] / kOne);
    }
  }
}

void Median3x3(Raster* grey) {
  if (grey->width < 3 || grey->height < 3) {
    return;
  }
  const Raster from = *grey;
  for (int y = 1; y + 1 < from.height; ++y) {
    const uint8_t* a = from.Row(y - 1);
    const uint8_t* b = from.Row(y);
    const uint8_t* c = from.Row(y + 1);
    uint8_t* out = grey->Row(y);
    for (int x = 1; x + 1 < from.width; ++x) {
      // Most of a page is white.
      if ((a[x - 1] & a[x] & a[x + 1] & b[x - 1] & b[x] & b[x + 1] & c[x - 1] & c[x] & c[x + 1]) ==
          255) {
        continue;
      }
      out[x] =
          MedianOf9({a[x - 1], a[x], a[x + 1], b[x - 1], b[x], b[x + 1], c[x - 1], c[x], c[x + 1]});
    }
  }
}

float SpeckShare(const Raster& grey) {
  constexpr uint8_t kSpeck = 225;
  constexpr uint8_t kPaper = 240;
  int64_t specks = 0;
  for (int y = 1; y + 1 < grey.height; ++y) {
    const uint8_t* a = grey.Row(y - 1);
    const uint8_t* b = grey.Row(y);
    const uint8_t* c = grey.Row(y + 1);
    for (int x = 1; x + 1 < grey.width; ++x) {
      if (b[x] < kSpeck && std::min({a[x - 1], a[x], a[x + 1], b[x - 1], b[x + 1], c[x - 1], c[x],
                                     c[x + 1]}) >= kPaper) {
        ++specks;
      }
    }
  }
  return grey.empty() ? 0
                      : static_cast<float>(specks) /
                            (static_cast<float>(grey.width) * static_cast<float>(grey.height));
}

}  // namespace crossfoot
