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

TEST(FindTables, ReadsBordersOfDots) {
  PageBuilder b;
  AddText(&b);
  for (float y = 100; y <= 200; y += 20) {
    for (float x = 50; x <= 350; x += 1.5F) {
      b.page.rules.push_back({true, y, x - 0.4F, x + 0.4F, 0.8F, 0});
    }
  }
  for (float x = 50; x <= 350; x += 100) {
    for (float y = 100; y <= 200; y += 1.5F) {
      b.page.rules.push_back({true, y, x - 0.4F, x + 0.4F, 0.8F, 0});
    }
  }
  EXPECT_EQ(Found(b.page), kSmall);
  EXPECT_EQ(FindTables(b.page).tables.front().method, TableMethod::kLattice);
}

TEST(FindTables, KeepsTheFiguresOfAWrappedLabelInTheirRow) {
  PageBuilder b;
  b.Text(60, 100, "项目").Right(300, 100, "预算数").Right(400, 100, "决算数");
  for (int i = 0; i < 4; ++i) {
    const float y = 117.0F + 17.0F * static_cast<float>(i);
    b.Text(95, i == 3 ? y - 6 : y, "机关养老保险").Right(300, y, "6.80").Right(400, y, "7.20");
  }
  b.Text(95, 174, "缴费支出");
  EXPECT_EQ(Found(b.page),
            "项目 | 预算数 | 决算数 / 机关养老保险 | 6.80 | 7.20 / 机关养老保险 | 6.80 | 7.20 / "
            "机关养老保险 | 6.80 | 7.20 / 机关养老保险缴费支出 | 6.80 | 7.20");
}

TEST(FindTables, TakesTotalsInTheMiddleOfTheirColumnForLabels) {
  PageBuilder b;
  b.Text(120, 100, "项目").Right(300, 100, "决算数");
  const char* labels[] = {"水费", "电费", "邮电费", "差旅费", "会议费"};
  for (int i = 0; i < 5; ++i) {
    b.Text(50, 115.0F + 15.0F * static_cast<float>(i), labels[i]);
    b.Right(300, 115.0F + 15.0F * static_cast<float>(i), "16.80");
  }
  b.Text(120, 190, "小计").Right(300, 190, "84.00").Text(120, 205, "合计").Right(300, 205, "84.00");
  EXPECT_EQ(Found(b.page),
            "项目 | 决算数 / 水费 | 16.80 / 电费 | 16.80 / 邮电费 | 16.80 / 差旅费 | 16.80 / "
            "会议费 | 16.80 / 小计 | 84.00 / 合计 | 84.00");
}

TEST(FindTables, KeepsColumnsApartThatHardlyAnyLineFills) {
  PageBuilder b;
  b.Text(50, 100, "一级指标")
      .Text(150, 100, "三级指标")
      .Right(330, 100, "分值")
      .Right(400, 100, "得分");
  const char* labels[] = {"修缮处数", "验收合格率", "按期完工率", "受益人数", "群众满意度"};
  for (int i = 0; i < 5; ++i) {
    const float y = 115.0F + 15.0F * static_cast<float>(i);
    b.Text(140, y, labels[i]).Right(330, y, "12.50").Right(400, y, "11.20");
  }
  b.Text(50, 130, "产出指标").Text(50, 167.5F, "效益指标");
  EXPECT_EQ(
      Found(b.page),
      "一级指标 | 三级指标 | 分值 | 得分 / · | 修缮处数 | 12.50 | 11.20 / 产出指标 | 验收合格率 | "
      "12.50 | 11.20 / · | 按期完工率 | 12.50 | 11.20 / 效益指标 | 受益人数 | 12.50 | 11.20 / · | "
      "群众满意度 | 12.50 | 11.20");
}

TEST(FindTables, ReadsHeadsOfSeveralLevelsWithoutRules) {
  PageBuilder b;
  b.Text(210, 60, "接待情况表", 14).Text(430, 77, "单位：万元");
  b.Text(245, 100, "公务用车购置及运行维护费").Text(60, 106, "年度").Text(140, 106, "合计");
  b.Text(440, 106, "公务接待费");
  b.Text(250, 115, "小计").Text(300, 115, "购置费").Text(350, 115, "运行费");
  for (int i = 0; i < 4; ++i) {
    const float y = 132.0F + 16.0F * static_cast<float>(i);
    b.Text(60, y, "2021年").Right(165, y, "18.20").Right(275, y, "9.10").Right(335, y, "4.00");
    b.Right(390, y, "5.10").Right(490, y, "9.10");
  }
  const PageTables found = FindTables(b.page);
  ASSERT_EQ(found.tables.size(), 1U);
  const std::string row = " / 2021年 | 18.20 | 9.10 | 4.00 | 5.10 | 9.10";
  EXPECT_EQ(Dump(found.tables[0]),
            "年度 | 合计 | 公务用车购置及运行维护费<3> | 公务接待费 / · | · | 小计 | 购置费 | "
            "运行费 | ·" +
                row + row + row + row);
  EXPECT_EQ(found.tables[0].unit_note.utf8(), "单位：万元");
  EXPECT_EQ(found.tables[0].caption.utf8(), "接待情况表");
}

TEST(FindTables, ReadsATableWhoseOtherRowsAreShaded) {
  PageBuilder b;
  AddText(&b);
  b.Text(55, 214, "Fines").Right(245, 214, "1.00").Right(345, 214, "2.00");
  b.Shade({50, 140, 150, 160}, 0xEEEEEE).Shade({150, 140, 250, 160}, 0xEEEEEE);
  b.Shade({250, 140, 350, 160}, 0xEEEEEE).Shade({50, 160, 350, 180}, 0xEEEEEE);
  b.Shade({150, 180, 350, 200}, 0xEEEEEE);
  EXPECT_EQ(Found(b.page), std::string(kSmall) + " / Fines | 1.00 | 2.00");
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

TEST(FindTables, TakesNoWordsReadFromAPictureForATableWithoutCrossingRules) {
  PageBuilder b;
  AddText(&b);
  for (Glyph& glyph : b.page.glyphs) {
    glyph.confidence = 0.98F;
  }
  b.Text(50, 400, "The page has text of its own.");
  EXPECT_EQ(Found(b.page), "");
  b.page.by_ocr = true;
  EXPECT_EQ(Found(b.page), kSmall);
  b.page.by_ocr = false;
  b.Ruled({50, 150, 250, 350}, {100, 120, 140, 160, 180, 200});
  EXPECT_EQ(Found(b.page), kSmall);
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
