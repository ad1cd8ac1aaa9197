// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pictures made for the tests: plain TIFFs of any kind, and the scanned sample's own JPEG.
#pragma once

#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "extract/ocr/raster.h"

namespace crossfoot {

struct TiffPage {
  int width = 0;
  int height = 0;
  int bits = 8;
  int samples = 1;
  int photometric = 1;  // 0 white is zero, 1 black is zero, 2 RGB, 5 CMYK
  bool alpha = false;
  std::string data;  // rows, padded to bytes
};

// Uncompressed, little-endian, one strip a page.
inline std::string MakeTiff(const std::vector<TiffPage>& pages) {
  std::string out("II*\0", 4);
  const auto put16 = [&](int v) {
    out.push_back(static_cast<char>(v & 0xFF));
    out.push_back(static_cast<char>((v >> 8) & 0xFF));
  };
  const auto put32 = [&](uint32_t v) {
    put16(static_cast<int>(v & 0xFFFF));
    put16(static_cast<int>(v >> 16));
  };
  size_t link = out.size();
  put32(0);
  for (const TiffPage& page : pages) {
    const auto data_at = static_cast<uint32_t>(out.size());
    out += page.data;
    const auto bits_at = static_cast<uint32_t>(out.size());
    for (int i = 0; i < page.samples; ++i) {
      put16(page.bits);
    }
    const auto here = static_cast<uint32_t>(out.size());
    for (unsigned i = 0; i < 4; ++i) {
      out[link + i] = static_cast<char>((here >> (8 * i)) & 0xFF);
    }
    const int entries = page.alpha ? 11 : 10;
    put16(entries);
    const auto entry = [&](int tag, int type, uint32_t count, uint32_t value) {
      put16(tag);
      put16(type);
      put32(count);
      put32(value);
    };
    const bool one = page.samples == 1;
    entry(256, 4, 1, static_cast<uint32_t>(page.width));
    entry(257, 4, 1, static_cast<uint32_t>(page.height));
    entry(258, 3, static_cast<uint32_t>(page.samples),
          one ? static_cast<uint32_t>(page.bits) : bits_at);
    entry(259, 3, 1, 1);
    entry(262, 3, 1, static_cast<uint32_t>(page.photometric));
    entry(273, 4, 1, data_at);
    entry(277, 3, 1, static_cast<uint32_t>(page.samples));
    entry(278, 4, 1, static_cast<uint32_t>(page.height));
    entry(279, 4, 1, static_cast<uint32_t>(page.data.size()));
    entry(284, 3, 1, 1);
    if (page.alpha) {
      entry(338, 3, 1, 2);
    }
    link = out.size();
    put32(0);
  }
  return out;
}

inline TiffPage GreyPageOf(const Raster& grey) {
  return {
      grey.width, grey.height, 8, 1, 1, false, std::string(grey.pixels.begin(), grey.pixels.end())};
}

inline std::string ReadSample(const std::string& name) {
  std::ifstream in(std::string(CROSSFOOT_SOURCE_DIR) + "/samples/" + name, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

// The photograph inside the scanned sample: 1654 by 2339 pixels, 200 dpi.
inline std::string SampleJpeg() {
  const std::string pdf = ReadSample("scanned-notice-2023.pdf");
  const size_t begin = pdf.find("\xFF\xD8\xFF");
  const size_t end = pdf.find("endstream", begin);
  return begin == std::string::npos ? std::string() : pdf.substr(begin, end - begin);
}

// Fills a box, right and bottom not part of it.
inline void Fill(Raster* grey, int left, int top, int right, int bottom, uint8_t value) {
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      grey->Row(y)[x] = value;
    }
  }
}

}  // namespace crossfoot
