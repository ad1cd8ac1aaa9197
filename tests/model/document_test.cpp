// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/document.h"

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(Document, EveryTextHasAnAddressThatLeadsToIt) {
  Document document;
  Block before;
  before.text.Append("前言", Place{0, 1, 1, {}});
  Block at;
  at.kind = BlockKind::kTable;
  at.table = 0;
  document.blocks = {before, at};
  Table table;
  table.caption.Append("收入决算表", Place{0, 2, 1, {}});
  table.unit_note.Append("单位：万元", Place{0, 3, 1, {}});
  table.cells.push_back({0, 0, 1, 1, {}, {}});
  table.cells.front().text.Append("合计", Place{0, 4, 1, {}});
  table.notes.emplace_back();
  table.notes.back().Append("注：无", Place{0, 5, 1, {}});
  document.tables.push_back(table);

  std::vector<std::string> texts;
  for (const TextAddress& address : document.AllTexts()) {
    texts.push_back(document.TextAt(address).utf8());
  }
  EXPECT_EQ(texts,
            (std::vector<std::string>{"前言", "收入决算表", "单位：万元", "合计", "注：无"}));
}

TEST(Document, NoteNamesAreDistinct) {
  EXPECT_EQ(NoteName(NoteKind::kNeedsOcr), "needs_ocr");
  EXPECT_NE(NoteName(NoteKind::kLimit), NoteName(NoteKind::kDamagedPage));
}

}  // namespace
}  // namespace crossfoot
