// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/normalize.h"

#include <random>

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "tests/normalize/sample_document.h"

namespace crossfoot {
namespace {

// Every anchor leads to characters of its own text, and they hold the value's digits.
void ExpectQuotesAtTheirAnchors(const Document& document, const FactSet& facts) {
  for (const Fact& fact : facts.facts) {
    const Text& text = document.TextAt(fact.anchor.address);
    ASSERT_LT(fact.anchor.begin, fact.anchor.end);
    ASSERT_LE(fact.anchor.end, text.utf8().size());
    EXPECT_TRUE(fact.quantity.value.valid());
    EXPECT_EQ(fact.anchor.place, text.PlaceOf(fact.anchor.begin, fact.anchor.end));
    if (Has(fact.qualifiers, Qualifier::kChineseNumeral) ||
        fact.quantity.unit.dimension == Dimension::kRatio) {
      continue;
    }
    std::string digits;
    const std::string_view quote = text.View(fact.anchor.begin, fact.anchor.end);
    for (size_t at = 0; at < quote.size();) {
      const Utf8Step step = DecodeUtf8(quote, at);
      at += step.length;
      if (DigitValue(step.code) >= 0) {
        digits += static_cast<char>('0' + DigitValue(step.code));
      }
    }
    std::string value;
    for (const char c : fact.quantity.value.ToString()) {
      value += c >= '0' && c <= '9' ? std::string(1, c) : "";
    }
    EXPECT_NE(digits.find(value), std::string::npos) << quote << " is not " << value;
  }
  for (const Mention& mention : facts.mentions) {
    ASSERT_LT(mention.anchor.begin, mention.anchor.end);
    ASSERT_LE(mention.anchor.end, document.TextAt(mention.anchor.address).utf8().size());
  }
}

TEST(Normalize, GivesEveryFactTheWordsItStandsOn) {
  const Document document =
      SampleDocument()
          .Paragraph("2023年我单位年初安排预算数为392.92 万元，其中：上级安排0万元。")
          .Paragraph("实有在职人员19人，比上年增加1 人。")
          .Get();
  const FactSet facts = Normalize(document, Lexicon::BuiltIn());
  ASSERT_EQ(facts.facts.size(), 4U);
  for (const Fact& fact : facts.facts) {
    const Text& text = document.TextAt(fact.anchor.address);
    const std::string_view quote = text.View(fact.anchor.begin, fact.anchor.end);
    EXPECT_NE(quote.find(fact.quantity.value.ToString()), std::string_view::npos) << quote;
  }
  ExpectQuotesAtTheirAnchors(document, facts);
  EXPECT_EQ(facts.facts[0].subject, "年初安排预算数");
  EXPECT_EQ(facts.facts[3].subject, "实有在职人员");
  EXPECT_TRUE(Has(facts.facts[3].qualifiers, Qualifier::kIncrease));
}

TEST(Normalize, TakesAnyTextAndAnyTable) {
  const std::string_view pieces[] = {
      "预算数", "一级指标", "三级指标", "得分",   "分值",  "其中：", "，",   "。",
      "、",     "2023年",   "12.5",     "万元",   "1,234", "（",     "）",   "增加",
      "占",     "的",       "100%",     "分别为", "和",    "一、",   "合计", "单位：",
      "×",      "=",        "/",        "-",      "\xff",  "三百",   "人",   "指标①",
      "指标值", "比上年",   " ",        "“",      "”",     "0",      "9",    "部门名称："};
  std::mt19937 random(7);
  const auto words = [&](size_t most) {
    std::string out;
    for (size_t i = random() % most; i > 0; --i) {
      out += pieces[random() % std::size(pieces)];
    }
    return out;
  };
  for (int round = 0; round < 400; ++round) {
    SampleDocument document;
    document.Heading("一、", words(5)).Paragraph(words(40)).Paragraph(words(12));
    std::vector<std::string> rows;
    for (size_t row = random() % 6 + 1; row > 0; --row) {
      std::string line = words(5);
      for (size_t column = random() % 6; column > 0; --column) {
        line += "|" + words(4);
      }
      rows.push_back(line);
    }
    document.Table(rows, static_cast<int>(random() % 3), static_cast<int>(random() % 3), words(4));
    ExpectQuotesAtTheirAnchors(document.Get(), Normalize(document.Get(), Lexicon::BuiltIn()));
  }
}

TEST(Normalize, IsTheSameTwice) {
  const SampleDocument document =
      SampleDocument().Paragraph("预算5万元，支出4万元。").Table({"甲|1|2", "乙|3|4"}, 1, 1);
  const FactSet once = Normalize(document.Get(), Lexicon::BuiltIn());
  const FactSet again = Normalize(document.Get(), Lexicon::BuiltIn());
  ASSERT_EQ(once.facts.size(), again.facts.size());
  for (size_t i = 0; i < once.facts.size(); ++i) {
    EXPECT_EQ(once.facts[i].subject, again.facts[i].subject);
    EXPECT_EQ(once.facts[i].quantity.value, again.facts[i].quantity.value);
  }
}

TEST(Normalize, StaysLinearInALongParagraphAndAnEmptyDocument) {
  std::string words;
  for (int i = 0; i < 20'000; ++i) {
    words += "甲乙丙丁，支出5万元、";
  }
  const SampleDocument document =
      SampleDocument().Paragraph(words).Paragraph(std::string(100'000, '8'));
  EXPECT_EQ(Normalize(document.Get(), Lexicon::BuiltIn()).facts.size(), 20'000U);
  EXPECT_TRUE(Normalize(Document(), Lexicon::BuiltIn()).facts.empty());
}

}  // namespace
}  // namespace crossfoot
