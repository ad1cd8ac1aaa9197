// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/office/xml_reader.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(XmlReader, GivesElementsAndTextsInOrder) {
  const auto tree = ParseXml("<?xml version='1.0'?><a x='1'>甲<b/>&lt;乙</a>", {});
  ASSERT_TRUE(tree.ok()) << tree.error().message;
  ASSERT_EQ(tree->size(), 4U);
  EXPECT_EQ((*tree)[0].tag, "a");
  EXPECT_EQ((*tree)[0].Attribute("x"), "1");
  EXPECT_EQ((*tree)[0].end, 4U);
  EXPECT_EQ((*tree)[1].text, "甲");
  EXPECT_EQ((*tree)[2].tag, "b");
  EXPECT_EQ((*tree)[3].text, "<乙");
}

TEST(XmlReader, LeavesPicturesOut) {
  const auto tree = ParseXml("<a><office:binary-data>AAAA</office:binary-data>x</a>", {});
  ASSERT_TRUE(tree.ok());
  EXPECT_EQ(tree->back().text, "x");
  EXPECT_EQ(tree->size(), 3U);
}

TEST(XmlReader, RefusesWhatIsNotWellFormed) {
  for (const char* xml : {"", "<a>", "<a></b>", "<a/><b/>", "\xFF\xFE<a/>", "<a>&none;</a>"}) {
    const auto tree = ParseXml(xml, {});
    ASSERT_FALSE(tree.ok()) << xml;
    EXPECT_EQ(tree.error().code, ErrorCode::kBrokenMarkup);
  }
}

TEST(XmlReader, RefusesEntitiesThatGrow) {
  const auto tree =
      ParseXml("<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;&x;'>]><a>&y;</a>", {});
  ASSERT_FALSE(tree.ok());
  EXPECT_EQ(tree.error().code, ErrorCode::kBrokenMarkup);
}

TEST(XmlReader, RefusesDeepNesting) {
  std::string xml;
  for (int i = 0; i < 100'000; ++i) {
    xml += "<a>";
  }
  const auto tree = ParseXml(xml, {});
  ASSERT_FALSE(tree.ok());
  EXPECT_EQ(tree.error().code, ErrorCode::kLimitExceeded);
}

}  // namespace
}  // namespace crossfoot
