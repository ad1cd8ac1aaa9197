// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/measure_words.h"

#include <string_view>

#include <gtest/gtest.h>

#include "validate/rule_pack.h"

namespace crossfoot {
namespace {

TEST(MeasureWords, TheWordsNearestTheFigureDecide) {
  struct Case {
    const char* label;
    Standing standing;
  };
  const Case cases[] = {{"年初预算数为", Standing::kPlanned}, {"支出预算为", Standing::kPlanned},
                        {"预算执行数为", Standing::kDone},    {"支出决算为", Standing::kDone},
                        {"实际完成", Standing::kDone},        {"编制", Standing::kPlanned},
                        {"全区", Standing::kUnknown}};
  Document document;
  FactSet facts;
  facts.facts.emplace_back(Anchor{}, Quantity{});
  const NoFactSource others;
  const CheckContext context(document, facts, RulePack::BuiltIn(), others);
  for (const Case& c : cases) {
    Said said;
    said.fact = 0;
    said.label = c.label;
    EXPECT_EQ(StandingOf(context, said), c.standing) << c.label;
  }
}

}  // namespace
}  // namespace crossfoot
