// SPDX-License-Identifier: GPL-3.0-or-later
//
// The report's running text as a finder reads it: sentences, each with its figures in order and the
// words between them.
//
// A sentence ends at 。！？ or at a full stop that is not a decimal point; ； and ， stay inside.
// Table cells count as prose when they hold whole sentences (the rubric of a score sheet does).
//
// Tested by tests/validate/prose_test.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.h"
#include "model/fact_set.h"

namespace crossfoot {

// A figure in its sentence.
struct Said {
  FactId fact = -1;
  uint32_t begin = 0;  // in the whole text, its unit included
  uint32_t end = 0;
  std::string_view before;  // words since the figure before it, or since the sentence began
  std::string_view after;   // words up to the next figure, or to the sentence's end
  std::string_view label;   // the last clause of `before`: what the figure is called
  int sentence = 0;         // in its paragraph
  int depth = 0;            // how many brackets it stands in
};

// One text: a paragraph, a list item, a long cell.
struct Passage {
  TextAddress address;
  std::string_view text;
  std::vector<Said> figures;                             // in order
  std::vector<std::pair<uint32_t, uint32_t>> sentences;  // [begin, end)
  int section = -1;                                      // index in the outline, or -1
};

// All blocks and long cells that hold words, in reading order. Views into `document`.
std::vector<Passage> ReadProse(const Document& document, const FactSet& facts);

// The last clause of `words`: after the last ，,；;、。：: .
std::string_view LastClause(std::string_view words);

// The clause around [begin, end) of `text`: back and forth to the nearest ，,；;。：: (a quote for
// people; never longer than about 80 characters).
std::string_view ClauseAround(std::string_view text, size_t begin, size_t end);

}  // namespace crossfoot
