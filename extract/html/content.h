// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which elements of a page are seen, and which of those are the site's furniture instead of the
// report: navigation, breadcrumbs, share buttons, footers, lists of links.
//
// An element is furniture by its tag, role, class or id, or because nearly all it says are links;
// but never when it holds a good part of the page's text.
//
// Tested by tests/extract/html/html_reader_test.cpp.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/html/markup_tree.h"

namespace crossfoot {

enum class Visibility { kHidden, kFurniture, kContent };

class PageContentFilter {
 public:
  explicit PageContentFilter(const MarkupTree& tree);
  // Of the element itself, its parents left aside. O(attributes).
  [[nodiscard]] Visibility Of(size_t element) const;

 private:
  [[nodiscard]] bool IsLinkList(size_t element) const;

  const MarkupTree& tree_;
  std::vector<size_t> text_before_;  // bytes of text before each node, blanks left out
  std::vector<size_t> link_text_before_;
  std::vector<size_t> links_before_;
};

}  // namespace crossfoot
