// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/text_reader.h"

#include "base/utf8.h"

namespace crossfoot {

Result<Document> ReadText(const Source& source, const ExtractOptions& /*options*/) {
  const size_t invalid = FindInvalidUtf8(source.bytes);
  if (invalid != std::string::npos) {
    return Error{ErrorCode::kInvalidEncoding,
                 "is not UTF-8 (at byte " + std::to_string(invalid) + ")", source.path};
  }
  Document document;
  document.source.media_type = "text/plain";
  int line = 0;
  for (size_t at = 0; at < source.bytes.size();) {
    const size_t end = std::min(source.bytes.find('\n', at), source.bytes.size());
    ++line;
    const std::string_view text = TrimBlanks(std::string_view(source.bytes).substr(at, end - at));
    if (!text.empty()) {
      Block block;
      block.text.Append(text, Place{0, line, 1, {}});
      document.blocks.push_back(std::move(block));
    }
    at = end + 1;
  }
  return document;
}

}  // namespace crossfoot
