// SPDX-License-Identifier: GPL-3.0-or-later
//
// A set of phrases, each with a number, that answers "which is the longest that stands here?".
//
// Phrases are kept in order and grouped by their first character, so that a place where none begins
// costs one hash look-up. A look-up reads at most the longest phrase's length.
//
// Tested by tests/normalize/phrase_table_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "normalize/characters.h"

namespace crossfoot::normalize {

class PhraseTable {
 public:
  struct Hit {
    size_t length = 0;  // characters; 0: none
    int value = -1;
    explicit operator bool() const { return length > 0; }
  };

  PhraseTable() = default;
  // Of two equal phrases the first given wins. Empty ones are left out.
  explicit PhraseTable(std::vector<std::pair<std::u32string, int>> phrases);

  [[nodiscard]] Hit Longest(std::u32string_view text) const;
  [[nodiscard]] Hit LongestAt(const Characters& text, size_t i) const {
    return i < text.size() ? Longest(text.Folded(i, text.size())) : Hit{};
  }
  // The value of exactly this phrase, or -1.
  [[nodiscard]] int Find(std::u32string_view phrase) const;

 private:
  std::vector<std::pair<std::u32string, int>> phrases_;  // sorted
  std::unordered_map<char32_t, std::pair<size_t, size_t>> first_;
};

}  // namespace crossfoot::normalize
