// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/ink_groups.h"

#include <initializer_list>
#include <string_view>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

struct PlacedWord {
  std::u32string_view text;
  int middle;  // where a careless reader places all of its characters
};

std::vector<ReadSymbol> Read(std::initializer_list<PlacedWord> words) {
  std::vector<ReadSymbol> symbols;
  for (const PlacedWord& word : words) {
    for (const char32_t code : word.text) {
      ReadSymbol symbol;
      symbol.code = code;
      symbol.box = {word.middle - 5, 0, word.middle + 5, 20};
      symbol.begins_word = symbols.empty() || code == word.text.front();
      symbols.push_back(symbol);
    }
  }
  return symbols;
}

TEST(InkGroups, WidthsTellWhichSymbolsAGroupShows) {
  // Font of 20 pixels: four figures with a point are about 50 wide.
  const std::vector<InkGroup> groups = {{0, 40}, {200, 250}, {300, 350}};
  const auto symbols = Read({{U"合计", 60}, {U"23.10", 190}, {U"41.30", 320}});
  EXPECT_EQ(CutIntoGroups(symbols, groups, 20), (std::vector<size_t>{0, 2, 7, 12}));
}

TEST(InkGroups, AFigureIsNotCutForAPixel) {
  // 等级为“优”。 stands narrower than usual; the 2 belongs to 2023.
  const std::vector<InkGroup> groups = {{0, 158}, {175, 260}};
  const auto symbols = Read({{U"等级为“优”。", 70}, {U"7023年度", 165}});
  EXPECT_EQ(CutIntoGroups(symbols, groups, 20), (std::vector<size_t>{0, 7, 13}));
}

TEST(InkGroups, InkThatNobodyReadStaysEmpty) {
  const std::vector<InkGroup> groups = {{0, 40}, {100, 104}, {200, 250}};
  const auto symbols = Read({{U"合计", 60}, {U"23.10", 190}});
  const auto cuts = CutIntoGroups(symbols, groups, 20);
  EXPECT_EQ(cuts[1], 2U);
  EXPECT_EQ(cuts[2], 2U);
  EXPECT_EQ(cuts[3], 7U);
}

TEST(InkGroups, NothingComesOfNothing) {
  EXPECT_EQ(CutIntoGroups({}, {}, 20), (std::vector<size_t>{0}));
  const auto symbols = Read({{U"12", 5}});
  EXPECT_EQ(CutIntoGroups(symbols, {}, 20), (std::vector<size_t>{0}));
  const std::vector<InkGroup> one = {{0, 20}};
  EXPECT_EQ(CutIntoGroups(symbols, one, 0), (std::vector<size_t>{0, 0}));
}

TEST(InkGroups, AGroupIsSharedOutByUsualWidths) {
  const auto symbols = Read({{U"年.", 5}});
  const auto places = SpreadOver({10, 138}, symbols);
  ASSERT_EQ(places.size(), 2U);
  EXPECT_FLOAT_EQ(places[0].left, 10);
  EXPECT_FLOAT_EQ(places[0].right, 110);
  EXPECT_FLOAT_EQ(places[1].right, 138);
}

}  // namespace
}  // namespace crossfoot
