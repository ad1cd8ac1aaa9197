// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/outline/contents.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

Document Of(std::initializer_list<const char*> paragraphs) {
  Document document;
  for (const char* paragraph : paragraphs) {
    Block block;
    block.text.Append(paragraph, Place{});
    document.blocks.push_back(block);
  }
  return document;
}

TEST(Contents, KnowsAnEntryByItsLeaderAndPageNumber) {
  EXPECT_EQ(FindContentsEntries(Of({"一、概况……12", "二、收支 ..... 3", "支出12", "共计……"})),
            (std::vector<bool>{true, true, false, false}));
}

TEST(Contents, KnowsEntriesWithoutPageNumbersByTheirRepetition) {
  EXPECT_EQ(FindContentsEntries(Of({"目录", "概况", "收支", "概况", "本馆成立。", "收支"})),
            (std::vector<bool>{true, true, true, false, false, false}));
}

TEST(Contents, EndsBeforeTheHeadingOfTheFirstSentence) {
  EXPECT_EQ(FindContentsEntries(
                Of({"目 录", "一、职能", "二、收支表", "文化馆主要职能", "本馆负责借阅。"})),
            (std::vector<bool>{true, true, true, false, false}));
}

TEST(Contents, LeavesAReportWithoutContentsAlone) {
  EXPECT_EQ(FindContentsEntries(Of({"概况", "概况"})), (std::vector<bool>{false, false}));
}

}  // namespace
}  // namespace crossfoot
