// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/flow_line.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/extract/layout/page_setter.h"

namespace crossfoot {
namespace {

std::string Read(const PageContent& page, const std::vector<uint32_t>& owner = {}) {
  std::string read;
  for (const FlowLine& line : FindFlowLines(page, GatherLines(page), owner)) {
    read += line.text.utf8() + "\n";
  }
  return read;
}

TEST(FlowLine, SharesABaselineAndNotABox) {
  PageSetter setter(1);
  setter.Set(100, 100, "总计").Set(120, 100, "12.5", 16).Set(152, 100, "万元");
  EXPECT_EQ(Read(setter.page()), "总计12.5万元\n");
}

TEST(FlowLine, ReadsInTheOrderOfThePageAndNotOfThePainting) {
  PageSetter setter(1);
  setter.Set(100, 140, "第二行").Set(100, 100, "第一行");
  EXPECT_EQ(Read(setter.page()), "第一行\n第二行\n");
}

TEST(FlowLine, ReadsOneColumnBeforeTheNext) {
  PageSetter setter(1);
  setter.Set(50, 80, "本页的标题横贯两栏，它在两栏之前读，栏里的字在它之后读，一行不少。");
  for (int i = 0; i < 6; ++i) {
    const auto y = static_cast<float>(120 + 20 * i);
    setter.Set(50, y, "左栏的第" + std::to_string(i) + "行字字字字字字字字字字");
    setter.Set(320, y + 3, "右栏的第" + std::to_string(i) + "行字字字字字字字字字字");
  }
  setter.Set(50, 300, "两栏之后的一行又横贯全页，它在两栏都读完以后才读到，不会夹在中间。");
  const std::string read = Read(setter.page());
  EXPECT_LT(read.find("横贯两栏"), read.find("左栏的第0行"));
  EXPECT_LT(read.find("左栏的第5行"), read.find("右栏的第0行"));
  EXPECT_LT(read.find("右栏的第5行"), read.find("两栏之后"));
}

TEST(FlowLine, ReadsLabelsAndFiguresRowByRow) {
  PageSetter setter(1);
  for (int i = 0; i < 6; ++i) {
    const auto y = static_cast<float>(120 + 20 * i);
    setter.Set(50, y, "项目" + std::to_string(i)).Set(320, y, "10" + std::to_string(i));
  }
  EXPECT_EQ(Read(setter.page()).substr(0, 24), "项目0 100\n项目1 101\n");
}

TEST(FlowLine, LeavesOutWhatTablesTook) {
  PageSetter setter(1);
  setter.Set(100, 100, "正文").Set(100, 140, "表中");
  EXPECT_EQ(Read(setter.page(), {0, 0, 1, 1}), "正文\n");
}

TEST(FlowLine, ReadsSidewaysTextAfterTheRest) {
  PageSetter setter(1);
  setter.Set(100, 100, "侧边").Set(100, 140, "正文");
  for (size_t i = 0; i < 2; ++i) {
    Glyph& glyph = setter.page().glyphs[i];
    glyph.direction = 90;
    glyph.baseline = 500;
    glyph.box = {500, 100 + 10 * static_cast<float>(i), 510, 110 + 10 * static_cast<float>(i)};
  }
  EXPECT_EQ(Read(setter.page()), "正文\n侧边\n");
}

TEST(FlowLine, WritesALeaderAsAnEllipsis) {
  PageSetter setter(1);
  setter.Set(100, 100, "一、部门概况")
      .Set(165, 100, "........................")
      .Set(300, 100, "12");
  EXPECT_EQ(Read(setter.page()), "一、部门概况……12\n");
}

TEST(FlowLine, SetsARaisedMarkBeforeItsLine) {
  PageSetter setter(1);
  setter.Set(100, 93, "12", 6).Set(107, 100, "Deaton mentions that sectors are homogeneous.", 8);
  EXPECT_EQ(Read(setter.page()), "12Deaton mentions that sectors are homogeneous.\n");
}

TEST(FlowLine, KnowsFootnotesByTheRuleAboveThem) {
  PageSetter setter(1);
  for (int i = 0; i < 5; ++i) {
    setter.Set(100, 100 + 20 * static_cast<float>(i), "正文的一行字");
  }
  setter.Rule(100, 700, 200, 700).Set(100, 720, "1.注文", 7).Set(300, 780, "3", 7);
  const auto lines = FindFlowLines(setter.page(), GatherLines(setter.page()), {});
  ASSERT_EQ(lines.size(), 7U);
  EXPECT_FALSE(lines[4].footnote);
  EXPECT_TRUE(lines[5].footnote);
  EXPECT_FALSE(lines[6].footnote);
}

TEST(FlowLine, KnowsWhatALineBreakMayNotPart) {
  PageSetter setter(1);
  setter.Set(100, 100, "（项）。主要").Set(100, 140, "161.62万元").Set(100, 180, "元。字");
  setter.Set(100, 220, "为“优”。其");
  const auto lines = FindFlowLines(setter.page(), GatherLines(setter.page()), {});
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_NEAR(lines[0].first_piece, 40, 0.01);
  EXPECT_NEAR(lines[1].first_piece, 30, 0.01);
  EXPECT_NEAR(lines[2].first_piece, 20, 0.01);
  EXPECT_NEAR(lines[3].first_piece, lines[3].box.width() - 10, 0.01);
}

}  // namespace
}  // namespace crossfoot
