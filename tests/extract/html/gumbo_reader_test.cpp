// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/html/gumbo_reader.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(GumboReader, KeepsDocumentOrderAndPlaces) {
  const std::string html = "<p class=x>甲&amp;<b>乙</b></p>";
  const Result<MarkupTree> tree = ParseHtml(html, {});
  ASSERT_TRUE(tree.ok());
  std::string text;
  for (const MarkupNode& node : *tree) {
    EXPECT_GT(node.end, static_cast<size_t>(&node - tree->data()));
    EXPECT_LE(node.end, tree->size());
    text += node.text;
    if (node.tag == "p") {
      EXPECT_EQ(node.Attribute("class"), "x");
    }
    if (node.text == "乙") {
      EXPECT_EQ(html.substr(node.offset, 3), "乙");
    }
  }
  EXPECT_EQ(text, "甲&乙");
}

TEST(GumboReader, RefusesMoreTagsThanAnyPageHas) {
  std::string html;
  for (int i = 0; i < 4'000'001; ++i) {
    html += "<i";
  }
  const Result<MarkupTree> tree = ParseHtml(html, {});
  ASSERT_FALSE(tree.ok());
  EXPECT_EQ(tree.error().code, ErrorCode::kLimitExceeded);
}

}  // namespace
}  // namespace crossfoot
