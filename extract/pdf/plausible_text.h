// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether the characters a font claims to show can be Chinese text (乱码 or not).
//
// METHOD      Some six hundred characters make up most of any Chinese text, of reports, of tables,
//             even of lists of names. A map that leads to wrong characters, which a damaged or
//             deliberately garbled ToUnicode map does, hits them no more often than chance.
// LIMITS      Below a hundred Chinese characters nothing is said. Digits and Latin letters that are
//             mapped to other digits and letters are not noticed.
//
// Tested by tests/extract/pdf/plausible_text_test.cpp.
#pragma once

#include <cstddef>

namespace crossfoot {

class HanTally {
 public:
  void Add(char32_t code);
  // False where there is enough to tell, and it is no Chinese.
  [[nodiscard]] bool Plausible() const;

 private:
  size_t han_ = 0;
  size_t common_ = 0;
};

}  // namespace crossfoot
