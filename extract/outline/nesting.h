// SPDX-License-Identifier: GPL-3.0-or-later
//
// Numbers in reading order become a tree: which number is whose sibling, and under which it stands.
//
// No style has a fixed depth: 一、 may hold （一） or 1., and reports put （一） under （二） of
// the same style. A number joins the open run that it continues; of several that it would continue,
// the one whose members look most like it (same delimiter, same ending, same type). One that
// continues none opens a run: inside the last number, or beside it when it only starts a list
// again.
//
// Tested by tests/extract/outline/nesting_test.cpp.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "extract/outline/numbering.h"

namespace crossfoot {

// One numbered paragraph, as far as its place in the tree depends on it.
struct NumberedLine {
  Numbering numbering;
  std::string form;     // delimiter and brackets as printed, digits left out: "（）", "."
  char32_t ending = 0;  // 。 ： ； or 0: how the paragraph ends
  bool many_sentences = false;
  int markup_level = 0;  // 0: no markup says
  float size_ratio = 1;  // of its type to the body's
  bool bold = false;
  bool under_new_heading = false;  // an unnumbered heading stands between it and the number before
  bool follows_directly = false;   // nothing stands between it and the number before
};

struct NestedLine {
  int parent = -1;  // index in the lines, or -1
  int run = 0;      // siblings that continue one another share it; runs count from 0
};

// Parallel to `lines`. O(lines × open runs), open runs being bounded.
std::vector<NestedLine> NestNumbers(std::span<const NumberedLine> lines);

}  // namespace crossfoot
