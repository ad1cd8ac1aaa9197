// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/validate.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "model/fact_text.h"

namespace crossfoot {
namespace {

// A paragraph of "label + number + 万元" pieces with its facts.
void AddParagraph(const std::vector<std::pair<std::string, std::string>>& pieces,
                  Document* document, FactSet* facts) {
  std::string text;
  const int block = static_cast<int>(document->blocks.size());
  Place place;
  place.line = block + 1;
  for (const auto& [label, number] : pieces) {
    text += label;
    const auto begin = static_cast<uint32_t>(text.size());
    text += number + "万元";
    const Decimal value = *Decimal::Parse(number);
    const Unit unit = *StandardUnit("万元");
    Fact fact(Anchor{{TextAddress::Part::kBlock, block, 0},
                     begin,
                     static_cast<uint32_t>(text.size()),
                     place},
              Quantity{value, unit, Interval::Rounded(value, 2) * Interval(unit.factor)});
    fact.subject = label;
    facts->facts.push_back(std::move(fact));
  }
  Block one;
  one.text.Append(text + "。", place);
  document->blocks.push_back(std::move(one));
}

TEST(Validate, MarksWhatTheReportConfirmsAndDisputes) {
  Document document;
  FactSet facts;
  AddParagraph({{"全年支出", "500.00"}, {"，其中：基本支出", "420.00"}, {"，项目支出", "80.00"}},
               &document, &facts);
  AddParagraph({{"上年支出", "400.00"}, {"，其中：基本支出", "320.00"}, {"，项目支出", "90.00"}},
               &document, &facts);
  AddParagraph({{"捐赠", "3.00"}}, &document, &facts);
  const Record record = Validate(document, facts, RulePack::BuiltIn(), NoFactSource());
  EXPECT_EQ(record.verdict, Verdict::kInconsistent);
  ASSERT_EQ(record.findings.size(), 1U);
  EXPECT_EQ(record.findings[0].rule, "SUM101");
  EXPECT_EQ(record.fact_status[0], FactStatus::kConfirmed);
  EXPECT_EQ(record.fact_status[3], FactStatus::kDisputed);
  EXPECT_EQ(record.fact_status[6], FactStatus::kUntested);
}

TEST(Validate, ARuleThatIsOffSaysNothing) {
  Document document;
  FactSet facts;
  AddParagraph({{"上年支出", "400.00"}, {"，其中：基本支出", "320.00"}, {"，项目支出", "90.00"}},
               &document, &facts);
  const auto pack = RulePack::BuiltIn().With("off = [\"SUM101\"]", "own.toml");
  ASSERT_TRUE(pack.ok());
  EXPECT_TRUE(Validate(document, facts, *pack, NoFactSource()).findings.empty());
}

TEST(Validate, NothingToTestIsNotConsistent) {
  const Record record = Validate({}, {}, RulePack::BuiltIn(), NoFactSource());
  EXPECT_EQ(record.verdict, Verdict::kUntested);
  EXPECT_TRUE(record.findings.empty());
  EXPECT_FALSE(record.uncovered.empty());  // and it says what was not checked
}

TEST(Validate, IsBoundedOnAPageOfAThousandNumbers) {
  Document document;
  FactSet facts;
  std::vector<std::pair<std::string, std::string>> pieces;
  for (int i = 0; i < 2000; ++i) {
    pieces.emplace_back(i % 7 == 0 ? "，其中：支出" : "、比上年增加",
                        std::to_string(i % 97) + ".50");
  }
  AddParagraph(pieces, &document, &facts);
  const auto start = std::chrono::steady_clock::now();
  const Record record = Validate(document, facts, RulePack::BuiltIn(), NoFactSource());
  const auto spent = std::chrono::steady_clock::now() - start;
  EXPECT_LT(std::chrono::duration_cast<std::chrono::seconds>(spent).count(), 5);
  EXPECT_EQ(record.fact_status.size(), 2000U);
}

TEST(Validate, GivesTheSameRecordTwice) {
  Document document;
  FactSet facts;
  AddParagraph({{"全年支出", "500.00"}, {"，其中：基本支出", "420.00"}, {"，项目支出", "90.00"}},
               &document, &facts);
  const Record a = Validate(document, facts, RulePack::BuiltIn(), NoFactSource());
  const Record b = Validate(document, facts, RulePack::BuiltIn(), NoFactSource());
  ASSERT_EQ(a.findings.size(), b.findings.size());
  for (size_t i = 0; i < a.findings.size(); ++i) {
    EXPECT_EQ(a.findings[i].id, b.findings[i].id);
    EXPECT_EQ(a.findings[i].message.zh, b.findings[i].message.zh);
  }
}

TEST(Validate, WhatIsMissingOnAPictureMayNotHaveBeenRead) {
  const auto checked = [](float reading) {
    Document document;
    Block block;
    block.text.Append("一是目标不细；二是执行偏慢；四是制度不全。", Place{1, 0, 0, Box{}}, reading);
    document.blocks.push_back(std::move(block));
    return Validate(document, FactSet{}, RulePack::BuiltIn(), NoFactSource());
  };
  ASSERT_EQ(checked(1).findings.size(), 1U);
  EXPECT_EQ(checked(1).findings[0].rule, "STR101");
  const Record scanned = checked(0.98F);
  EXPECT_TRUE(scanned.findings.empty());
  EXPECT_TRUE(
      std::any_of(scanned.uncovered.begin(), scanned.uncovered.end(), [](const Uncovered& one) {
        return one.rule == "STR101" &&
               one.reason.en.find("may not have been read") != std::string::npos;
      }));
}

}  // namespace
}  // namespace crossfoot
