// SPDX-License-Identifier: GPL-3.0-or-later
//
// A parsed HTML page as plain data: elements and texts in document order, each knowing where in the
// source it stood.
//
// A node's subtree is the nodes [index, end). Text is decoded; `raw` is what stood in the source.
//
// Tested by tests/extract/html/gumbo_reader_test.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crossfoot {

struct MarkupNode {
  std::string tag;       // lower case; empty for a text
  std::string text;      // of a text, entities decoded
  std::string_view raw;  // of a text, in the source
  std::vector<std::pair<std::string, std::string>> attributes;
  size_t offset = 0;  // in the source, in bytes
  size_t end = 0;     // index after its subtree

  [[nodiscard]] bool IsText() const { return tag.empty(); }
  // Empty when there is none.
  [[nodiscard]] std::string_view Attribute(std::string_view name) const {
    for (const auto& [key, value] : attributes) {
      if (key == name) {
        return value;
      }
    }
    return {};
  }
  [[nodiscard]] bool HasAttribute(std::string_view name) const {
    for (const auto& attribute : attributes) {
      if (attribute.first == name) {
        return true;
      }
    }
    return false;
  }
};

using MarkupTree = std::vector<MarkupNode>;  // the first is the root element

}  // namespace crossfoot
