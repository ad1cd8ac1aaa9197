// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/html/source_position.h"

#include <string>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

TEST(SourcePosition, CountsCharactersAndEveryLineEnd) {
  const SourcePositions positions("ab\r\n甲乙\rc\nd");
  EXPECT_EQ(positions.At(0).line, 1);
  EXPECT_EQ(positions.At(4).line, 2);
  EXPECT_EQ(positions.At(7).column, 2);
  EXPECT_EQ(positions.At(11).line, 3);
  EXPECT_EQ(positions.At(13).line, 4);
}

TEST(SourcePosition, AgreesWithACountFromTheBeginningEverywhere) {
  std::string text;
  for (int i = 0; i < 3000; ++i) {
    text += i % 97 == 0 ? "\n" : i % 3 == 0 ? "款" : "x";
  }
  const SourcePositions positions(text);
  int line = 1;
  int column = 1;
  for (size_t at = 0; at < text.size();) {
    EXPECT_EQ(positions.At(at).line, line);
    EXPECT_EQ(positions.At(at).column, column);
    const bool wide = static_cast<unsigned char>(text[at]) >= 0x80;
    column = text[at] == '\n' ? 1 : column + 1;
    line += text[at] == '\n' ? 1 : 0;
    at += wide ? 3 : 1;
  }
}

}  // namespace
}  // namespace crossfoot
