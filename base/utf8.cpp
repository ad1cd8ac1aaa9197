// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

namespace crossfoot {
namespace {

unsigned char Byte(std::string_view text, size_t at) {
  return static_cast<unsigned char>(text[at]);
}

bool IsContinuation(std::string_view text, size_t at) {
  return at < text.size() && (Byte(text, at) & 0xC0) == 0x80;
}

struct Range {
  char32_t first;
  char32_t last;
};

template <size_t N>
bool In(const Range (&ranges)[N], char32_t code) {
  for (const Range& range : ranges) {
    if (code <= range.last) {
      return code >= range.first;
    }
  }
  return false;
}

}  // namespace

Utf8Step DecodeAnyUtf8(std::string_view text, size_t at) {
  if (at >= text.size()) {
    return {};
  }
  const unsigned char lead = Byte(text, at);
  if (lead < 0x80) {
    return {lead, 1};
  }
  size_t length = 0;
  char32_t code = 0;
  char32_t least = 0;
  if ((lead & 0xE0) == 0xC0) {
    length = 2;
    code = lead & 0x1F;
    least = 0x80;
  } else if ((lead & 0xF0) == 0xE0) {
    length = 3;
    code = lead & 0x0F;
    least = 0x800;
  } else if ((lead & 0xF8) == 0xF0) {
    length = 4;
    code = lead & 0x07;
    least = 0x10000;
  } else {
    return {kReplacement, 1};
  }
  for (size_t i = 1; i < length; ++i) {
    if (!IsContinuation(text, at + i)) {
      return {kReplacement, 1};
    }
    code = (code << 6) | (Byte(text, at + i) & 0x3F);
  }
  if (code < least || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
    return {kReplacement, 1};
  }
  return {code, length};
}

Utf8Step DecodeUtf8Before(std::string_view text, size_t at) {
  if (at == 0 || at > text.size()) {
    return {};
  }
  size_t start = at - 1;
  while (start > 0 && at - start < 4 && IsContinuation(text, start)) {
    --start;
  }
  const Utf8Step step = DecodeUtf8(text, start);
  if (start + step.length == at) {
    return step;
  }
  return {kReplacement, 1};
}

void AppendUtf8(char32_t code, std::string* out) {
  const auto put = [out](char32_t byte) { out->push_back(static_cast<char>(byte)); };
  if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
    code = kReplacement;
  }
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

size_t FindInvalidUtf8(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const Utf8Step step = DecodeUtf8(text, i);
    if (step.code == kReplacement && step.length == 1) {
      return i;
    }
    i += step.length;
  }
  return std::string_view::npos;
}

bool IsValidUtf8(std::string_view text) { return FindInvalidUtf8(text) == std::string_view::npos; }

size_t CountUtf8(std::string_view text) {
  size_t count = 0;
  for (size_t i = 0; i < text.size(); ++count) {
    i += DecodeUtf8(text, i).length;
  }
  return count;
}

size_t DisplayWidth(char32_t code) {
  static constexpr Range kNone[] = {{0x300, 0x36F}, {0x200B, 0x200F}, {0xFE00, 0xFE0F}};
  static constexpr Range kWide[] = {
      {0x1100, 0x115F}, {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},  {0x4E00, 0x9FFF},
      {0xA000, 0xA4CF}, {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE4F},  {0xFF00, 0xFF60},
      {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
  if (code < 0x20 || code == 0x7F || In(kNone, code)) {
    return 0;
  }
  return In(kWide, code) ? 2 : 1;
}

size_t DisplayWidth(std::string_view text) {
  size_t width = 0;
  for (size_t i = 0; i < text.size();) {
    const Utf8Step step = DecodeUtf8(text, i);
    width += DisplayWidth(step.code);
    i += step.length;
  }
  return width;
}

bool IsHan(char32_t code) {
  static constexpr Range kHan[] = {{0x3005, 0x3007}, {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},
                                   {0xF900, 0xFAFF}, {0x20000, 0x2FA1F}, {0x30000, 0x323AF}};
  return In(kHan, code);
}

bool IsCjk(char32_t code) {
  static constexpr Range kCjk[] = {{0x2018, 0x201D}, {0x2E80, 0x30FF}, {0x3100, 0x4DBF},
                                   {0x4E00, 0x9FFF}, {0xF900, 0xFAFF}, {0xFE30, 0xFE4F},
                                   {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x20000, 0x323AF}};
  return In(kCjk, code);
}

bool IsBlank(char32_t code) {
  return code == ' ' || (code >= 0x09 && code <= 0x0D) || code == 0x85 || code == 0xA0 ||
         (code >= 0x2000 && code <= 0x200B) || code == 0x2028 || code == 0x2029 || code == 0x202F ||
         code == 0x205F || code == 0x3000 || code == 0xFEFF;
}

int DigitValue(char32_t code) {
  if (code >= '0' && code <= '9') {
    return static_cast<int>(code - '0');
  }
  if (code >= 0xFF10 && code <= 0xFF19) {
    return static_cast<int>(code - 0xFF10);
  }
  return -1;
}

char32_t FoldWidth(char32_t code) {
  if (code >= 0xFF01 && code <= 0xFF5E) {
    return code - 0xFF01 + 0x21;
  }
  return code == 0x3000 ? U' ' : code;
}

std::string FoldLabel(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const size_t same = i;  // what is copied as it stands
    Utf8Step step;
    while (i < text.size()) {
      step = DecodeUtf8(text, i);
      const bool plain = (step.code > ' ' && step.code < 0x80) ||
                         (step.code > 0x3000 && step.code < 0xFEFF && step.length == 3);
      if (!plain) {
        break;
      }
      i += step.length;
    }
    out.append(text, same, i - same);
    if (i < text.size()) {
      if (!IsBlank(step.code)) {
        AppendUtf8(FoldWidth(step.code), &out);
      }
      i += step.length;
    }
  }
  return out;
}

std::string_view TrimBlanks(std::string_view text) {
  while (!text.empty()) {
    const Utf8Step step = DecodeUtf8(text, 0);
    if (!IsBlank(step.code)) {
      break;
    }
    text.remove_prefix(step.length);
  }
  while (!text.empty()) {
    const Utf8Step step = DecodeUtf8Before(text, text.size());
    if (!IsBlank(step.code)) {
      break;
    }
    text.remove_suffix(step.length);
  }
  return text;
}

}  // namespace crossfoot
