// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/html/source_position.h"

#include <algorithm>

namespace crossfoot {
namespace {

constexpr size_t kSpacing = 64;

}  // namespace

SourcePositions::SourcePositions(std::string_view utf8, const Place& first) : text_(utf8) {
  Mark at{0, first.line, first.column};
  marks_.reserve(utf8.size() / kSpacing + 2);
  marks_.push_back(at);
  for (size_t offset = kSpacing; offset < text_.size(); offset += kSpacing) {
    int characters = 0;
    int line_ends = 0;
    for (size_t i = at.offset; i < offset; ++i) {  // without a branch: many bytes at a time
      characters += (text_[i] & '\xC0') != '\x80' ? 1 : 0;
      line_ends += (text_[i] == '\n' ? 1 : 0) + (text_[i] == '\r' ? 1 : 0);
    }
    if (line_ends == 0) {
      at = {offset, at.line, at.column + characters};
    } else {
      StepTo(offset, &at);
    }
    marks_.push_back(at);
  }
}

// A byte of a character after its first moves nothing; CR LF counts as one line end.
void SourcePositions::StepTo(size_t offset, Mark* at) const {
  int line = at->line;
  int column = at->column;
  for (size_t i = at->offset; i < offset; ++i) {
    const char byte = text_[i];
    if (byte == '\n' || (byte == '\r' && text_.substr(i + 1, 1) != "\n")) {
      ++line;
      column = 1;
    } else {
      column += (byte & '\xC0') == '\x80' || byte == '\r' ? 0 : 1;
    }
  }
  *at = {offset, line, column};
}

Place SourcePositions::At(size_t offset) const {
  offset = std::min(offset, text_.size());
  Mark at = marks_[std::min(offset / kSpacing, marks_.size() - 1)];
  StepTo(offset, &at);
  return Place{0, at.line, at.column, {}};
}

}  // namespace crossfoot
