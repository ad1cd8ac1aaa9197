// SPDX-License-Identifier: GPL-3.0-or-later
//
// Bytes in any charset that reports are published in become UTF-8, strictly (编码识别与转换).
//
// UTF-8, UTF-16 and UTF-32 with a mark; UTF-8 without; UTF-16 of either order without; GB18030
// (with GBK and GB2312 in it) and Big5; windows-1252 for Latin text. A declared charset (<meta
// charset>) is often wrong: it only decides between those that fit equally.
//
// METHOD      Mark, then validity, then likelihood: of the charsets that decode without a fault,
// the
//             one whose characters are most often among the commonest ones of Chinese. ICU
//             converts.
// GUARANTEES  Never replaces a character. What cannot be told is kInvalidEncoding with the
// candidates.
//
// Tested by tests/extract/text/charset_test.cpp.
#pragma once

#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"

namespace crossfoot {

struct DecodedText {
  std::string utf8;      // without a byte order mark
  std::string charset;   // "UTF-8", "GB18030" …
  bool guessed = false;  // likely, not certain: worth a note
};

// `declared` may be empty. Errors: kInvalidEncoding, kLimitExceeded (over limits.text_bytes),
// without the file's name.
Result<DecodedText> DecodeText(std::string_view bytes, std::string_view declared,
                               const Limits& limits);

// The charset that the first kilobyte of HTML declares, or empty.
std::string_view DeclaredCharset(std::string_view bytes);

}  // namespace crossfoot
