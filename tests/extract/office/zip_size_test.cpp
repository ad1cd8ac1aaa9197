// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/zip_size.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

std::string Number(uint32_t value, size_t width) {
  std::string out;
  for (size_t i = 0; i < width; ++i, value >>= 8) {
    out += static_cast<char>(value & 0xFF);
  }
  return out;
}

// A directory that claims the given size for each of `members` members.
std::string Zip(int members, uint32_t size) {
  std::string zip = "PK\x03\x04";
  const auto begin = static_cast<uint32_t>(zip.size());
  for (int i = 0; i < members; ++i) {
    zip += "PK\x01\x02" + std::string(20, '\0') + Number(size, 4) + Number(1, 2) +
           std::string(16, '\0') + "x";
  }
  const auto length = static_cast<uint32_t>(zip.size()) - begin;
  return zip + "PK\x05\x06" + std::string(8, '\0') + Number(length, 4) + Number(begin, 4) +
         Number(0, 2);
}

TEST(ZipSize, AddsWhatTheDirectoryClaims) {
  EXPECT_EQ(UnpackedZipSize(Zip(3, 1000)), 3000);
  EXPECT_EQ(UnpackedZipSize(Zip(4, 0xF0000000)), int64_t{4} * 0xF0000000);
}

TEST(ZipSize, KnowsAFileThatIsCutOff) {
  const std::string zip = Zip(3, 1000);
  EXPECT_EQ(UnpackedZipSize(zip.substr(0, zip.size() - 30)), std::nullopt);
  EXPECT_EQ(UnpackedZipSize("PK\x03\x04"), std::nullopt);
  EXPECT_EQ(UnpackedZipSize(""), std::nullopt);
}

TEST(ZipSize, RefusesADirectoryThatLiesOutside) {
  std::string zip = Zip(1, 10);
  zip[zip.size() - 6] = '\x7F';
  EXPECT_EQ(UnpackedZipSize(zip), std::nullopt);
}

}  // namespace
}  // namespace crossfoot
