// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/charset.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

using std::string_literals::operator""s;

std::string Utf16(std::u16string_view text, bool big_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const auto high = static_cast<char>(unit >> 8);
    const auto low = static_cast<char>(unit & 0xFF);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}

// 本馆收入决算为10万元。 in GB2312 and 本館收入決算為10萬元。 in Big5.
const std::string kGb =
    "\xB1\xBE\xB9\xDD\xCA\xD5\xC8\xEB\xBE\xF6\xCB\xE3\xCE\xAA"
    "10\xCD\xF2\xD4\xAA\xA1\xA3";
const std::string kBig5 =
    "\xA5\xBB\xC0\x5D\xA6\xAC\xA4\x4A\xA8\x4D\xBA\xE2\xAC\xB0"
    "10\xB8\x55\xA4\xB8\xA1\x43";

Result<DecodedText> Decode(std::string_view bytes, std::string_view declared = {}) {
  return DecodeText(bytes, declared, {});
}

TEST(Charset, ReadsEveryCharsetThatReportsUse) {
  const std::u16string wide = u"本馆收入决算为10万元。";
  const std::string utf8 = "本馆收入决算为10万元。";
  struct Case {
    std::string bytes;
    std::string charset;
    std::string text;
  };
  const Case cases[] = {
      {utf8, "UTF-8", utf8},
      {"\xEF\xBB\xBF" + utf8, "UTF-8", utf8},
      {"\xFF\xFE"s + Utf16(wide, false), "UTF-16LE", utf8},
      {"\xFE\xFF"s + Utf16(wide, true), "UTF-16BE", utf8},
      {Utf16(wide, false), "UTF-16LE", utf8},
      {Utf16(wide, true), "UTF-16BE", utf8},
      {kGb, "GB18030", utf8},
      {kBig5, "Big5", "本館收入決算為10萬元。"},
      {"plain", "UTF-8", "plain"},
  };
  for (const Case& c : cases) {
    const auto decoded = Decode(c.bytes);
    ASSERT_TRUE(decoded.ok()) << c.charset << decoded.error().message;
    EXPECT_EQ(decoded->charset, c.charset);
    EXPECT_EQ(decoded->utf8, c.text);
  }
}

TEST(Charset, DoesNotBelieveAWrongDeclaration) {
  EXPECT_EQ(Decode(kGb, "utf-8")->charset, "GB18030");
  EXPECT_EQ(Decode(kBig5, "gb2312")->charset, "Big5");
  EXPECT_EQ(Decode("支出", "gbk")->charset, "UTF-8");
}

TEST(Charset, SaysWhatItCouldBeInsteadOfGuessing) {
  const auto broken = Decode(kGb + "\xFF\xFF" + kGb + ".");
  ASSERT_FALSE(broken.ok());
  EXPECT_EQ(broken.error().code, ErrorCode::kInvalidEncoding);
  // Two rare characters in either charset.
  const auto either = Decode("\xB5\xE6\xC9\xAA");
  ASSERT_FALSE(either.ok());
  EXPECT_NE(either.error().message.find("GB18030"), std::string::npos);
  EXPECT_NE(either.error().message.find("Big5"), std::string::npos);
  // The declaration decides then, and the guess is owned up to.
  const auto declared = Decode("\xB5\xE6\xC9\xAA", "GBK");
  ASSERT_TRUE(declared.ok());
  EXPECT_TRUE(declared->guessed);
}

// A fault anywhere, in any charset, ends in the error with the candidates and never in mojibake.
TEST(Charset, RefusesEveryKindOfFaultInEveryCharset) {
  const std::string chinese(kGb);
  struct Fault {
    const char* what;
    std::string bytes;
  };
  const Fault faults[] = {
      {"UTF-8 cut in its last character", "\xEF\xBB\xBF支出\xE5\x85"},
      {"UTF-8 with a surrogate", "\xEF\xBB\xBF支出\xED\xA0\x80"},
      {"UTF-8 overlong", "\xEF\xBB\xBF支出\xC0\xAF"},
      {"GB18030 cut in its last character", chinese + "\xD6"},
      {"GB18030 with half a four-byte character", chinese + "\x81\x30\x81"},
      {"GB18030 with a four-byte character past the last", chinese + "\xFF\x39\xFE\x39" + chinese},
      {"UTF-16 cut in its last unit", "\xFF\xFE"s + Utf16(u"支出决算", false) + "\x01"},
      {"UTF-16 with a lone lead", "\xFF\xFE"s + Utf16(u"支出\xD800决算", false)},
      {"UTF-16 with a lone trail", "\xFE\xFF"s + Utf16(u"支出\xDC00决算", true)},
      {"UTF-16 that ends in a lead", "\xFF\xFE"s + Utf16(u"支出\xD83D", false)},
      {"UTF-32 past the last character", "\xFF\xFE\0\0\0\0\x11\0"s},
  };
  for (const Fault& fault : faults) {
    const auto decoded = Decode(fault.bytes);
    ASSERT_FALSE(decoded.ok()) << fault.what << ": " << decoded->charset << " " << decoded->utf8;
    EXPECT_EQ(decoded.error().code, ErrorCode::kInvalidEncoding) << fault.what;
    EXPECT_NE(decoded.error().message.find("UTF"), std::string::npos) << decoded.error().message;
  }
  // UTF-7 is ASCII by its bytes: read as it stands, nothing made up.
  EXPECT_EQ(Decode("+Ti1Vfg-")->utf8, "+Ti1Vfg-");
}

TEST(Charset, RefusesATruncatedOrMarkedLie) {
  EXPECT_FALSE(Decode("\xEF\xBB\xBF\xE6\x94").ok());
  EXPECT_FALSE(Decode("\xFF\xFE\x00"s).ok());
}

TEST(Charset, BoundsWhatItReads) {
  Limits limits;
  limits.text_bytes = 10;
  const auto decoded = DecodeText(std::string(100, 'x'), {}, limits);
  ASSERT_FALSE(decoded.ok());
  EXPECT_EQ(decoded.error().code, ErrorCode::kLimitExceeded);
}

TEST(Charset, FindsADeclaration) {
  EXPECT_EQ(DeclaredCharset("<meta charset=\"gbk\">"), "gbk");
  EXPECT_EQ(DeclaredCharset("<meta content='text/html; charset=GB2312' http-equiv=x>"), "GB2312");
  EXPECT_EQ(DeclaredCharset("<p>"), "");
}

}  // namespace
}  // namespace crossfoot
