// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/pdf/plain_text.h"

#include "base/utf8.h"

namespace crossfoot {

std::string PlainText(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size();) {
    const Utf8Step step = DecodeUtf8(text, i);
    const bool control = (step.code < 0x20 && step.code != '\n') ||
                         (step.code >= 0x7F && step.code < 0xA0) ||
                         (step.code >= 0x202A && step.code <= 0x202E) ||
                         (step.code >= 0x2066 && step.code <= 0x2069);
    AppendUtf8(control ? U' ' : step.code, &out);
    i += step.length;
  }
  return out;
}

}  // namespace crossfoot
