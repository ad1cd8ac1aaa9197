// SPDX-License-Identifier: GPL-3.0-or-later
//
// How much page description a page makes its reader interpret. A few kilobytes may unfold to
// gigabytes of operators that paint nothing, and a form may be drawn a hundred thousand times;
// Poppler asks nobody whether to go on with those.
//
// COST        A page's own streams are unfolded to be measured only where they are large enough to
//             hide more than the budget; each form once a page.
//
// Tested by tests/extract/pdf/pdf_reader_test.cpp.
#pragma once

#include <cstdint>
#include <map>

#include <poppler/Object.h>

namespace crossfoot {

class ContentMeter {
 public:
  explicit ContentMeter(int64_t budget) : left_(budget) {}

  // Whether a stream, or an array of streams, is within what is left of the budget, which is less
  // by it then. Anything else costs nothing.
  bool Take(Object* contents);
  // The same of a form, which is remembered.
  bool Take(Object* form, Ref id);
  // Of a form that was taken before: whether it was, and is within the budget once more.
  bool TakeAgain(Ref id);

 private:
  [[nodiscard]] int64_t Measure(Object* contents, bool exactly) const;

  int64_t left_;
  std::map<int, int64_t> forms_;  // by object number: unfolded size in bytes
};

}  // namespace crossfoot
