// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pdf/qpdf_objects.h"

#include <charconv>

#include "review/pdf/plain_text.h"

namespace crossfoot {
namespace {

constexpr size_t kLongestText = 4000;  // bytes

}  // namespace

std::string PdfNumber(double value) {
  std::array<char, 32> text;  // NOLINT: filled by to_chars
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 2);
  return {text.data(), end.ptr};
}

QPDFObjectHandle PdfReal(double value) { return QPDFObjectHandle::newReal(PdfNumber(value)); }

QPDFObjectHandle PdfColor(const MarkColor& color) {
  return PdfReals(std::array<double, 3>{color.red, color.green, color.blue});
}

QPDFObjectHandle PdfText(const std::string& text) {
  std::string plain = PlainText(text);
  if (plain.size() > kLongestText) {
    size_t end = kLongestText;
    while (end > 0 && (static_cast<unsigned char>(plain[end]) & 0xC0U) == 0x80) {
      --end;
    }
    plain = plain.substr(0, end) + "…";
  }
  return QPDFObjectHandle::newUnicodeString(plain);
}

}  // namespace crossfoot
