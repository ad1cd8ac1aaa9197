// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/head.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

struct Spec {
  int row, column, row_span, column_span;
  std::string text;
};

PageTable Make(int rows, int columns, const std::vector<Spec>& specs) {
  PageTable table;
  for (int r = 0; r <= rows; ++r) {
    table.row_edges.push_back(static_cast<float>(r) * 20);
  }
  for (int c = 0; c <= columns; ++c) {
    table.column_edges.push_back(static_cast<float>(c) * 50);
  }
  for (const Spec& spec : specs) {
    Cell cell{spec.row, spec.column, spec.row_span, spec.column_span, {}, {}};
    if (!spec.text.empty()) {
      cell.text.Append(spec.text, Place{1, 0, 0, Box{}});
    }
    table.cells.push_back(cell);
  }
  ReadHead(&table);
  return table;
}

PageTable Plain(const std::vector<std::vector<std::string>>& rows) {
  std::vector<Spec> specs;
  for (size_t r = 0; r < rows.size(); ++r) {
    for (size_t c = 0; c < rows[r].size(); ++c) {
      specs.push_back({static_cast<int>(r), static_cast<int>(c), 1, 1, rows[r][c]});
    }
  }
  return Make(static_cast<int>(rows.size()), static_cast<int>(rows[0].size()), specs);
}

TEST(ReadHead, EndsTheHeadBeforeTheFirstFigures) {
  EXPECT_EQ(Plain({{"项目", "预算数"}, {"甲", "1.5"}, {"乙", "2.5"}}).header_rows, 1);
  EXPECT_EQ(Plain({{"甲", "1.5"}, {"乙", "2.5"}}).header_rows, 0);
}

TEST(ReadHead, TakesYearsAndCountedColumnsAsWords) {
  EXPECT_EQ(Plain({{"", "2022", "2023"}, {"甲", "1.5", "2"}, {"乙", "2.5", "3"}}).header_rows, 1);
  EXPECT_EQ(Plain({{"项目", "合计", "其中", "其他"},
                   {"栏次", "1", "2", "3"},
                   {"甲", "7.5", "5", "2.5"},
                   {"乙", "8.5", "5", "3.5"}})
                .header_rows,
            2);
}

TEST(ReadHead, DrawsInTheRowsThatWideCellsNeed) {
  const PageTable table = Make(4, 3,
                               {{0, 0, 2, 1, "项目"},
                                {0, 1, 1, 2, "支出"},
                                {1, 1, 1, 1, "基本"},
                                {1, 2, 1, 1, "项目"},
                                {2, 0, 1, 1, "甲"},
                                {2, 1, 1, 1, ""},
                                {2, 2, 1, 1, ""},
                                {3, 0, 1, 1, "乙"},
                                {3, 1, 1, 1, ""},
                                {3, 2, 1, 1, ""}});
  EXPECT_EQ(table.header_rows, 2);
}

// 项目资金 beside its rows of figures at the top of 项目支出绩效自评表.
TEST(ReadHead, LeavesFiguresOutOfItThoughANameSpansTheirRows) {
  const PageTable table = Make(4, 4,
                               {{0, 0, 1, 1, "项目名称"},
                                {0, 1, 1, 3, "公路养护经费"},
                                {1, 0, 3, 1, "项目资金"},
                                {1, 1, 1, 1, ""},
                                {1, 2, 1, 1, "全年预算数"},
                                {1, 3, 1, 1, "全年执行数"},
                                {2, 1, 1, 1, "年度资金总额"},
                                {2, 2, 1, 1, "120.00"},
                                {2, 3, 1, 1, "118.00"},
                                {3, 1, 1, 1, "其中：财政拨款"},
                                {3, 2, 1, 1, "120.00"},
                                {3, 3, 1, 1, "118.00"}});
  EXPECT_EQ(table.header_rows, 2);
}

TEST(ReadHead, CountsCodesAndNamesAsLabels) {
  const PageTable table = Plain({{"类", "款", "科目名称", "合计"},
                                 {"201", "", "一般公共服务支出", "12.5"},
                                 {"201", "06", "财政事务", "12.5"}});
  EXPECT_EQ(table.header_rows, 1);
  EXPECT_EQ(table.label_columns, 3);
}

TEST(ReadHead, KnowsLabelsInAFormThatIsNotFilledIn) {
  EXPECT_EQ(
      Plain({{"科目编码", "科目名称", "合计"}, {"205", "教育支出", ""}, {"20502", "普通教育", ""}})
          .label_columns,
      2);
  EXPECT_EQ(Plain({{"指标", "目标"}, {"甲", "按时完成"}, {"乙", "达到要求"}}).label_columns, 1);
}

TEST(ReadHead, TellsTwoSides) {
  const PageTable table = Make(4, 4,
                               {{0, 0, 1, 2, "收入"},
                                {0, 2, 1, 2, "支出"},
                                {1, 0, 1, 1, "项目"},
                                {1, 1, 1, 1, "决算数"},
                                {1, 2, 1, 1, "项目"},
                                {1, 3, 1, 1, "决算数"},
                                {2, 0, 1, 1, "一、财政拨款"},
                                {2, 1, 1, 1, "15.5"},
                                {2, 2, 1, 1, "一、公共服务"},
                                {2, 3, 1, 1, "12.5"},
                                {3, 0, 1, 1, "合计"},
                                {3, 1, 1, 1, "15.5"},
                                {3, 2, 1, 1, "合计"},
                                {3, 3, 1, 1, "15.5"}});
  EXPECT_EQ(table.shape, TableShape::kTwoSided);
  ASSERT_EQ(table.blocks.size(), 2U);
  EXPECT_EQ(table.blocks[1].first, 2);
  EXPECT_EQ(table.label_columns, 1);
}

TEST(ReadHead, TellsBlocksAbreast) {
  const PageTable table = Plain({{"编码", "名称", "金额", "编码", "名称", "金额"},
                                 {"301", "工资", "12.5", "302", "办公费", "1.5"},
                                 {"303", "补助", "2.5", "304", "水费", "0.5"}});
  EXPECT_EQ(table.shape, TableShape::kBlocksAbreast);
  ASSERT_EQ(table.blocks.size(), 2U);
  EXPECT_EQ(table.label_columns, 2);
}

TEST(ReadHead, LeavesAColumnOfRemarksInItsTable) {
  const PageTable table =
      Plain({{"项目", "金额", "备注"}, {"甲", "1.5", "年初"}, {"乙", "2.5", "年末"}});
  EXPECT_EQ(table.shape, TableShape::kPlain);
  EXPECT_EQ(table.blocks.size(), 1U);
  EXPECT_EQ(table.label_columns, 1);
}

TEST(ReadHead, CountsALevelOfLabelsThatIsLeftEmpty) {
  EXPECT_EQ(Plain({{"一级指标", "二级指标", "三级指标", "指标值", "得分"},
                   {"产出指标", "", "培训人数", "12", "3"},
                   {"效益指标", "", "覆盖率", "100%", "2"}})
                .label_columns,
            3);
}

}  // namespace
}  // namespace crossfoot
