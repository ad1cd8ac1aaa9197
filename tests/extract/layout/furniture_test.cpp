// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/furniture.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/extract/layout/page_setter.h"

namespace crossfoot {
namespace {

TEST(Furniture, KnowsAPageNumberByItsForm) {
  for (const char* number :
       {"3", "- 3 -", "—12—", "第3页", "第 3 页 共 25 页", "3/25", "３", "Page 3 of 9", "iv"}) {
    EXPECT_TRUE(IsPageNumber(number)) << number;
  }
  for (const char* text : {"", "2,940.05", "20231", "三、", "3万元", "1 2 3", "表3", "-"}) {
    EXPECT_FALSE(IsPageNumber(text)) << text;
  }
}

class FurnitureTest : public testing::Test {
 protected:
  void Add(PageSetter& setter) {
    pages_.push_back(setter.page().info);
    for (FlowLine& line : FindFlowLines(setter.page(), GatherLines(setter.page()), {})) {
      lines_.push_back(std::move(line));
    }
  }
  std::string Furniture() {
    std::string found;
    const std::vector<bool> furniture = FindFurniture(lines_, pages_);
    for (size_t i = 0; i < lines_.size(); ++i) {
      found += furniture[i] ? lines_[i].text.utf8() + "|" : "";
    }
    return found;
  }

  std::vector<FlowLine> lines_;
  std::vector<PageInfo> pages_;
};

TEST_F(FurnitureTest, IsWhatRepeatsAtOnePlace) {
  for (int i = 1; i <= 3; ++i) {
    PageSetter setter(i);
    setter.Set(200, 40, "某局2023年度部门决算")
        .Set(100, 300, "重复的正文")
        .Set(290, 780, "- " + std::to_string(i) + " -");
    Add(setter);
  }
  EXPECT_EQ(Furniture(),
            "某局2023年度部门决算|- 1 -|某局2023年度部门决算|- 2 -|某局2023年度部门决算|- 3 -|");
}

TEST_F(FurnitureTest, IsNotTheUnitNoteOfATable) {
  for (int i = 1; i <= 4; ++i) {
    PageSetter setter(i);
    setter.Set(500, 60, "单位：万元").Set(100, 300, "正文");
    Add(setter);
  }
  EXPECT_EQ(Furniture(), "");
}

TEST_F(FurnitureTest, IsNotAFigureAmongTheText) {
  PageSetter setter(1);
  setter.Set(100, 700, "正文").Set(300, 720, "25").Set(100, 760, "末行正文");
  Add(setter);
  EXPECT_EQ(Furniture(), "");
}

TEST_F(FurnitureTest, IsAWatermark) {
  PageSetter setter(1);
  setter.Set(100, 300, "正文正文正文正文正文正文正文").Set(200, 420, "样稿", 60, false, 0xD0D0D0);
  setter.Set(100, 500, "斜");
  setter.page().glyphs.back().direction = 315;
  Add(setter);
  EXPECT_EQ(Furniture(), "样稿|斜|");
}

}  // namespace
}  // namespace crossfoot
