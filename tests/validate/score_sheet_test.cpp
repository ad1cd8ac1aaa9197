// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/score_sheet.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

// A sheet printed one cell a line, with a fact for every number in it.
struct Built {
  Document document;
  FactSet facts;
};

Built Lines(const std::vector<std::string>& lines) {
  Built built;
  for (size_t i = 0; i < lines.size(); ++i) {
    Block block;
    Place place;
    place.line = static_cast<int>(i) + 1;
    block.text.Append(lines[i], place);
    built.document.blocks.push_back(block);
    const std::string& line = lines[i];
    for (size_t at = 0; at < line.size();) {
      if (line[at] < '0' || line[at] > '9') {
        ++at;
        continue;
      }
      size_t end = at;
      while (end < line.size() && ((line[end] >= '0' && line[end] <= '9') || line[end] == '.')) {
        ++end;
      }
      const Decimal value = *Decimal::Parse(line.substr(at, end - at));
      built.facts.facts.emplace_back(Anchor{{TextAddress::Part::kBlock, static_cast<int>(i), 0},
                                            static_cast<uint32_t>(at),
                                            static_cast<uint32_t>(end),
                                            place},
                                     Quantity{value, {}, Interval(value)});
      at = end;
    }
  }
  return built;
}

TEST(ScoreSheet, ReadsASheetPrintedOneCellALine) {
  const Built built =
      Lines({"一级指标 |", "投入(10分)", "投入(10分) |", "目标设定 (4分) |", "职责明确(1分) |",
             "部门的职责是否明确，用以反映计划性。 |", "1 |", "目标合理性(3分) |",
             "目标是否合理，依据是否充分。 |", "2.5 |", "预算配置(6分) |", "人员控制率(6分) |",
             "控制率不大于百分之百得满分。 |", "6 |", "小计 |", "10 |", "9.5 |"});
  const std::vector<ScoreSheet> sheets = ReadScoreSheets(built.document, built.facts);
  ASSERT_EQ(sheets.size(), 1U);
  const ScoreSheet& sheet = sheets[0];
  std::string tree;
  for (const SheetNode& node : sheet.nodes) {
    tree += std::string(static_cast<size_t>(node.level), ' ') + node.name + " " +
            (node.weight < 0
                 ? "-"
                 : built.facts.facts[static_cast<size_t>(node.weight)].quantity.value.ToString()) +
            " " +
            (node.score < 0
                 ? "-"
                 : built.facts.facts[static_cast<size_t>(node.score)].quantity.value.ToString()) +
            "\n";
  }
  EXPECT_EQ(tree,
            " 投入 10 -\n"
            "  目标设定 4 -\n"
            "   职责明确 1 1\n"
            "   目标合理性 3 2.5\n"
            "  预算配置 6 -\n"
            "   人员控制率 6 6\n");
  ASSERT_GE(sheet.total_score, 0);
  EXPECT_EQ(built.facts.facts[static_cast<size_t>(sheet.total_score)].quantity.value.ToString(),
            "9.5");
  EXPECT_FALSE(sheet.doubtful);
}

TEST(ScoreSheet, PlainTextIsNoSheet) {
  const Built built = Lines({"一、基本情况", "全年检查12次 |", "3 |"});
  EXPECT_TRUE(ReadScoreSheets(built.document, built.facts).empty());
}

}  // namespace
}  // namespace crossfoot
