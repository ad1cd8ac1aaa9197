// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/table/cell_text.h"

#include <numeric>

#include <gtest/gtest.h>

#include "tests/extract/table/page_builder.h"

namespace crossfoot {
namespace {

using table_test::PageBuilder;

Text Compose(const PageContent& page) {
  const PageText text = GatherLines(page);
  std::vector<uint32_t> words(text.words.size());
  std::iota(words.begin(), words.end(), 0U);
  return ComposeText(page, text, words);
}

TEST(ComposeText, JoinsWrappedLinesAsTheirLanguageDoes) {
  EXPECT_EQ(Compose(PageBuilder().Text(50, 100, "机关事业单位基本").Text(50, 115, "养老保险").page)
                .utf8(),
            "机关事业单位基本养老保险");
  EXPECT_EQ(Compose(PageBuilder().Text(50, 100, "net of").Text(50, 115, "tax").page).utf8(),
            "net of tax");
  EXPECT_EQ(Compose(PageBuilder().Text(50, 100, "12,345,").Text(50, 115, "678.90").page).utf8(),
            "12,345,678.90");
}

TEST(ComposeText, KeepsTwoFiguresApartThatStandOneAboveTheOther) {
  EXPECT_EQ(Compose(PageBuilder().Text(50, 100, "7").Text(50, 115, "1.4%").page).utf8(), "7 1.4%");
  EXPECT_EQ(Compose(PageBuilder().Text(50, 100, "2,946.25").Text(50, 115, "12").page).utf8(),
            "2,946.25 12");
  EXPECT_EQ(Compose(PageBuilder().Text(50, 100, "12,34").Text(50, 115, "5").page).utf8(), "12,345");
}

TEST(ComposeText, DropsBlanksThatTypesettingPutBetweenChineseCharacters) {
  EXPECT_EQ(Compose(PageBuilder().Text(50, 100, "合").Text(90, 100, "计").page).utf8(), "合计");
}

TEST(ComposeText, LeadsEveryCharacterToItsBox) {
  const Text text = Compose(PageBuilder().Text(50, 100, "支出2024").page);
  EXPECT_EQ(text.utf8(), "支出2024");
  const Place digits = text.PlaceOf(6, 10);
  ASSERT_TRUE(digits.box.has_value());
  EXPECT_EQ(digits.page, 1);
  EXPECT_FLOAT_EQ(digits.box->left, 70);
  EXPECT_FLOAT_EQ(digits.box->right, 90);
}

}  // namespace
}  // namespace crossfoot
