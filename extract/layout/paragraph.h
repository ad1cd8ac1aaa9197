// SPDX-License-Identifier: GPL-3.0-or-later
//
// Joins the lines that a page wrapped to the paragraphs their author wrote (段落), over columns and
// page breaks too.
//
// METHOD      The test is the typesetter's own: would the beginning of the next line still have
//             fitted on this one? If so the author broke the line. Else the two go together, unless
//             the next one stands in by a first line's indent, begins with a number where
//             paragraphs begin, is set in another size, or stands apart. A line that cannot be an
//             end (，、（) goes on in any case.
// LIMITS      A paragraph that ends exactly at the margin is joined with the next one when neither
//             indent, number, nor spacing tells them apart.
//
// Tested by tests/extract/layout/paragraph_test.cpp.
#pragma once

#include <map>
#include <span>
#include <utility>
#include <vector>

#include "extract/layout/flow_line.h"
#include "model/text.h"

namespace crossfoot {

struct Paragraph {
  Text text;
  float font_size = 0;
  bool bold = false;
  bool centered = false;
  int page = 0;
};

// The margins between which a document sets its text: those that the lines of a column share. A
// column of a few short lines takes its margins from the others.
class Measures {
 public:
  // All lines of running text, furniture left out.
  explicit Measures(std::span<const FlowLine> lines);

  struct Measure {
    float left = 0;
    float right = 0;
  };
  // Of the column that `line` stands in.
  [[nodiscard]] Measure Of(const FlowLine& line) const;
  // Whether paragraphs begin with an indent.
  [[nodiscard]] bool indents() const { return indents_; }
  // Whether more room stands between paragraphs than between their lines.
  [[nodiscard]] bool spaces() const { return spaces_; }
  // The font size of most characters.
  [[nodiscard]] float body_size() const { return body_size_; }
  // From baseline to baseline where a sentence goes on in the next line; 0 where none does.
  [[nodiscard]] float pitch() const { return pitch_; }
  // Whether the line stands in the middle between its margins, clear of both.
  [[nodiscard]] bool IsCentered(const FlowLine& line) const;

 private:
  [[nodiscard]] float PitchOf(std::span<const FlowLine> lines) const;
  [[nodiscard]] bool HasSpaces(std::span<const FlowLine> lines) const;

  std::map<std::pair<int, int>, Measure> own_;  // by page and column, where its lines suffice
  std::map<int, Measure> shared_;               // by width of the page, of lines beside no others
  float body_size_ = 0;
  float pitch_ = 0;
  bool indents_ = false;
  bool spaces_ = false;
};

// Lines in reading order, with nothing (no table) between them.
std::vector<Paragraph> JoinLines(std::span<const FlowLine> lines, const Measures& measures);

}  // namespace crossfoot
