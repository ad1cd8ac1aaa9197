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
  PageContent second = Page(2, false, {{"205", "教育", "2.5"}, {"206", "科学", "3.5"}});
  PageBuilder prose;
  prose.Text(50, 90, "另起一段文字，与上表无关。");
  second.glyphs.insert(second.glyphs.end(), prose.page.glyphs.begin(), prose.page.glyphs.end());
  EXPECT_EQ(JoinPages({first, second}).size(), 2U);
}

TEST(TableJoiner, GivesTheIndexOfEachPageTable) {
  TableJoiner joiner;
  std::vector<Table> tables;
  const PageContent first = Page(1, true, {{"201", "公共服务", "12.5"}}, "支出表");
  const PageContent second = Page(2, false, {{"205", "教育", "2.5"}, {"206", "科学", "3.5"}});
  EXPECT_EQ(joiner.Add(FindTables(first), &tables), (std::vector<int>{0}));
  EXPECT_EQ(joiner.Add(FindTables(second), &tables), (std::vector<int>{0}));
}

}  // namespace
}  // namespace crossfoot
