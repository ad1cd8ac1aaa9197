// SPDX-License-Identifier: GPL-3.0-or-later
#include "normalize/coordination.h"

#include <gtest/gtest.h>

#include "normalize/normalize.h"
#include "tests/normalize/sample_document.h"

namespace crossfoot {
namespace {

std::string Subjects(const std::string& words) {
  std::string out;
  for (const Fact& fact :
       Normalize(SampleDocument().Paragraph(words).Get(), Lexicon::BuiltIn()).facts) {
    out += (out.empty() ? "" : " | ") + fact.subject + " " + fact.quantity.value.ToString();
  }
  return out;
}

TEST(Coordination, DealsFiguresOutInTheirOrder) {
  EXPECT_EQ(Subjects("基本支出、项目支出分别为220.36万元、3.08万元。"),
            "基本支出 220.36 | 项目支出 3.08");
  EXPECT_EQ(Subjects("今年货物、工程和服务各为1万元、2万元和3万元，共6万元。"),
            "今年货物 1 | 工程 2 | 服务 3 | 服务 6");
}

TEST(Coordination, GivesNothingWhereNounsAndFiguresDoNotPairUp) {
  EXPECT_EQ(Subjects("收入分别为2万元、3万元。"), "收入 2 | 收入 3");
}

}  // namespace
}  // namespace crossfoot
