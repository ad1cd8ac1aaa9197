// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/prose.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

struct Built {
  Document document;
  FactSet facts;
};

// One paragraph, with a fact for every run of digits (its 万元 left out of the anchor).
Built Paragraph(const std::string& text) {
  Built built;
  Block block;
  block.text.Append(text, {});
  built.document.blocks.push_back(block);
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && ((text[end] >= '0' && text[end] <= '9') || text[end] == '.')) {
      ++end;
    }
    if (end == at || text[at] == '.') {
      ++at;
      continue;
    }
    built.facts.facts.emplace_back(
        Anchor{{}, static_cast<uint32_t>(at), static_cast<uint32_t>(end), {}},
        Quantity{*Decimal::Parse(text.substr(at, end - at)), {}, {}});
    at = end;
  }
  return built;
}

TEST(Prose, AFullStopEndsASentenceADecimalPointDoesNot) {
  const Built built =
      Paragraph("总支出223.44元.其中基本支出220.36万元；项目支出3.08万元。年末结余0万元");
  const auto prose = ReadProse(built.document, built.facts);
  ASSERT_EQ(prose.size(), 1U);
  EXPECT_EQ(prose[0].sentences.size(), 3U);
  ASSERT_EQ(prose[0].figures.size(), 4U);
  EXPECT_EQ(prose[0].figures[0].sentence, 0);
  EXPECT_EQ(prose[0].figures[1].before, "其中基本支出");
  EXPECT_EQ(prose[0].figures[2].sentence, 1);
  EXPECT_EQ(prose[0].figures[2].label, "项目支出");
  EXPECT_EQ(prose[0].figures[3].sentence, 2);
}

TEST(Prose, KnowsWhichFiguresStandInBrackets) {
  const Built built = Paragraph("集中供水单位15间（市政水厂11间、村级水厂4间），消毒企业115间。");
  const auto prose = ReadProse(built.document, built.facts);
  ASSERT_EQ(prose[0].figures.size(), 4U);
  EXPECT_EQ(prose[0].figures[0].depth, 0);
  EXPECT_EQ(prose[0].figures[1].depth, 1);
  EXPECT_EQ(prose[0].figures[2].depth, 1);
  EXPECT_EQ(prose[0].figures[3].depth, 0);
}

TEST(Prose, AQuoteIsTheClauseAroundAFigure) {
  const std::string text = "2023年，年初预算100万元，全年支出90万元。";
  const size_t at = text.find("100");
  EXPECT_EQ(ClauseAround(text, at, at + 3), "年初预算100万元");
  EXPECT_EQ(ClauseAround(text, 0, text.size() + 5), text);
}

}  // namespace
}  // namespace crossfoot
