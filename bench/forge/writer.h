// SPDX-License-Identifier: GPL-3.0-or-later
//
// A manuscript as a file: plain text with its tables in one of several shapes, Markdown, or HTML;
// and where each mark stands in it.
//
// The HTML is also what the PDF producers print (bench/forge/media).
//
// Tested by tests/forge/forge_test.cpp.
#pragma once

#include <string>
#include <vector>

#include "bench/forge/manuscript.h"

namespace crossfoot::forge {

enum class Medium {
  kTabbed,  // plain text, tables by tabulators
  kPiped,   // plain text, tables with bars
  kMarkdown,
  kHtml,
};

// Where a mark stands: characters [begin, end) of a line, both counted from 1.
struct Spot {
  int line = 0;
  int begin = 0;
  int end = 0;
};

struct Written {
  std::string bytes;
  std::vector<Spot> spots;  // parallel to the marks; line 0: not written
};

Written Write(const Manuscript& manuscript, Medium medium);

}  // namespace crossfoot::forge
