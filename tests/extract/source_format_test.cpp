// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/source_format.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(SourceFormat, IsToldByTheFirstBytes) {
  EXPECT_EQ(SniffFormat("junk\n%PDF-1.7"), SourceFormat::kPdf);
  EXPECT_EQ(SniffFormat("PK\x03\x04..."), SourceFormat::kZip);
  EXPECT_EQ(SniffFormat("{\\rtf1"), SourceFormat::kRtf);
  EXPECT_EQ(SniffFormat("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), SourceFormat::kOle);
  EXPECT_EQ(SniffFormat("\xFF\xD8\xFF\xE0"), SourceFormat::kImage);
  EXPECT_EQ(SniffFormat("一、概况\n"), SourceFormat::kText);
  EXPECT_EQ(SniffFormat("<html>"), SourceFormat::kText);
  EXPECT_EQ(SniffFormat(std::string("\x01\x02\x00\x03text\x04", 9)), SourceFormat::kBinary);
}

TEST(SourceFormat, KnowsHtmlWholeAndInFragments) {
  for (const std::string_view html :
       {"<!DOCTYPE html><p>", "\n  <HTML>", "<!-- saved --><html>", "<p class=a>文</p>", "<table>",
        "<?xml version=\"1.0\"?><html>"}) {
    EXPECT_TRUE(LooksLikeHtml(html)) << html;
  }
  for (const std::string_view text : {"一、<p>", "<60%的", "<pre-2020>", "正文", ""}) {
    EXPECT_FALSE(LooksLikeHtml(text)) << text;
  }
}

}  // namespace
}  // namespace crossfoot
