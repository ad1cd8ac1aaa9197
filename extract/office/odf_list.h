// SPDX-License-Identifier: GPL-3.0-or-later
//
// Counts the items of a word processor's lists and says what is printed before each: 一、 （二） 3.
//
// Word numbers headings by itself more often than authors type the numbers, so that without this
// the outline of a DOCX would be lost.
//
// Tested by tests/extract/office/odf_list_test.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/office/odf_style.h"

namespace crossfoot {

// `number` in an OpenDocument number format: 12 is "12", "十二", "XII", "l", "⑫". A number that the
// format cannot say is decimal.
std::string FormatListNumber(int number, std::string_view format);

class OdfListCounter {
 public:
  static constexpr size_t kMostLevels = 10;

  // A list begins that stands in no other. `goes_on` counts on from the last list of its style, or
  // from the list named `continues`.
  void BeginList(std::string_view style, std::string_view id, bool goes_on,
                 std::string_view continues);
  // An item with a paragraph of its own at `level` (from 1): its label, or empty. `start` ≥ 0 sets
  // the number.
  std::string NextLabel(const OdfListStyle& style, size_t level, int start);

 private:
  using Counts = std::array<int, kMostLevels>;

  size_t current_ = 0;
  std::vector<Counts> counts_;
  std::map<std::string, size_t, std::less<>> by_id_;
  std::map<std::string, size_t, std::less<>> by_style_;
};

}  // namespace crossfoot
