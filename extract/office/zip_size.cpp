// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/zip_size.h"

#include <algorithm>
#include <cstddef>

namespace crossfoot {
namespace {

// Little-endian; precondition: it lies within.
uint32_t ReadNumber(std::string_view bytes, size_t at, size_t width) {
  uint32_t value = 0;
  for (size_t i = width; i-- > 0;) {
    value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  }
  return value;
}

}  // namespace

std::optional<int64_t> UnpackedZipSize(std::string_view bytes) {
  constexpr size_t kEndRecord = 22;
  constexpr size_t kLongestComment = 65535;
  constexpr size_t kEntry = 46;
  if (bytes.size() < kEndRecord) {
    return std::nullopt;
  }
  const size_t end = bytes.rfind("PK\x05\x06", bytes.size() - kEndRecord);
  if (end == std::string_view::npos || bytes.size() - end > kEndRecord + kLongestComment) {
    return std::nullopt;
  }
  const uint32_t size = ReadNumber(bytes, end + 12, 4);
  const uint32_t begin = ReadNumber(bytes, end + 16, 4);
  if (begin > end || size > end - begin) {
    return std::nullopt;
  }
  const std::string_view directory = bytes.substr(begin, size);
  int64_t sum = 0;
  for (size_t at = 0; at + kEntry <= directory.size();) {
    if (directory.substr(at, 4) != "PK\x01\x02") {
      return std::nullopt;
    }
    const uint32_t unpacked = ReadNumber(directory, at + 24, 4);
    // One too large for the field (ZIP64) counts as what it at least is.
    sum += unpacked;
    at += kEntry + ReadNumber(directory, at + 28, 2) + ReadNumber(directory, at + 30, 2) +
          ReadNumber(directory, at + 32, 2);
  }
  return sum;
}

}  // namespace crossfoot
