// SPDX-License-Identifier: GPL-3.0-or-later
//
// Attributes that no reader asks for and that change nothing of how a page is parsed: most of what
// office programs and editors write into a page.
//
// Only what could not matter wherever it stands: name="value" in quotes, behind a blank or a
// slash, without < or > in it, so that taking it away ends no comment, script or tag elsewhere.
// What is read may go, too, where it says what holds anyway (colspan="1") or nothing that is looked
// for (a style of indents), and stands once in its tag.
//
// Tested by tests/extract/html/compact_source_test.cpp.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace crossfoot {

struct ByteRange {
  size_t begin = 0;
  size_t end = 0;
};

// Whether readers of the tree ask for the attribute; `name` in small letters.
bool IsReadAttribute(std::string_view name);

class UnreadAttributes {
 public:
  explicit UnreadAttributes(std::string_view html) : html_(html) {}

  // The next one that begins at `at` or later, or the source's end. `at` must not go back. O(bytes)
  // over all calls.
  ByteRange NextFrom(size_t at);

 private:
  // Finds those of the tag that begins at `at`; gives where the tag ends.
  size_t ReadTag(size_t at);
  [[nodiscard]] size_t SkipBlanks(size_t at) const;

  std::string_view html_;
  size_t looked_to_ = 0;
  std::vector<ByteRange> found_;  // of the tag looked at last
  size_t next_ = 0;               // in found_
};

}  // namespace crossfoot
