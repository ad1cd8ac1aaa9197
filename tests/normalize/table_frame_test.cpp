// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/table_frame.h"

#include <memory>

#include <gtest/gtest.h>

#include "tests/normalize/sample_document.h"

namespace crossfoot::normalize {
namespace {

class FrameOf {
 public:
  explicit FrameOf(SampleDocument document) : document_(std::move(document)) {
    for (const TextAddress& address : document_.Get().AllTexts()) {
      texts_.emplace_back(document_.Get(), address, Lexicon::BuiltIn());
    }
    for (const ScannedText& text : texts_) {
      cells_.push_back(&text);
    }
    frame_ =
        std::make_unique<TableFrame>(document_.Get().tables.front(), cells_, Lexicon::BuiltIn());
  }
  const TableFrame* operator->() const { return frame_.get(); }

 private:
  SampleDocument document_;
  std::vector<ScannedText> texts_;
  std::vector<const ScannedText*> cells_;
  std::unique_ptr<TableFrame> frame_;
};

using Path = std::vector<std::string>;

TEST(TableFrame, GivesPathsOutermostFirst) {
  const FrameOf frame(
      SampleDocument().Table({"指标|支出|支出", "^|基本|项目", "投入|5|6", "^|7|8"}, 2, 1));
  EXPECT_EQ(frame->ColumnPath(2, 2), (Path{"支出", "项目"}));
  EXPECT_EQ(frame->RowPath(3, 1), (Path{"投入"}));
  EXPECT_TRUE(frame->IsHeaderRow(1));
  EXPECT_TRUE(frame->IsLabel(2, 0));
  EXPECT_FALSE(frame->IsLabel(2, 1));
}

TEST(TableFrame, LetsAHeaderInsideTheBodyTakeOver) {
  const FrameOf frame(SampleDocument().Table(
      {"资金来源|预算数|执行数", "总资金|5|5", "一级指标|三级指标|得分", "产出|数量|9"}, 1, 1));
  EXPECT_EQ(frame->ColumnPath(1, 2), (Path{"执行数"}));
  EXPECT_EQ(frame->ColumnPath(3, 2), (Path{"得分"}));
  EXPECT_TRUE(frame->IsHeaderRow(2));
}

TEST(TableFrame, FindsLabelColumnsWhereNobodyToldThem) {
  const FrameOf frame(SampleDocument().Table({"合计|类别|金额", "甲|乙|3", "丙|丁|4"}, 1, 0));
  EXPECT_TRUE(frame->IsLabel(1, 1));
  EXPECT_FALSE(frame->IsLabel(1, 2));
  EXPECT_EQ(frame->RowPath(1, 2), (Path{"甲", "乙"}));
}

TEST(TableFrame, TakesAnEmptyTable) {
  const FrameOf frame(SampleDocument().Table({""}, 0, 0));
  EXPECT_TRUE(frame->ColumnPath(0, 0).empty());
}

}  // namespace
}  // namespace crossfoot::normalize
