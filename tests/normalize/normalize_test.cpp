// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/normalize.h"

#include <gtest/gtest.h>

#include "model/fact_text.h"

namespace crossfoot {
namespace {

// One paragraph a string, on lines 1, 2, 3 …
Document Paragraphs(const std::vector<std::string>& paragraphs) {
  Document document;
  for (size_t i = 0; i < paragraphs.size(); ++i) {
    Block block;
    block.text.Append(paragraphs[i], Place{0, static_cast<int>(i) + 1, 1, {}});
    document.blocks.push_back(std::move(block));
  }
  return document;
}

TEST(Normalize, GivesEveryFactTheWordsItStandsOn) {
  const Document document =
      Paragraphs({"2023年我单位年初安排预算数为392.92 万元，其中：上级安排0万元。",
                  "实有在职人员19人，比上年增加1 人。"});
  const FactSet facts = Normalize(document, Lexicon::BuiltIn());
  ASSERT_EQ(facts.facts.size(), 4U);
  for (const Fact& fact : facts.facts) {
    const Text& text = document.TextAt(fact.anchor.address);
    const std::string_view quote = text.View(fact.anchor.begin, fact.anchor.end);
    EXPECT_NE(quote.find(fact.quantity.value.ToString()), std::string_view::npos) << quote;
  }
  EXPECT_EQ(facts.facts[0].subject, "年初安排预算数");
  EXPECT_EQ(facts.facts[3].subject, "实有在职人员");
  EXPECT_TRUE(Has(facts.facts[3].qualifiers, Qualifier::kIncrease));
}

}  // namespace
}  // namespace crossfoot
