// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/ocr/figure_marks.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "tests/extract/ocr/read_symbols.h"

namespace crossfoot {
namespace {

TEST(FigureMarks, PointsAndCommasOfARunningTextMakeNumbers) {
  const auto settled = [](std::u32string_view text) {
    std::vector<ReadSymbol> symbols = Read(text);
    SettleFigureMarks(&symbols);
    std::string out;
    for (const ReadSymbol& symbol : symbols) {
      AppendUtf8(symbol.code, &out);
    }
    return out;
  };
  EXPECT_EQ(settled(U"共1.632.87万元,其中18.5万元"), "共1,632.87万元,其中18.5万元");
  EXPECT_EQ(settled(U"2023.1.5至2023.12.31,"), "2023.1.5至2023.12.31,");
  EXPECT_EQ(settled(U"见1.2.3节，12,"), "见1.2.3节，12,");
}

TEST(FigureMarks, ARateKeepsItsPoint) {
  std::vector<ReadSymbol> symbols = Read(U"的90.779%");
  symbols[3].others = {{U',', 0.9F}};
  SettleFigureMarks(&symbols);
  EXPECT_EQ(symbols[3].code, U'.');
}

}  // namespace
}  // namespace crossfoot
