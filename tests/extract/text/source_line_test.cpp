// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/source_line.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(SourceLine, CountsEveryKindOfLineEndOnce) {
  const std::vector<SourceLine> lines = SplitLines(
      "a\nb\r\nc\rd\xC2\x85"
      "e\xE2\x80\xA8"
      "f\fg\n\nh");
  ASSERT_EQ(lines.size(), 8U);
  EXPECT_EQ(lines[5].number, 6);
  EXPECT_EQ(lines[6].number, 6);  // a form feed parts pages, not lines
  EXPECT_TRUE(lines[6].page_break_before);
  EXPECT_EQ(lines[7].number, 8);
  EXPECT_EQ(lines[7].blanks_before, 1);
}

TEST(SourceLine, KeepsLeadingTabsInTheRawLine) {
  const std::vector<SourceLine> lines = SplitLines("\t\t馆藏\t3\n");
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_TRUE(lines[0].tabbed);
  EXPECT_EQ(lines[0].raw, "\t\t馆藏\t3");
  EXPECT_EQ(lines[0].text, "馆藏\t3");
  EXPECT_EQ(lines[0].column, 3);
}

TEST(SourceLine, MeasuresAsTypeIsSet) {
  EXPECT_EQ(SplitLines("“馆”①3")[0].width, 2 + 2 + 2 + 2 + 1);
}

}  // namespace
}  // namespace crossfoot
