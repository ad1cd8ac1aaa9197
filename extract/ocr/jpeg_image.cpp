// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/jpeg_image.h"

#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

#include <jpeglib.h>

namespace crossfoot {
namespace {

// libjpeg leaves by a jump where it cannot go on; nothing with a destructor lives between.
struct Complaints {
  jpeg_error_mgr base;
  std::jmp_buf leave;
};

void Leave(j_common_ptr info) {
  std::longjmp(reinterpret_cast<Complaints*>(info->err)->leave, 1);  // NOLINT
}
void SayNothing(j_common_ptr /*info*/) {}

float DpiOf(const jpeg_decompress_struct& info) {
  constexpr float kCentimetres = 2.54F;
  const auto density = static_cast<float>(info.X_density);
  return info.density_unit == 1 ? density : (info.density_unit == 2 ? density * kCentimetres : 0);
}

// Whether the header could be read.
bool ReadHeader(std::string_view bytes, jpeg_decompress_struct* info, Complaints* complaints) {
  if (setjmp(complaints->leave) != 0) {  // NOLINT
    return false;
  }
  jpeg_create_decompress(info);
  jpeg_mem_src(info, reinterpret_cast<const unsigned char*>(bytes.data()),
               static_cast<unsigned long>(bytes.size()));  // NOLINT(google-runtime-int)
  jpeg_read_header(info, TRUE);
  return info->num_components == 1 || info->num_components == 3 || info->num_components == 4;
}

// Inks as their light. Photoshop's way, which all follow, stores them turned around.
void ToRgb(const uint8_t* inks, bool turned, int width, uint8_t* row) {
  for (int x = 0; x < width; ++x) {
    const int black = turned ? inks[4 * x + 3] : 255 - inks[4 * x + 3];
    for (int c = 0; c < 3; ++c) {
      const int light = turned ? inks[4 * x + c] : 255 - inks[4 * x + c];
      row[3 * x + c] = static_cast<uint8_t>(light * black / 255);
    }
  }
}

// Whether every row was decoded. `inks`: room for a row of CMYK.
bool ReadRows(jpeg_decompress_struct* info, Complaints* complaints, uint8_t* inks, Raster* out) {
  if (setjmp(complaints->leave) != 0) {  // NOLINT
    return false;
  }
  const bool cmyk = info->num_components == 4;
  info->out_color_space = cmyk ? JCS_CMYK : (info->num_components == 1 ? JCS_GRAYSCALE : JCS_RGB);
  jpeg_start_decompress(info);
  while (info->output_scanline < info->output_height) {
    uint8_t* to = out->Row(static_cast<int>(info->output_scanline));
    JSAMPROW row = cmyk ? inks : to;
    jpeg_read_scanlines(info, &row, 1);
    if (cmyk) {
      ToRgb(inks, info->saw_Adobe_marker != FALSE, out->width, to);
    }
  }
  jpeg_finish_decompress(info);
  return true;
}

// A decoder with its complaints, taken down whatever happens.
class Decoder {
 public:
  explicit Decoder(std::string_view bytes) {
    info_.err = jpeg_std_error(&complaints_.base);
    complaints_.base.error_exit = Leave;
    complaints_.base.output_message = SayNothing;
    has_header_ = ReadHeader(bytes, &info_, &complaints_);
  }
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  ~Decoder() { jpeg_destroy_decompress(&info_); }

  [[nodiscard]] bool has_header() const { return has_header_; }
  [[nodiscard]] JpegHeader header() const {
    return {static_cast<int>(info_.image_width), static_cast<int>(info_.image_height),
            info_.num_components};
  }
  Raster Decode() {
    constexpr uint8_t kMissing = 128;
    const JpegHeader head = header();
    Raster out(head.width, head.height, head.components == 1 ? 1 : 3, DpiOf(info_), kMissing);
    std::vector<uint8_t> inks(static_cast<size_t>(head.width) * 4);
    out.damaged =
        !ReadRows(&info_, &complaints_, inks.data(), &out) || complaints_.base.num_warnings > 0;
    return out;
  }

 private:
  jpeg_decompress_struct info_{};
  Complaints complaints_{};
  bool has_header_ = false;
};

}  // namespace

std::optional<JpegHeader> ReadJpegHeader(std::string_view bytes) {
  const Decoder decoder(bytes);
  return decoder.has_header() ? std::optional(decoder.header()) : std::nullopt;
}

std::optional<Raster> DecodeJpeg(std::string_view bytes, int64_t most_pixels) {
  constexpr std::string_view kEnd = "\xFF\xD9";
  constexpr size_t kBehind = 4096;  // bytes that programs append
  std::string ended;
  if (bytes.substr(bytes.size() - std::min(bytes.size(), kBehind)).find(kEnd) ==
      std::string_view::npos) {
    ended = std::string(bytes) + std::string(kEnd);
    bytes = ended;
  }
  Decoder decoder(bytes);
  if (!decoder.has_header() ||
      static_cast<int64_t>(decoder.header().width) * decoder.header().height > most_pixels) {
    return std::nullopt;
  }
  return decoder.Decode();
}

}  // namespace crossfoot
