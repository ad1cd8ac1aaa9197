// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/table_joiner.h"

#include <gtest/gtest.h>

#include "extract/table/table_finder.h"
#include "tests/extract/table/page_builder.h"

namespace crossfoot {
namespace {

using table_test::Dump;
using table_test::PageBuilder;

struct Row {
  std::string code, label, amount;
};

// A page with one ruled table of three columns, its head repeated or not.
PageContent Page(int number, bool head, const std::vector<Row>& rows,
                 const std::string& caption = "", float widen = 0) {
  PageBuilder b;
  b.page.info.number = number;
  if (!caption.empty()) {
    b.Text(250, 90, caption, 14);
  }
  std::vector<Row> all;
  if (head) {
    all.push_back({"编码", "科目名称", "金额"});
  }
  all.insert(all.end(), rows.begin(), rows.end());
  std::vector<float> edges;
  for (size_t r = 0; r <= all.size(); ++r) {
    edges.push_back(100.0F + 20.0F * static_cast<float>(r));
  }
  b.Ruled({50, 110, 230 + widen, 400 + widen}, edges);
  for (size_t r = 0; r < all.size(); ++r) {
    const float y = edges[r] + 14;
    b.Text(55, y, all[r].code).Text(115, y, all[r].label).Right(395, y, all[r].amount);
  }
  return b.page;
}

std::vector<Table> JoinPages(const std::vector<PageContent>& pages) {
  TableJoiner joiner;
  std::vector<Table> tables;
  for (const PageContent& page : pages) {
    joiner.Add(FindTables(page), &tables);
  }
  return tables;
}

TEST(TableJoiner, JoinsPagesAndDropsTheRepeatedHead) {
  const std::vector<Table> tables =
      JoinPages({Page(1, true, {{"201", "公共服务", "12.5"}, {"203", "国防", "1.5"}}, "支出表"),
                 Page(2, true, {{"205", "教育", "2.5"}, {"206", "科学", "3.5"}})});
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(
      Dump(tables[0].cells),
      "编码 | 科目名称 | 金额 / 201 | 公共服务 | 12.5 / 203 | 国防 | 1.5 / 205 | 教育 | 2.5 / "
      "206 | 科学 | 3.5");
  EXPECT_EQ(tables[0].pages, (std::vector<int>{1, 2}));
  EXPECT_EQ(tables[0].rows, 5);
  EXPECT_EQ(tables[0].cells.back().place.page, 2);
}

TEST(TableJoiner, JoinsAPageWithoutAHeadAndWithColumnsALittleWider) {
  const std::vector<Table> tables =
      JoinPages({Page(1, true, {{"201", "公共服务", "12.5"}, {"203", "国防", "1.5"}}, "支出表"),
                 Page(2, false, {{"205", "教育", "2.5"}, {"206", "科学", "3.5"}}, "", 4)});
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(tables[0].rows, 5);
  EXPECT_EQ(tables[0].header_rows, 1);
}

TEST(TableJoiner, MakesARowWholeThatThePageBreakCut) {
  const std::vector<Table> tables = JoinPages(
      {Page(1, true, {{"201", "公共服务", "12.5"}, {"208", "机关事业单位养老保险", "1.5"}},
            "支出表"),
       Page(2, false, {{"", "缴费支出", ""}, {"210", "卫生健康", "3.5"}})});
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(
      Dump(tables[0].cells),
      "编码 | 科目名称 | 金额 / 201 | 公共服务 | 12.5 / 208 | 机关事业单位养老保险缴费支出 | 1.5 / "
      "210 | 卫生健康 | 3.5");
}

TEST(TableJoiner, KeepsALabelOfItsOwnApart) {
  const std::vector<Table> tables =
      JoinPages({Page(1, true, {{"201", "公共服务", "12.5"}, {"208", "社会保障", "1.5"}}, "支出表"),
                 Page(2, false, {{"", "其中", ""}, {"210", "卫生健康", "3.5"}})});
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(tables[0].rows, 5);
}

TEST(TableJoiner, LeavesTablesWithCaptionsOfTheirOwnApart) {
  EXPECT_EQ(JoinPages({Page(1, true, {{"201", "公共服务", "12.5"}}, "支出总表"),
                       Page(2, true, {{"205", "教育", "2.5"}}, "项目支出表")})
                .size(),
            2U);
}

TEST(TableJoiner, LeavesTablesApartThatAPageOrTextParts) {
  const PageContent first = Page(1, true, {{"201", "公共服务", "12.5"}}, "支出表");
  const PageContent third = Page(3, false, {{"205", "教育", "2.5"}, {"206", "科学", "3.5"}});
  PageContent empty;
  empty.info = {2, 600, 800, 0};
  EXPECT_EQ(JoinPages({first, empty, third}).size(), 2U);
  const PageContent second = Page(2, false, {{"205", "教育", "2.5"}, {"206", "科学", "3.5"}});
  for (const bool above : {true, false}) {
    TableJoiner joiner;
    std::vector<Table> tables;
    PageTables upper = FindTables(first);
    PageTables lower = FindTables(second);
    (above ? lower.tables[0].opens_page : upper.tables[0].closes_page) = false;
    joiner.Add(std::move(upper), &tables);
    joiner.Add(std::move(lower), &tables);
    EXPECT_EQ(tables.size(), 2U);
  }
}

TEST(ColumnsAmong, MovesTheColumnsOfATableToItsLastRow) {
  const std::vector<float> all = {50, 70, 90, 200, 300, 400};
  // The last row spans the first three columns, and stands a point to the right.
  EXPECT_EQ(ColumnsAmong({51, 201, 301, 401}, all),
            (std::vector<float>{51, 71, 91, 201, 301, 401}));
  EXPECT_TRUE(ColumnsAmong({51, 150, 301, 401}, all).empty());
  EXPECT_TRUE(ColumnsAmong({51, 201, 350}, all).empty());
}

TEST(TableJoiner, GivesTheIndexOfEachPageTable) {
  TableJoiner joiner;
  std::vector<Table> tables;
  const PageContent first = Page(1, true, {{"201", "公共服务", "12.5"}}, "支出表");
  const PageContent second = Page(2, false, {{"205", "教育", "2.5"}, {"206", "科学", "3.5"}});
  EXPECT_EQ(joiner.Add(FindTables(first), &tables), (std::vector<int>{0}));
  EXPECT_EQ(joiner.Add(FindTables(second), &tables), (std::vector<int>{0}));
}

TEST(TableJoiner, MakesARowWholeWhoseFigureStandsInItsOtherPart) {
  for (const bool figure_first : {true, false}) {
    const Row words{"208", "机关事业单位养老保险", ""};
    const Row figure{"", "", "1.5"};
    const std::vector<Table> tables =
        JoinPages({Page(1, true, {{"201", "公共服务", "12.5"}, figure_first ? figure : words}),
                   Page(2, false, {figure_first ? words : figure, {"210", "卫生健康", "3.5"}})});
    ASSERT_EQ(tables.size(), 1U);
    EXPECT_EQ(Dump(tables[0].cells),
              "编码 | 科目名称 | 金额 / 201 | 公共服务 | 12.5 / 208 | 机关事业单位养老保险 | 1.5 / "
              "210 | 卫生健康 | 3.5");
  }
}

TEST(TableJoiner, KeepsTheNextNumberedLabelApart) {
  const std::vector<Table> tables = JoinPages(
      {Page(1, true, {{"205", "一、教育支出", "12.5"}, {"221", "十四、住房保障支出款", ""}}),
       Page(2, false, {{"", "十五、其他支出", ""}, {"299", "其中", "12.5"}})});
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(tables[0].rows, 5);
}

TEST(TableJoiner, CarriesAMergedLabelOverThePageBreak) {
  const auto page = [](int number, const std::string& group, const std::string& first,
                       const std::string& second, bool head) {
    PageBuilder b;
    b.page.info.number = number;
    const float top = head ? 80.0F : 100.0F;
    b.Across(100, 50, 400).Across(120, 150, 400).Across(140, 50, 400);
    if (head) {
      b.Across(80, 50, 400);
      b.Text(55, 94, "一级指标").Text(155, 94, "指标名称").Text(305, 94, "得分");
    }
    for (const float x : {50.0F, 150.0F, 300.0F, 400.0F}) {
      b.Down(x, top, 140);
    }
    b.Text(155, 114, first).Right(395, 114, "2").Text(155, 134, second).Right(395, 134, "3");
    if (!group.empty()) {
      b.Text(55, 124, group);
    }
    return b.page;
  };
  const std::vector<Table> tables = JoinPages({page(1, "产出指标", "培训人数", "办展次数", true),
                                               page(2, "", "讲座次数", "图书册数", false)});
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(
      Dump(tables[0].cells),
      "一级指标 | 指标名称 | 得分 / 产出指标^4^ | 培训人数 | 2 / 办展次数 | 3 / 讲座次数 | 2 / "
      "图书册数 | 3");
}

TEST(TakeColumns, SpansTheFinerColumnsOfThePartOverleaf) {
  PageTable head;
  head.row_edges = {0, 20};
  head.column_edges = {0, 100, 300};
  head.cells = {{0, 0, 1, 1, {}, {}}, {0, 1, 1, 1, {}, {}}};
  TakeColumns(ColumnsAmong(head.column_edges, {0, 100, 200, 300}), &head);
  EXPECT_EQ(head.columns(), 3);
  EXPECT_EQ(head.cells[1].column, 1);
  EXPECT_EQ(head.cells[1].column_span, 2);
}

}  // namespace
}  // namespace crossfoot
