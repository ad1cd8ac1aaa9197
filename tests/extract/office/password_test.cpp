// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/password.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

using namespace std::string_literals;

// A header sector, then one that holds `stream`.
std::string Ole(std::string stream) {
  std::string file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s;
  file.resize(512, '\0');
  stream.resize(512, '\0');
  return file + stream;
}

std::string Odf(char method, const std::string& content) {
  const std::string mime = "application/vnd.oasis.opendocument.text";
  return "PK\x03\x04"s + std::string(26, '\0') + "mimetype" + mime + "PK\x03\x04"s +
         std::string(4, '\0') + method + std::string(21, '\0') + "content.xml" + content;
}

TEST(NeedsPassword, ReadsTheMarkOfEachFormat) {
  EXPECT_TRUE(NeedsPassword(Ole("\xEC\xA5\xC1\x00\x00\x00\x00\x00\x00\x00\x00\x13"s)));
  EXPECT_TRUE(NeedsPassword(Ole("\x09\x08\x04\x00\x00\x06\x05\x00\x2F\x00\x06\x00"s)));
  EXPECT_TRUE(NeedsPassword(Ole("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s)));
  EXPECT_TRUE(NeedsPassword(Odf(0, "\x91\x07")));
}

TEST(NeedsPassword, LeavesOpenFilesAlone) {
  EXPECT_FALSE(NeedsPassword(Ole("\xEC\xA5\xC1\x00\x00\x00\x00\x00\x00\x00\x00\x12"s)));
  EXPECT_FALSE(NeedsPassword(Ole("\x09\x08\x04\x00\x00\x06\x05\x00\xE1\x00\x02\x00"s)));
  EXPECT_FALSE(NeedsPassword(Odf(8, "\x91\x07")));
  EXPECT_FALSE(NeedsPassword(Odf(0, "<office:document-content>")));
  EXPECT_FALSE(NeedsPassword(""));
  EXPECT_FALSE(NeedsPassword("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
}

}  // namespace
}  // namespace crossfoot
