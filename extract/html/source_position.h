// SPDX-License-Identifier: GPL-3.0-or-later
//
// Byte offsets of a source as lines and columns, for look-ups in any order.
//
// Tested by tests/extract/html/source_position_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "model/text.h"

namespace crossfoot {

class SourcePositions {
 public:
  // `first` is where the text's first character stands, for a part of a source.
  explicit SourcePositions(std::string_view utf8, const Place& first = {0, 1, 1, {}});
  // Line and column (in characters) of the character at `offset`. O(1): a bounded count from the
  // mark before it.
  [[nodiscard]] Place At(size_t offset) const;

 private:
  struct Mark {
    size_t offset = 0;
    int line = 1;
    int column = 1;
  };
  void StepTo(size_t offset, Mark* at) const;

  std::string_view text_;
  std::vector<Mark> marks_;  // one every kSpacing bytes
};

}  // namespace crossfoot
