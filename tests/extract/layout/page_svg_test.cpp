// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/layout/page_svg.h"

#include <gtest/gtest.h>

#include "tests/extract/layout/page_setter.h"

namespace crossfoot {
namespace {

TEST(PageSvg, DrawsEachThingThatWasSeen) {
  PageSetter setter(1);
  setter.Set(100, 100, "<&").Rule(100, 200, 300, 200);
  PageContent& page = setter.page();
  page.shades.push_back({{10, 20, 30, 40}, 0xFFEE00});
  page.images.push_back({50, 60, 70, 80});
  PageTables tables;
  PageTable table;
  table.box = {100, 200, 300, 240};
  table.cells.resize(1);
  table.cells[0].place.box = Box{100, 200, 200, 220};
  tables.tables.push_back(table);
  const auto lines = FindFlowLines(page, GatherLines(page), {});
  const std::string svg = PageSvg(page, tables, lines);
  EXPECT_EQ(svg.find("<svg"), 0U);
  EXPECT_NE(svg.find("&lt;</text>"), std::string::npos);
  EXPECT_NE(svg.find("&amp;</text>"), std::string::npos);
  EXPECT_NE(svg.find("x1=\"100.00\" y1=\"200.00\" x2=\"300.00\" y2=\"200.00\""), std::string::npos);
  EXPECT_NE(svg.find("fill=\"#ffee00\""), std::string::npos);
  EXPECT_NE(svg.find("<rect x=\"50.00\" y=\"60.00\""), std::string::npos);
  EXPECT_NE(svg.find("<rect x=\"100.00\" y=\"200.00\" width=\"100.00\""), std::string::npos);
  EXPECT_NE(svg.find(">1</text>"), std::string::npos);
  EXPECT_EQ(svg.substr(svg.size() - 7), "</svg>\n");
}

}  // namespace
}  // namespace crossfoot
