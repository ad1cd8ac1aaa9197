// SPDX-License-Identifier: GPL-3.0-or-later
//
// Stepping through UTF-8, and the few questions about characters that every layer asks.
//
// All text inside crossfoot is UTF-8 in std::string; offsets are bytes and always stand on a
// character's first byte. Text that entered through extract/ is valid; these functions still never
// read past the end and give U+FFFD, one byte on, for anything that is not UTF-8.
//
// Tested by tests/base/utf8_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace crossfoot {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Utf8Step {
  char32_t code = 0;
  size_t length = 0;  // bytes; 0 only at the end of the text
};

// Any character, or what is not UTF-8; DecodeUtf8 is the same and quicker for ASCII and Chinese.
Utf8Step DecodeAnyUtf8(std::string_view text, size_t at);
// The character at byte `at`.
inline Utf8Step DecodeUtf8(std::string_view text, size_t at) {
  if (at + 2 < text.size()) {
    const auto a = static_cast<unsigned char>(text[at]);
    if (a < 0x80) {
      return {a, 1};
    }
    const auto b = static_cast<unsigned char>(text[at + 1]);
    const auto c = static_cast<unsigned char>(text[at + 2]);
    // Three bytes from U+1000 to U+CFFF: neither overlong nor surrogates.
    if (a > 0xE0 && a < 0xED && (b & 0xC0) == 0x80 && (c & 0xC0) == 0x80) {
      return {(static_cast<char32_t>(a & 0x0F) << 12) | (static_cast<char32_t>(b & 0x3F) << 6) |
                  static_cast<char32_t>(c & 0x3F),
              3};
    }
  }
  return DecodeAnyUtf8(text, at);
}
// The character that ends before byte `at`; length 0 at the beginning.
Utf8Step DecodeUtf8Before(std::string_view text, size_t at);
void AppendUtf8(char32_t code, std::string* out);
bool IsValidUtf8(std::string_view text);
// Byte offset of the first invalid sequence, or npos.
size_t FindInvalidUtf8(std::string_view text);
// Number of characters (code points).
size_t CountUtf8(std::string_view text);
// Columns on a terminal: East Asian wide and full-width characters count two, combining marks none.
size_t DisplayWidth(std::string_view text);
size_t DisplayWidth(char32_t code);

bool IsHan(char32_t code);  // ideographs, 〇 and 々 included
// Han, kana, CJK punctuation and full-width forms: what is set without spaces.
bool IsCjk(char32_t code);
// Blank of any width: ASCII white space, U+00A0, U+2000–200B, U+3000, U+FEFF.
bool IsBlank(char32_t code);
// 0–9 and full-width ０–９ give their value, all else -1.
int DigitValue(char32_t code);
// Full-width ASCII (！ to ～, and U+3000) as its ASCII character; all else unchanged.
char32_t FoldWidth(char32_t code);

// Width folded, blanks dropped: how two spellings of a label are compared.
std::string FoldLabel(std::string_view text);
std::string_view TrimBlanks(std::string_view text);

}  // namespace crossfoot
