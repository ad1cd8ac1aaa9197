// SPDX-License-Identifier: GPL-3.0-or-later
//
// Finds the headings of a report and builds its section tree (提纲); the one place that decides
// what a heading is, whatever the report was published as.
//
// Takes a Document whose blocks are paragraphs and tables in reading order. Marks each block a
// heading, a list item or a paragraph, fills Document::outline, and tells every block its section.
// Numbers are kept as printed.
//
// METHOD      Number: every paragraph that begins with a number (numbering.h). Nest: numbers become
// a
//             tree (nesting.h). Classify: siblings are judged together. A heading is short, whole
//             on its line and has something under it; list items follow each other with nothing
//             between; a run-in heading opens a paragraph that goes on. Unnumbered headings are
//             only those that markup or type set apart.
// LIMITS      A heading with nothing under it is seen only where its siblings are headings.
//
// Tested by tests/extract/outline/outline_test.cpp.
#pragma once

#include <span>

#include "model/document.h"

namespace crossfoot {

// What the source's look says of a block; the defaults say nothing.
struct HeadingHints {
  int markup_level = 0;      // 1 for <h1> and #, 2 for <h2> and ## …
  float size_ratio = 1;      // of its type size to the body's
  bool bold = false;         // all of it
  bool centred = false;      // between the text margins, and not as wide as they are
  bool in_contents = false;  // an entry of the table of contents (目录), not a heading
};

// `hints` is parallel to document->blocks, or empty. O(text).
void BuildOutline(std::span<const HeadingHints> hints, Document* document);

}  // namespace crossfoot
