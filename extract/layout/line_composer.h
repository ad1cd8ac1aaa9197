// SPDX-License-Identifier: GPL-3.0-or-later
//
// The characters of one printed line, left to right, become Text: typesetting blanks gone, one
// blank where words part, every character leading back to its own box.
//
// Text shares a segment's box out evenly over its characters. So a segment here is a run of
// constant pitch: Chinese, or digits, or one Latin word.
//
// Tested by tests/extract/layout/line_composer_test.cpp.
#pragma once

#include <string>

#include "extract/layout/page_content.h"
#include "model/text.h"

namespace crossfoot {

// Whether a blank belongs between two characters that stand `gap` ems apart. `drawn`: the page
// draws one there. `chinese`: Chinese stands on the line, so that its quotation marks are Chinese
// ones. Between Chinese and anything a blank is typesetting unless it is wide enough to part two
// fields of a form.
bool BlankBelongs(char32_t before, char32_t after, float gap, bool drawn, bool chinese);

// Whether a blank belongs where a wrapped line is joined with the next. `chinese`: the paragraph is
// written in Chinese, where a number may be broken anywhere.
bool BlankAtWrap(char32_t before, char32_t after, bool chinese);

class LineComposer {
 public:
  explicit LineComposer(int page) { place_.page = page; }

  // Blanks that the page draws are passed in too.
  void Add(const Glyph& glyph);
  // The line's text so far; starts anew.
  Text Finish();

 private:
  enum class Pitch { kWide, kFigure, kLetter };
  void Append(char32_t code, const Box& box, float em, Pitch pitch, float confidence);
  void Flush();

  Place place_;
  Text out_;
  std::string run_;
  Box run_box_;
  int run_length_ = 0;
  float run_pitch_ = 0;
  Pitch pitch_ = Pitch::kWide;
  float confidence_ = 1;
  bool has_last_ = false;
  bool chinese_ = false;
  bool blank_drawn_ = false;
  char32_t last_ = 0;
  Box last_box_;
  float last_em_ = 0;
};

}  // namespace crossfoot
