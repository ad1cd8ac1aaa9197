// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/table_finder.h"

#include <random>

#include <gtest/gtest.h>

#include "tests/extract/table/page_builder.h"

namespace crossfoot {
namespace {

using table_test::Dump;
using table_test::PageBuilder;

std::string Found(const PageContent& page) {
  std::string out;
  for (const PageTable& table : FindTables(page).tables) {
    out += (out.empty() ? "" : " || ") + Dump(table);
  }
  return out;
}

// Head and rows of a small table: text only.
void AddText(PageBuilder* b, float top = 100, float left = 50) {
  b->Text(left + 5, top + 14, "Item").Right(left + 195, top + 14, "Budget");
  b->Right(left + 295, top + 14, "Actual");
  const char* labels[] = {"Wages", "Travel", "Repairs", "Total"};
  const char* budget[] = {"120.50", "30.00", "4.25", "154.75"};
  const char* actual[] = {"118.00", "28.50", "4.00", "150.50"};
  for (int i = 0; i < 4; ++i) {
    const float y = top + 34 + 20.0F * static_cast<float>(i);
    b->Text(left + 5, y, labels[i]).Right(left + 195, y, budget[i]).Right(left + 295, y, actual[i]);
  }
}

const char kSmall[] =
    "Item | Budget | Actual / Wages | 120.50 | 118.00 / Travel | 30.00 | 28.50 / Repairs | 4.25 | "
    "4.00 / "
    "Total | 154.75 | 150.50";

TEST(FindTables, ReadsAFullyRuledTable) {
  PageBuilder b;
  AddText(&b);
  b.Ruled({50, 150, 250, 350}, {100, 120, 140, 160, 180, 200});
  EXPECT_EQ(Found(b.page), kSmall);
}

TEST(FindTables, ReadsATableWithoutOuterVerticals) {
  PageBuilder b;
  AddText(&b);
  for (float y = 100; y <= 200; y += 20) {
    b.Across(y, 50, 350);
  }
  b.Down(150, 100, 200).Down(250, 100, 200);
  EXPECT_EQ(Found(b.page), kSmall);
}

TEST(FindTables, ReadsAThreeLineTable) {
  PageBuilder b;
  AddText(&b);
  b.Across(100, 50, 350).Across(120, 50, 350).Across(200, 50, 350);
  EXPECT_EQ(Found(b.page), kSmall);
}

TEST(FindTables, ReadsATableWithHorizontalRulesOnly) {
  PageBuilder b;
  AddText(&b);
  for (float y = 100; y <= 200; y += 20) {
    b.Across(y, 50, 350);
  }
  EXPECT_EQ(Found(b.page), kSmall);
}

TEST(FindTables, ReadsAnAlignedTable) {
  PageBuilder b;
  AddText(&b);
  EXPECT_EQ(Found(b.page), kSmall);
}

TEST(FindTables, ReadsATableWithLeaders) {
  PageBuilder b;
  b.Right(300, 100, "2022").Right(380, 100, "2023");
  const char* first[] = {"120.5", "30.0", "4.2", "154.7"};
  for (int i = 0; i < 4; ++i) {
    const float y = 115.0F + 14.0F * static_cast<float>(i);
    b.Text(50, y, "Wages of staff ......................").Right(300, y, first[i]);
    b.Right(380, y, "18.5");
  }
  EXPECT_EQ(Found(b.page),
            "· | 2022 | 2023 / Wages of staff | 120.5 | 18.5 / Wages of staff | 30.0 | 18.5 / "
            "Wages of staff | 4.2 | 18.5 / Wages of staff | 154.7 | 18.5");
}

TEST(FindTables, ReadsAShadedTable) {
  PageBuilder b;
  AddText(&b);
  b.Shade({50, 100, 350, 120}, 0x99AACC).Shade({50, 140, 350, 160}, 0xEEEEEE);
  b.Shade({50, 180, 350, 200}, 0xEEEEEE);
  EXPECT_EQ(Found(b.page), kSmall);
}

TEST(FindTables, ReadsBordersDrawnCellByCellAndDoubled) {
  PageBuilder b;
  AddText(&b);
  for (float y = 100; y < 200; y += 20) {
    for (float x = 50; x < 350; x += 100) {
      b.Across(y + 0.4F, x, x + 100).Across(y + 19.6F, x, x + 100);
      b.Down(x + 0.4F, y, y + 20).Down(x + 99.6F, y, y + 20);
    }
  }
  EXPECT_EQ(Found(b.page), kSmall);
}

TEST(FindTables, TakesADoubleRulingForOne) {
  PageBuilder b;
  AddText(&b);
  b.Ruled({46, 50, 150, 250, 350, 354}, {96, 100, 120, 140, 160, 180, 200, 204});
  EXPECT_EQ(Found(b.page), kSmall);
}

TEST(FindTables, IsNotDeceivedByWhiteRules) {
  PageBuilder b;
  AddText(&b);
  b.Ruled({50, 150, 250, 350}, {100, 120, 140, 160, 180, 200});
  for (float y = 110; y < 200; y += 20) {
    b.Across(y, 50, 350, 0xFFFFFF);
  }
  EXPECT_EQ(Found(b.page), kSmall);
}

TEST(FindTables, ReadsSpansAndSeveralLinesInACell) {
  PageBuilder b;
  b.Across(100, 50, 350).Across(120, 150, 350).Across(140, 50, 350).Across(170, 50, 350);
  b.Down(50, 100, 170).Down(150, 100, 170).Down(250, 120, 170).Down(350, 100, 170);
  b.Text(60, 124, "项目").Text(220, 114, "本年支出").Text(180, 134, "基本").Text(280, 134, "项目");
  b.Text(55, 152, "机关事业单位")
      .Text(55, 164, "养老保险")
      .Right(245, 158, "12.50")
      .Right(345, 158, "3.00");
  EXPECT_EQ(Found(b.page),
            "项目^2^ | 本年支出<2> / 基本 | 项目 / 机关事业单位养老保险 | 12.50 | 3.00");
}

TEST(FindTables, ReadsATableBesideATable) {
  PageBuilder b;
  AddText(&b, 100, 20);
  b.Ruled({20, 120, 220, 320}, {100, 120, 140, 160, 180, 200});
  b.Ruled({340, 420, 500}, {100, 120, 140, 160});
  b.Text(345, 114, "Town").Right(495, 114, "Shops").Text(345, 134, "North").Right(495, 134, "12");
  b.Text(345, 154, "South").Right(495, 154, "15");
  EXPECT_EQ(Found(b.page), std::string(kSmall) + " || Town | Shops / North | 12 / South | 15");
}

TEST(FindTables, KeepsAnEmptyFormATable) {
  PageBuilder b;
  b.Ruled({50, 150, 250, 350}, {100, 120, 140, 160});
  b.Text(60, 114, "项目").Text(160, 114, "预算数").Text(260, 114, "决算数");
  EXPECT_EQ(Found(b.page), "项目 | 预算数 | 决算数 / · | · | · / · | · | ·");
}

TEST(FindTables, TakesNoProseListFrameOrChartForATable) {
  PageBuilder prose;
  for (int i = 0; i < 12; ++i) {
    prose.Text(50, 100.0F + 14.0F * static_cast<float>(i),
               "words set in lines that run over the page");
  }
  EXPECT_EQ(Found(prose.page), "");

  PageBuilder list;
  for (int i = 0; i < 6; ++i) {
    list.Text(50, 100.0F + 14.0F * static_cast<float>(i), "1.")
        .Text(70, 100.0F + 14.0F * static_cast<float>(i),
              "something that is to be done by the office");
  }
  EXPECT_EQ(Found(list.page), "");

  PageBuilder frame;
  frame.Ruled({40, 400}, {80, 200});
  frame.Text(50, 100, "A box with a remark in it.").Text(50, 120, "It goes on for two lines.");
  EXPECT_EQ(Found(frame.page), "");

  PageBuilder chart;
  chart.Down(100, 100, 300).Across(300, 100, 400);
  for (int i = 0; i < 5; ++i) {
    const float y = 110.0F + 40.0F * static_cast<float>(i);
    chart.Across(y, 96, 100)
        .Right(94, y + 3, "100")
        .Text(150, y + 3, "12.5")
        .Text(250, y + 3, "7.5");
  }
  EXPECT_EQ(Found(chart.page), "");

  PageBuilder contents;
  for (int i = 0; i < 6; ++i) {
    const float y = 100.0F + 14.0F * static_cast<float>(i);
    contents.Text(50, y, "A part of the report ..............................");
    contents.Right(400, y, std::to_string(3 + 2 * i));
  }
  EXPECT_EQ(Found(contents.page), "");

  PageBuilder columns;
  for (int i = 0; i < 20; ++i) {
    const float y = 100.0F + 14.0F * static_cast<float>(i);
    columns.Text(50, y, "left column words that fill their side of it");
    columns.Text(310, y, "right column words that fill their side too");
  }
  EXPECT_EQ(Found(columns.page), "");
}

// Whatever the rules and the text: cells lie on the page, cover their grid once and hold each word
// of the region once.
TEST(FindTables, CoversEveryGridOnceWhateverThePage) {
  std::mt19937 random(20240607);
  const auto pick = [&](int low, int high) {
    return static_cast<float>(low + static_cast<int>(random() % static_cast<unsigned>(high - low)));
  };
  int tables = 0;
  for (int round = 0; round < 200; ++round) {
    PageBuilder b;
    const int rules = static_cast<int>(random() % 30);
    for (int i = 0; i < rules; ++i) {
      const float at = 10 * pick(4, 50);
      const float from = 10 * pick(4, 30);
      const float to = from + 10 * pick(3, 25);
      random() % 2 == 0 ? b.Across(at, from, to) : b.Down(at, from, to);
    }
    const int words = static_cast<int>(random() % 120);
    for (int i = 0; i < words; ++i) {
      const char* texts[] = {"12.5", "合计", "a label", "-", "3,456.00"};
      b.Text(10 * pick(4, 50), 10 * pick(5, 50) + 7, texts[random() % 5], 8);
    }
    const PageTables found = FindTables(b.page);
    ASSERT_EQ(found.owner.size(), b.page.glyphs.size());
    std::vector<size_t> owned(found.tables.size() + 1);
    for (size_t i = 0; i < found.owner.size(); ++i) {
      ASSERT_LE(found.owner[i], found.tables.size());
      owned[found.owner[i]] += IsBlank(b.page.glyphs[i].code) ? 0 : 1;
    }
    for (size_t t = 0; t < found.tables.size(); ++t) {
      ++tables;
      const PageTable& table = found.tables[t];
      std::vector<int> cover(static_cast<size_t>(table.rows()) *
                             static_cast<size_t>(table.columns()));
      size_t glyphs = 0;
      for (const Cell& cell : table.cells) {
        ASSERT_TRUE(cell.place.box.has_value());
        EXPECT_GE(cell.place.box->left, 0);
        EXPECT_GE(cell.place.box->top, 0);
        EXPECT_LE(cell.place.box->right, b.page.info.width);
        EXPECT_LE(cell.place.box->bottom, b.page.info.height);
        for (int r = cell.row; r < cell.row + cell.row_span; ++r) {
          for (int c = cell.column; c < cell.column + cell.column_span; ++c) {
            ++cover.at(static_cast<size_t>(r) * static_cast<size_t>(table.columns()) +
                       static_cast<size_t>(c));
          }
        }
        for (size_t at = 0; at < cell.text.utf8().size();) {
          const Utf8Step step = DecodeUtf8(cell.text.utf8(), at);
          glyphs += IsBlank(step.code) ? 0 : 1;
          at += step.length;
        }
      }
      for (const int times : cover) {
        EXPECT_EQ(times, 1);
      }
      const auto count = [&glyphs](const Text& text) {
        for (size_t at = 0; at < text.utf8().size();) {
          const Utf8Step step = DecodeUtf8(text.utf8(), at);
          glyphs += IsBlank(step.code) ? 0 : 1;
          at += step.length;
        }
      };
      count(table.caption);
      count(table.unit_note);
      for (const Text& note : table.notes) {
        count(note);
      }
      EXPECT_EQ(glyphs, owned[t + 1]);
    }
  }
  EXPECT_GT(tables, 50);
}

TEST(FindTables, StaysBoundedOnHostilePages) {
  PageBuilder b;
  std::mt19937 random(7);
  for (int i = 0; i < 200'000; ++i) {
    const auto x = static_cast<float>(random() % 600);
    const auto y = static_cast<float>(random() % 800);
    i % 2 == 0 ? b.Across(y, x, x + 20) : b.Down(x, y, y + 20);
  }
  for (int i = 0; i < 20'000; ++i) {
    b.Text(static_cast<float>(random() % 600), static_cast<float>(random() % 800), "1.5", 4);
  }
  const PageTables found = FindTables(b.page);
  EXPECT_EQ(found.owner.size(), b.page.glyphs.size());
}

}  // namespace
}  // namespace crossfoot
