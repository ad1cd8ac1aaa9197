// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/markdown/mark.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(Mark, TakesMarksOffAndKeepsWhatTheySay) {
  std::vector<SourceLine> lines =
      SplitLines("## 收支情况 ##\n- 说明：无\n> 引文\n---\n```\n- 3.5\n#标签\n正文\n");
  ReadMarks(&lines);
  ASSERT_EQ(lines.size(), 6U);
  EXPECT_EQ(lines[0].text, "收支情况");
  EXPECT_EQ(lines[0].markup_level, 2);
  EXPECT_EQ(lines[0].column, 4);
  EXPECT_EQ(lines[1].text, "说明：无");
  EXPECT_TRUE(lines[1].begins_item);
  EXPECT_EQ(lines[2].text, "引文");
  EXPECT_EQ(lines[3].text, "- 3.5");
  EXPECT_EQ(lines[4].text, "#标签");
  EXPECT_EQ(lines[5].text, "正文");
}

}  // namespace
}  // namespace crossfoot
