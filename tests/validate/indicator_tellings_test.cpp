// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/indicator_tellings.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

// A paragraph whose figures are runs of digits, and a sheet of two indicators.
std::vector<IndicatorTelling> Read(const std::string& text) {
  Document document;
  Block block;
  block.text.Append(text, {});
  document.blocks.push_back(block);
  FactSet facts;
  for (const char* name : {"苗木成活达标率", "抽检林场任务数"}) {
    Indicator one;
    one.level3 = name;
    one.table = 0;
    facts.indicators.push_back(one);
  }
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
      ++end;
    }
    if (end > at) {
      facts.facts.emplace_back(
          Anchor{{}, static_cast<uint32_t>(at), static_cast<uint32_t>(end), {}},
          Quantity{*Decimal::Parse(text.substr(at, end - at)), {}, {}});
    }
    at = std::max(end, at + 1);
  }
  return ReadIndicatorTellings(facts, ReadProse(document, facts));
}

TEST(IndicatorTellings, EachFigureGoesWhereItsWordsSay) {
  const auto told = Read(
      "①苗木成活达标率：目标值≥90%，实际完成值96%，分值20分，得分19分。"
      "②抽检林场任务数：目标值≥50家，实际完成值58家。");
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(told[0].indicator, 0);
  EXPECT_EQ(told[0].target, 0);
  EXPECT_EQ(told[0].actual, 1);
  EXPECT_EQ(told[0].weight, 2);
  EXPECT_EQ(told[0].score, 3);
  EXPECT_EQ(told[1].target, 4);
  EXPECT_EQ(told[1].actual, 5);
  EXPECT_EQ(told[1].score, -1);
}

TEST(IndicatorTellings, ANameInsideOtherWordsTellsNothing) {
  EXPECT_TRUE(Read("省级抽检林场任务数考核目标值为60家。").empty());
}

}  // namespace
}  // namespace crossfoot
