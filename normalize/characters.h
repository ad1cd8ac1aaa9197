// SPDX-License-Identifier: GPL-3.0-or-later
//
// A text as a row of characters, full-width forms folded to ASCII, each with the byte it began at:
// what every reader in this room steps over, so that `１２．５％` and `12.5%` are one form.
//
// Out-of-range indices read as 0, so looking ahead or back needs no bounds test. Not UTF-8? Each
// bad byte is one U+FFFD. Building one is linear; no character is dropped.
//
// Tested by tests/normalize/characters_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot::normalize {

class Characters {
 public:
  // Keeps a view of `utf8`, which must outlive it.
  explicit Characters(std::string_view utf8);

  [[nodiscard]] size_t size() const { return codes_.size(); }
  [[nodiscard]] char32_t operator[](size_t i) const { return i < codes_.size() ? codes_[i] : 0; }
  // The character before `i`; 0 at the beginning.
  [[nodiscard]] char32_t Before(size_t i) const { return i == 0 ? 0 : (*this)[i - 1]; }
  // The byte where character `i` begins; the text's size for i >= size().
  [[nodiscard]] uint32_t ByteOf(size_t i) const {
    return i < codes_.size() ? bytes_[i] : static_cast<uint32_t>(utf8_.size());
  }
  // The character that holds byte `byte`; O(log size).
  [[nodiscard]] size_t IndexOf(uint32_t byte) const;
  // Characters [begin, end) as printed.
  [[nodiscard]] std::string_view View(size_t begin, size_t end) const;
  [[nodiscard]] std::u32string_view Folded(size_t begin, size_t end) const;
  [[nodiscard]] bool Match(size_t i, std::u32string_view words) const {
    return (*this)[i] == (words.empty() ? (*this)[i] : words.front()) && i <= codes_.size() &&
           std::u32string_view(codes_).substr(i).starts_with(words);
  }
  // `words` stand right before character `i`.
  [[nodiscard]] bool MatchBefore(size_t i, std::u32string_view words) const;
  // The first index >= i that is no blank.
  [[nodiscard]] size_t SkipBlanks(size_t i) const;
  // The last index <= i with no blank right before it.
  [[nodiscard]] size_t SkipBlanksBack(size_t i) const;

 private:
  std::string_view utf8_;
  std::u32string codes_;
  std::vector<uint32_t> bytes_;
};

// UTF-8 as folded characters: how words of the lexicon are kept.
std::u32string Fold(std::string_view utf8);

}  // namespace crossfoot::normalize
