// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/source_format.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.h"

namespace crossfoot {
namespace {

struct Magic {
  std::string_view bytes;
  SourceFormat format;
};

using std::string_view_literals::operator""sv;  // NOLINT(misc-unused-using-decls): used below

constexpr std::array<Magic, 14> kMagics = {{
    {"PK\x03\x04"sv, SourceFormat::kZip},
    {"PK\x05\x06"sv, SourceFormat::kZip},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, SourceFormat::kOle},
    {"{\\rtf"sv, SourceFormat::kRtf},
    {"\x89PNG\r\n\x1A\n"sv, SourceFormat::kImage},
    {"\xFF\xD8\xFF"sv, SourceFormat::kImage},
    {"GIF8"sv, SourceFormat::kImage},
    {"II*\0"sv, SourceFormat::kImage},
    {"MM\0*"sv, SourceFormat::kImage},
    {"\x1F\x8B"sv, SourceFormat::kBinary},
    {"7z\xBC\xAF\x27\x1C"sv, SourceFormat::kBinary},
    {"Rar!"sv, SourceFormat::kBinary},
    {"\x7F"
     "ELF"sv,
     SourceFormat::kBinary},
    {"SQLite format 3"sv, SourceFormat::kBinary},
}};

// Control characters in a number that no text holds. UTF-16 without a mark may look so too.
bool IsBinary(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return false;
  }
  const std::string_view head = bytes.substr(0, 64 << 10);
  int controls = 0;
  for (const char byte : head) {  // without a branch: many bytes at a time
    const auto code = static_cast<unsigned char>(byte);
    const int below_blank = code < 0x20 ? 1 : 0;
    const int is_text = (code >= 0x08 ? 1 : 0) & (code <= 0x0D ? 1 : 0);
    controls += (below_blank & ~is_text & (code != 0x1A ? 1 : 0)) | (code == 0x7F ? 1 : 0);
  }
  return static_cast<size_t>(controls) * 50 > head.size();
}

bool StartsWithTag(std::string_view text, std::string_view tag) {
  if (text.size() <= tag.size() + 1 || text[0] != '<') {
    return false;
  }
  for (size_t i = 0; i < tag.size(); ++i) {
    const char c = text[i + 1];
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower != tag[i]) {
      return false;
    }
  }
  const char next = text[tag.size() + 1];
  return next == '>' || next == ' ' || next == '/' || next == '\n' || next == '\r' || next == '\t';
}

}  // namespace

SourceFormat SniffFormat(std::string_view bytes) {
  // The header may stand anywhere in the first 1024 bytes (PDF 1.7, implementation note 13).
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) {
    return SourceFormat::kPdf;
  }
  for (const Magic& magic : kMagics) {
    if (bytes.starts_with(magic.bytes)) {
      return magic.format;
    }
  }
  return IsBinary(bytes) ? SourceFormat::kBinary : SourceFormat::kText;
}

bool LooksLikeHtml(std::string_view utf8) {
  std::string_view text = TrimBlanks(utf8.substr(0, 64 << 10));
  while (text.starts_with("<!--") || text.starts_with("<?xml")) {
    const size_t end = text.find('>');
    const size_t close = text.starts_with("<!--") ? text.find("-->") : end;
    if (close == std::string_view::npos) {
      return true;
    }
    text = TrimBlanks(text.substr(close + (text.starts_with("<!--") ? 3 : 1)));
  }
  for (const std::string_view tag :
       {"!doctype", "html", "head", "body", "meta",  "title",   "div",     "p",
        "table",    "h1",   "h2",   "h3",   "span",  "article", "section", "main",
        "center",   "font", "ul",   "ol",   "style", "script"}) {
    if (StartsWithTag(text, tag)) {
      return true;
    }
  }
  return false;
}

}  // namespace crossfoot
