// SPDX-License-Identifier: GPL-3.0-or-later
//
// HTML with each run of Chinese text reduced to one mark, for a parser that steps through its
// source a character at a time: what it makes of a page depends on the tags and on where there is
// text, not on which text that is.
//
// A run begins with a character outside ASCII and goes on over such characters and over ASCII ones
// that mean nothing to a parser wherever they stand (letters, digits, `.,%()` …). The mark is a
// character that is neither blank nor part of any markup, as those it stands for. Inside attributes
// runs are marks too, and stay so: a style or class is compared in ASCII. Attributes that nothing
// is read from are left out (unread_attributes.h).
//
// Tested by tests/extract/html/compact_source_test.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crossfoot {

class CompactSource {
 public:
  // O(bytes). `utf8` must outlive it. A source with the mark as an entity is left as it is.
  explicit CompactSource(std::string_view utf8);

  // The source without any run reduced.
  static CompactSource AsItStands(std::string_view utf8);

  [[nodiscard]] std::string_view bytes() const { return bytes_; }
  // Where the byte at `at` of bytes() stands in the source. O(log runs).
  [[nodiscard]] size_t SourceOffset(size_t at) const;
  // What bytes [begin, end) stand for.
  [[nodiscard]] std::string_view Source(size_t begin, size_t end) const;
  // `decoded`, which a parser made of bytes [begin, end), with the runs put back. Nothing where
  // marks and runs do not tally: markup that was dropped between had runs of its own.
  [[nodiscard]] std::optional<std::string> Restore(std::string_view decoded, size_t begin,
                                                   size_t end) const;

 private:
  CompactSource() = default;
  struct Run {
    size_t at = 0;      // of its mark, in bytes_
    size_t begin = 0;   // in the source
    size_t length = 0;  // in the source
    size_t mark = 0;    // bytes of its mark; 0 for an attribute that was left out
  };
  [[nodiscard]] size_t FirstRunFrom(size_t at) const;

  std::string_view source_;
  std::string bytes_;
  std::vector<Run> runs_;
};

}  // namespace crossfoot
