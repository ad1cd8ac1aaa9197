// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/label_number.h"

#include <gtest/gtest.h>

namespace crossfoot::normalize {
namespace {

// The first character of a text is asked.
std::optional<Reading> First(std::string_view words, bool in_cell = false) {
  const Characters text(words);
  return ReadLabelNumber(text, 0, Lexicon::BuiltIn(), in_cell);
}

TEST(LabelNumber, GivesOrdinalsTheirValue) {
  const struct {
    const char* words;
    int ordinal;
  } kCases[] = {{"第三", 3}, {"一是", 1}, {"1.", 1}, {"12、", 12}, {"①", 1},   {"⑳", 20},
                {"⒊", 3},    {"Ⅳ", 4},    {"㈡", 2}, {"三、", 3},  {"2）", 2}, {"第二十", 20}};
  for (const auto& one : kCases) {
    const auto reading = First(one.words);
    ASSERT_TRUE(reading) << one.words;
    EXPECT_EQ(reading->mention, MentionKind::kOrdinal) << one.words;
    EXPECT_EQ(reading->ordinal, one.ordinal) << one.words;
  }
}

TEST(LabelNumber, LeavesQuantitiesAlone) {
  for (const char* words : {"12家", "3.5万元", "1,234", "15%", "三万元", "5个", "100"}) {
    EXPECT_FALSE(First(words)) << words;
  }
}

TEST(LabelNumber, TakesNumbersTooLongToBeAmountsForIdentifiers) {
  EXPECT_EQ(First("110101199001011234")->mention, MentionKind::kIdentifier);
  EXPECT_EQ(First("11010119900101123X")->end, 18U);
  EXPECT_EQ(First("0301")->mention, MentionKind::kIdentifier);
  EXPECT_EQ(First("16号")->mention, MentionKind::kIdentifier);
}

}  // namespace
}  // namespace crossfoot::normalize
