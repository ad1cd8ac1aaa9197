// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/html/source_position.h"

#include <algorithm>

namespace crossfoot {
namespace {

constexpr size_t kSpacing = 256;

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

SourcePositions::SourcePositions(std::string_view utf8, const Place& first) : text_(utf8) {
  Mark at{0, first.line, first.column};
  marks_.reserve(utf8.size() / kSpacing + 1);
  while (at.offset < text_.size()) {
    if (at.offset >= marks_.size() * kSpacing) {
      marks_.push_back(at);
    }
    Step(&at);
  }
  if (marks_.empty()) {
    marks_.push_back(at);
  }
}

// One character on; CR LF counts as one line end.
void SourcePositions::Step(Mark* at) const {
  const char byte = text_[at->offset];
  ++at->offset;
  const bool ends_line =
      byte == '\n' || (byte == '\r' && (at->offset >= text_.size() || text_[at->offset] != '\n'));
  if (ends_line) {
    ++at->line;
    at->column = 1;
    return;
  }
  while (at->offset < text_.size() && IsContinuation(text_[at->offset])) {
    ++at->offset;
  }
  at->column += byte == '\r' ? 0 : 1;
}

Place SourcePositions::At(size_t offset) const {
  offset = std::min(offset, text_.size());
  size_t nearest = std::min(offset / kSpacing, marks_.size() - 1);
  if (marks_[nearest].offset > offset && nearest > 0) {
    --nearest;
  }
  Mark at = marks_[nearest];
  while (at.offset < offset) {
    Step(&at);
  }
  return Place{0, at.line, at.column, {}};
}

}  // namespace crossfoot
