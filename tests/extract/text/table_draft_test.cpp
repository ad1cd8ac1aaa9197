// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/text/table_draft.h"

#include <initializer_list>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

DraftRow Row(std::initializer_list<const char*> cells) {
  DraftRow row;
  for (const char* cell : cells) {
    row.emplace_back();
    row.back().text.Append(cell, Place{0, 1, 1, {}});
  }
  return row;
}

TEST(TableDraft, MakesSpansOfEmptyHeadPlaces) {
  TableDraft draft;
  draft.columns = 4;
  draft.head = {Row({"指标", "", "说明", "得分"}), Row({"名称", "分值", "", ""})};
  draft.body = {Row({"产出", "30", "", "28"})};
  const Table table = MakeTable(std::move(draft));
  EXPECT_EQ(table.cells[0].column_span, 2);
  EXPECT_EQ(table.cells[1].text.utf8(), "说明");
  EXPECT_EQ(table.cells[1].row_span, 2);
  EXPECT_EQ(table.cells[2].row_span, 2);
}

TEST(TableDraft, NamesAColumnByItsLowestHeadCell) {
  EXPECT_EQ(HeadWords({Row({"指标", "", "说明"}), Row({"名称", "分值", ""})}, 3),
            (std::vector<std::string>{"名称", "分值", "说明"}));
}

TEST(TableDraft, MergesLabelsDownwardsButNotOverATotal) {
  TableDraft draft;
  draft.columns = 3;
  draft.head = {Row({"一级指标", "指标名称", "得分"})};
  draft.body = {Row({"产出", "数量", "10"}), Row({"", "质量", "9"}), Row({"合计", "", "19"})};
  const Table table = MakeTable(std::move(draft));
  EXPECT_EQ(table.label_columns, 2);
  EXPECT_EQ(table.cells[static_cast<size_t>(table.CellAt(2, 0))].text.utf8(), "产出");
  EXPECT_EQ(table.cells[static_cast<size_t>(table.CellAt(3, 1))].text.utf8(), "合计");
}

TEST(TableDraft, LeavesEmptyColumnsOut) {
  TableDraft draft;
  draft.columns = 3;
  draft.head = {Row({"项目", "金额", ""})};
  draft.body = {Row({"甲", "1", ""})};
  EXPECT_EQ(MakeTable(std::move(draft)).columns, 2);
}

TEST(TableDraft, LeavesAnEmptyColumnInTheMiddleOut) {
  TableDraft draft;
  draft.columns = 4;
  draft.body = {Row({"年度目标", "", "保障运转", ""}), Row({"基本支出", "", "1860.00", ""})};
  const Table table = MakeTable(std::move(draft));
  EXPECT_EQ(table.columns, 2);
  EXPECT_EQ(table.cells[static_cast<size_t>(table.CellAt(1, 1))].text.utf8(), "1860.00");
}

TEST(TableDraft, KeepsOneColumnOfATableWithoutWords) {
  TableDraft draft;
  draft.columns = 2;
  draft.body = {Row({"", ""})};
  EXPECT_EQ(MakeTable(std::move(draft)).columns, 1);
}

}  // namespace
}  // namespace crossfoot
