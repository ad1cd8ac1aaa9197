// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numeral_listing.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

Block Paragraph(const char* words) {
  Block block;
  block.text.Append(words, Place{0, 3, 1, {}});
  return block;
}

Anchor At(const Document& document, std::string_view words) {
  const size_t begin = document.blocks.front().text.utf8().find(words);
  return {{},
          static_cast<uint32_t>(begin),
          static_cast<uint32_t>(begin + words.size()),
          document.blocks.front().text.PlaceOf(begin, begin + words.size())};
}

TEST(NumeralListing, TellsWhatEachNumeralWasTakenFor) {
  Document document;
  document.blocks.push_back(Paragraph("第三，一般公共预算支出392.92万元，编号 7。"));
  document.furniture.emplace_back();
  document.furniture.back().Append("— 12 —", Place{0, 9, 1, {}});
  FactSet facts;
  Fact fact(At(document, "392.92万元"),
            {*Decimal::Parse("392.92"), *StandardUnit("万元"), Interval{}});
  fact.scope = Scope::kActual;
  fact.period.year = 2023;
  fact.subject = "一般公共预算支出";
  facts.facts.push_back(fact);
  Mention mention;
  mention.kind = MentionKind::kOrdinal;
  mention.anchor = At(document, "第三");
  mention.ordinal = 3;
  facts.mentions.push_back(mention);
  EXPECT_EQ(PrintNumerals("a.txt", document, facts),
            "a.txt:3:1\tordinal\t第三\t3\t【第三】，一般公共预算支出3\n"
            "a.txt:3:4\tword\t一\t-\t第三，【一】般公共预算支出392\n"
            "a.txt:3:12\tfact\t392.92万元\t392.92 万元 | actual | 2023 | - | 一般公共预算支出\t"
            "三，一般公共预算支出【392.92万元】，编号 7。\n"
            "a.txt:3:24\tunread\t7\t-\t2.92万元，编号 【7】。\n"
            "a.txt:9:3\tfurniture\t12\t-\t— 【12】 —\n");
}

}  // namespace
}  // namespace crossfoot
