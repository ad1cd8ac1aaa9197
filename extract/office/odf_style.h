// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the styles of an OpenDocument file say that matters to a reader: what is hidden, bold or
// centred, and how lists and headings are numbered (自动编号).
//
// Tested by tests/extract/office/flat_odf_test.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/html/markup_tree.h"

namespace crossfoot {

// One level of a list: 第%1%条 in the numbers of `format`.
struct OdfListLevel {
  std::string format;   // "1" "a" "I" "一, 二, 三, ..."; empty: no number (a bullet)
  std::string pattern;  // %1% %2% … stand for the levels' numbers
  int start = 1;
};

struct OdfListStyle {
  std::vector<OdfListLevel> levels;  // the first is level 1
};

struct OdfLook {
  bool hidden = false;
  bool bold = false;
  bool centred = false;
};

class OdfStyles {
 public:
  // Styles stand before the body in a flat file; all are read. O(nodes).
  explicit OdfStyles(const MarkupTree& tree);
  // Of a style and those it is made from; family is "paragraph", "text", "table" ….
  [[nodiscard]] OdfLook Look(std::string_view family, std::string_view name) const;
  // nullptr where there is none.
  [[nodiscard]] const OdfListStyle* List(std::string_view name) const;
  // How headings are numbered that stand in no list.
  [[nodiscard]] const OdfListStyle& Outline() const { return outline_; }

 private:
  struct Style {
    OdfLook look;
    bool says_bold = false;
    bool says_centred = false;
    std::string parent;
  };

  std::map<std::string, Style> styles_;  // by family and name
  std::map<std::string, OdfListStyle, std::less<>> lists_;
  OdfListStyle outline_;
};

}  // namespace crossfoot
