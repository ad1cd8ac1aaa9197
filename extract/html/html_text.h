// SPDX-License-Identifier: GPL-3.0-or-later
//
// The text of a page's nodes as the model's Text: blanks collapsed as a browser does, entities
// traced back to where they stood.
//
// Tested by tests/extract/html/html_reader_test.cpp.
#pragma once

#include <string_view>

#include "extract/html/markup_tree.h"
#include "extract/html/source_position.h"
#include "model/text.h"

namespace crossfoot {

class HtmlText {
 public:
  explicit HtmlText(const SourcePositions& positions) : positions_(positions) {}

  // Adds a text node to `out`.
  void Append(const MarkupNode& text, Text* out);
  // A <br> or the end of a block inside a cell: what follows stands apart where words would run
  // together.
  void Part() { parted_ = true; }
  void Reset();

 private:
  void AppendPiece(std::string_view piece, size_t offset, Text* out);

  const SourcePositions& positions_;
  bool blank_ = false;  // blanks stand between what is there and what comes
  bool parted_ = false;
};

}  // namespace crossfoot
