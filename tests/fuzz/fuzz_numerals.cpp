// SPDX-License-Identifier: GPL-3.0-or-later
//
// Any bytes, taken for the words of a paragraph or a cell, are read into numerals that are in
// order, do not overlap, lie within the text, and leave no digit outside. A quantity's value is
// valid. No exception, no hang: the time is linear in the text.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/utf8.h"
#include "normalize/lexicon.h"
#include "normalize/numeral_scanner.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using crossfoot::normalize::Characters;
  using crossfoot::normalize::Reading;
  const std::string_view words(reinterpret_cast<const char*>(data), size);
  if (!crossfoot::IsValidUtf8(words)) {
    return 0;
  }
  const Characters text(words);
  for (const bool in_cell : {false, true}) {
    size_t end = 0;
    std::vector<bool> read(text.size(), false);
    for (const Reading& reading :
         crossfoot::normalize::ReadNumerals(text, crossfoot::Lexicon::BuiltIn(), in_cell)) {
      CROSSFOOT_CHECK(reading.begin >= end && reading.begin < reading.end);
      CROSSFOOT_CHECK(reading.end <= text.size());
      CROSSFOOT_CHECK(!reading.is_quantity || reading.value.valid());
      end = reading.end;
      std::fill(read.begin() + static_cast<std::ptrdiff_t>(reading.begin),
                read.begin() + static_cast<std::ptrdiff_t>(reading.end), true);
    }
    for (size_t i = 0; i < text.size(); ++i) {
      CROSSFOOT_CHECK(read[i] || text[i] < U'0' || text[i] > U'9');
    }
  }
  return 0;
}
