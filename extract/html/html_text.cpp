// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/html/html_text.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "extract/text/clean_text.h"

namespace crossfoot {
namespace {

bool IsWordOrFigure(char32_t code) {
  code = FoldWidth(code);
  return (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || DigitValue(code) >= 0;
}

// Whether the byte goes on with a character.
bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// Length of the entity at the beginning of `raw`, 1 for a lone ampersand.
size_t EntityLength(std::string_view raw) {
  constexpr size_t kLongest = 34;
  size_t end = 1;
  while (end < std::min(raw.size(), kLongest) &&
         (IsWordOrFigure(static_cast<unsigned char>(raw[end])) || raw[end] == '#')) {
    ++end;
  }
  return end < raw.size() && raw[end] == ';' ? end + 1 : end;
}

}  // namespace

void HtmlText::Reset() {
  blank_ = false;
  parted_ = false;
}

void HtmlText::Append(const MarkupNode& text, Text* out) {
  const std::string_view decoded = text.text;
  const std::string_view raw = text.raw;
  if (raw.find('&') == std::string_view::npos) {
    AppendPiece(decoded, text.offset, out);
    return;
  }
  // Between entities source and text agree but for carriage returns.
  size_t from = 0;  // in decoded
  for (size_t at = 0; at < raw.size() && from < decoded.size();) {
    const size_t amp = std::min(raw.find('&', at), raw.size());
    const auto returns =
        static_cast<size_t>(std::count(raw.begin() + static_cast<std::ptrdiff_t>(at),
                                       raw.begin() + static_cast<std::ptrdiff_t>(amp), '\r'));
    size_t plain = std::min(amp - at - std::min(returns, amp - at), decoded.size() - from);
    // An entity of two characters, or a byte that became another, has put the two out of step: no
    // character is cut.
    while (from + plain < decoded.size() && IsContinuation(decoded[from + plain])) {
      ++plain;
    }
    AppendPiece(decoded.substr(from, plain), text.offset + at, out);
    from += plain;
    at = amp;
    if (at < raw.size()) {
      const size_t entity = EntityLength(raw.substr(at));
      const std::string_view rest = decoded.substr(from);
      // A lone ampersand stands for itself, and so does what was no entity.
      const bool literal = rest.starts_with("&") && !raw.substr(at).starts_with("&amp");
      const size_t length = DecodeUtf8(rest, 0).length;
      AppendPiece(rest.substr(0, length), text.offset + at, out);
      from += length;
      at += literal ? 1 : entity;
    }
  }
  AppendPiece(decoded.substr(from), text.offset + raw.size(), out);
}

void HtmlText::AppendPiece(std::string_view piece, size_t offset, Text* out) {
  for (size_t at = 0; at < piece.size();) {
    const size_t end = std::min(piece.find_first_of("\r\n", at), piece.size());
    const std::string_view line = piece.substr(at, end - at);
    const std::string_view words = TrimBlanks(line);
    const bool blank_before = !line.empty() && words.data() != line.data();
    blank_ = blank_ || (blank_before && !words.empty()) || (words.empty() && !line.empty());
    if (!words.empty()) {
      const size_t lead = static_cast<size_t>(words.data() - line.data());
      const Place place = positions_.At(offset + at + lead);
      if ((blank_ || parted_) && !out->empty()) {
        const char32_t before = DecodeUtf8Before(out->utf8(), out->utf8().size()).code;
        const char32_t next = DecodeUtf8(words, 0).code;
        const bool stop = before == '.' || before == ',' || before == ';' || before == ':' ||
                          before == ')' || before == '%';
        if (IsWordOrFigure(next) && (IsWordOrFigure(before) || stop)) {
          out->Append(" ", place);
        }
      }
      AppendClean(words, place.line, place.column, out);
      blank_ = words.data() + words.size() != line.data() + line.size();
      parted_ = false;
    }
    blank_ = blank_ || end < piece.size();
    at = end + 1;
  }
}

}  // namespace crossfoot
