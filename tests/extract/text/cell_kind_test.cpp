// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/cell_kind.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(CellKind, TellsWhatACellHolds) {
  for (const std::string_view figure :
       {"392.92", "100%", "≥95%", "1年", "—", "2021年12月31日前完成", "-3"}) {
    EXPECT_EQ(KindOfCell(figure), CellKind::kFigure) << figure;
  }
  for (const std::string_view label : {"数量指标", "投入(5分)", "“三公经费”变动率", "优秀"}) {
    EXPECT_EQ(KindOfCell(label), CellKind::kLabel) << label;
  }
  for (const std::string_view prose : {"符合得1分；不符合得0分。", "1、提供佐证资料；"}) {
    EXPECT_EQ(KindOfCell(prose), CellKind::kProse) << prose;
  }
  EXPECT_EQ(KindOfCell(""), CellKind::kEmpty);
}

TEST(CellKind, ReadsWhatAHeadPromises) {
  EXPECT_EQ(KindFromHead("得分情况"), CellKind::kFigure);
  EXPECT_EQ(KindFromHead("年初预算数（万元）"), CellKind::kFigure);
  EXPECT_EQ(KindFromHead("参考评分标准"), CellKind::kProse);
  EXPECT_EQ(KindFromHead("指标名称（三级指标）"), CellKind::kLabel);
  EXPECT_EQ(KindFromHead("产出指标 30分"), CellKind::kLabel);
  EXPECT_EQ(KindFromHead("其他"), CellKind::kEmpty);
}

TEST(CellKind, KnowsTotals) {
  EXPECT_TRUE(IsTotalLabel("总得分情况"));
  EXPECT_TRUE(IsTotalLabel("合计"));
  EXPECT_FALSE(IsTotalLabel("流动资产合计数占全部资产的比重"));
}

}  // namespace
}  // namespace crossfoot
