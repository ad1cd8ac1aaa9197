// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/outline/nesting.h"

#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

// "（一）x。" → a line whose form and ending are those printed.
std::vector<NumberedLine> Lines(const std::vector<std::string_view>& texts) {
  std::vector<NumberedLine> lines;
  for (const std::string_view text : texts) {
    NumberedLine line;
    line.numbering = ParseNumbering(text).value_or(Numbering{});
    line.form = std::string(1, text[line.numbering.length - 1]);
    line.ending = text.ends_with("。") ? U'。' : 0;
    lines.push_back(line);
  }
  return lines;
}

std::vector<int> Parents(const std::vector<NumberedLine>& lines) {
  std::vector<int> parents;
  for (const NestedLine& line : NestNumbers(lines)) {
    parents.push_back(line.parent);
  }
  return parents;
}

TEST(Nesting, GivesTheUsualStylesTheirUsualDepth) {
  EXPECT_EQ(Parents(Lines({"一、x", "（一）x", "1.x", "2.x", "（二）x", "二、x"})),
            (std::vector<int>{-1, 0, 1, 1, 0, -1}));
}

TEST(Nesting, LetsOneStyleStandInsideItself) {
  // （二） holds （一）。（二）。; what ends like neither the inner nor a new run goes back out.
  EXPECT_EQ(Parents(Lines({"一、x", "（二）x", "（一）x。", "（二）x。", "（三）x", "（四）x"})),
            (std::vector<int>{-1, 0, 1, 1, 0, 0}));
}

TEST(Nesting, StartsAListAgainBesideTheOldOne) {
  std::vector<NumberedLine> lines = Lines({"一、x", "1.x", "2.x", "1.x", "2.x"});
  const std::vector<NestedLine> nested = NestNumbers(lines);
  EXPECT_EQ(nested[3].parent, 0);
  EXPECT_NE(nested[1].run, nested[3].run);
  EXPECT_EQ(nested[3].run, nested[4].run);
}

TEST(Nesting, SurvivesANumberLeftOutOrPrintedTwice) {
  EXPECT_EQ(Parents(Lines({"一、x", "二、x", "四、x", "四、x", "（一）x"})),
            (std::vector<int>{-1, -1, -1, -1, 3}));
}

TEST(Nesting, BoundsTheDepthOfHostileInput) {
  std::vector<NumberedLine> lines;
  for (int i = 0; i < 100000; ++i) {
    NumberedLine line;
    line.numbering = {NumberStyle::kHan, 1, 1, 3};
    line.follows_directly = true;
    lines.push_back(line);
  }
  EXPECT_EQ(NestNumbers(lines).size(), lines.size());
}

}  // namespace
}  // namespace crossfoot
