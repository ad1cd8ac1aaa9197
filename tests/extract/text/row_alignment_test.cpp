// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/row_alignment.h"

#include <vector>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

using K = CellKind;

// 一级指标 | 指标名称 | 指标值 | 得分 | 评价标准
std::vector<ColumnProfile> Columns() {
  return {ColumnProfile(K::kLabel, false, 4), ColumnProfile(K::kLabel, true, 4),
          ColumnProfile(K::kFigure, false, 4), ColumnProfile(K::kFigure, false, 4),
          ColumnProfile(K::kProse, false, 4)};
}

TEST(RowAlignment, LeavesARowThatFits) {
  const std::vector<K> row = {K::kEmpty, K::kLabel, K::kFigure, K::kFigure, K::kEmpty};
  EXPECT_EQ(AlignRow(row, Columns()), (std::vector<int>{0, 1, 2, 3, 4}));
}

TEST(RowAlignment, MovesARowThatBeganTooFarRight) {
  const std::vector<K> row = {K::kEmpty, K::kLabel, K::kLabel, K::kFigure, K::kFigure, K::kProse};
  EXPECT_EQ(AlignRow(row, Columns()), (std::vector<int>{-1, 0, 1, 2, 3, 4}));
}

TEST(RowAlignment, MovesANameThatSlippedToTheLeft) {
  const std::vector<K> row = {K::kLabel, K::kEmpty, K::kFigure, K::kFigure, K::kEmpty};
  const std::vector<int> columns = AlignRow(row, Columns());
  EXPECT_EQ(columns[0], 1);
  EXPECT_EQ(columns[2], 2);
  EXPECT_EQ(columns[3], 3);
}

TEST(RowAlignment, MovesARowOutOfStepThoughItHasACellForEveryColumn) {
  // The head lost a level: these rows stand one place too far right, with a blank in front.
  const std::vector<ColumnProfile> columns = {
      ColumnProfile(K::kLabel, false, 4),  ColumnProfile(K::kLabel, false, 4),
      ColumnProfile(K::kLabel, true, 4),   ColumnProfile(K::kFigure, false, 4),
      ColumnProfile(K::kFigure, false, 4), ColumnProfile(K::kFigure, false, 4),
      ColumnProfile(K::kEmpty, false, 4)};
  const std::vector<K> right = {K::kEmpty,  K::kLabel,  K::kEmpty, K::kLabel,
                                K::kFigure, K::kFigure, K::kFigure};
  const std::vector<int> moved = AlignRow(right, columns);
  EXPECT_EQ(moved[3], 2);
  EXPECT_EQ(moved[4], 3);
  EXPECT_EQ(moved[6], 5);
  // … and these too far left: the first figure stands among the names.
  const std::vector<K> left = {K::kEmpty,  K::kLabel, K::kFigure, K::kFigure,
                               K::kFigure, K::kEmpty, K::kEmpty};
  const std::vector<int> back = AlignRow(left, columns);
  EXPECT_EQ(back[1], 2);
  EXPECT_EQ(back[2], 3);
  EXPECT_EQ(back[4], 5);
}

TEST(RowAlignment, NeverMovesAFigureToFillABlank) {
  // 合计 | 基本支出 (often blank) | 项目支出 (seldom blank): the row of a project has no 基本支出.
  std::vector<ColumnProfile> columns = {
      ColumnProfile(K::kLabel, true, 4), ColumnProfile(K::kFigure, false, 4),
      ColumnProfile(K::kFigure, false, 4), ColumnProfile(K::kFigure, false, 4)};
  for (int row = 0; row < 8; ++row) {
    columns[2].Count(K::kFigure);
    columns[3].Count(K::kEmpty);
  }
  for (ColumnProfile& column : columns) {
    column.Settle();
  }
  const std::vector<K> row = {K::kLabel, K::kFigure, K::kEmpty, K::kFigure};
  EXPECT_EQ(AlignRow(row, columns), (std::vector<int>{0, 1, 2, 3}));
}

TEST(RowAlignment, NeverDropsACellWithContent) {
  const std::vector<K> row(9, K::kLabel);
  const std::vector<int> columns = AlignRow(row, Columns());
  EXPECT_EQ(columns, (std::vector<int>{0, 1, 2, 3, 4, -1, -1, -1, -1}));
}

}  // namespace
}  // namespace crossfoot
