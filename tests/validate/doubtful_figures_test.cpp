// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/doubtful_figures.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "model/fact_text.h"
#include "validate/evaluate.h"

namespace crossfoot {
namespace {

// Figures that stand below each other on a scanned page: parts, then their total.
class DoubtfulFiguresTest : public testing::Test {
 protected:
  void Print(const std::vector<std::string>& figures) {
    std::string lines;
    for (const std::string& figure : figures) {
      lines += "- | - | - | 2023 | " + figure + " 万元 | - | P1\n";
    }
    auto facts = ReadFacts(lines);
    ASSERT_TRUE(facts.ok());
    facts_.facts = *facts;
    claim_.kind = RelationKind::kSum;
    for (size_t i = 0; i < figures.size(); ++i) {
      Block block;
      block.text.Append(figures[i], PlaceAt(i), 0.7F);
      document_.blocks.push_back(block);
      Anchor& anchor = facts_.facts[i].anchor;
      anchor.address = {TextAddress::Part::kBlock, static_cast<int>(i), 0};
      anchor.begin = 0;
      anchor.end = static_cast<uint32_t>(figures[i].size());
      const Term term = Term::Of(static_cast<FactId>(i), "figure");
      if (i + 1 < figures.size()) {
        claim_.operands.push_back(term);
      } else {
        claim_.stated = term;
      }
    }
  }
  static Place PlaceAt(size_t i) {
    const float y = 100 + 20 * static_cast<float>(i);
    return Place{1, 0, 0, Box{100, y, 150, y + 12}};
  }
  Relation Tested() {
    Relation relation = Evaluate(claim_, facts_);
    DoubtfulFigures(document_, facts_).Weaken(claim_, facts_, &relation);
    return relation;
  }

  Document document_;
  FactSet facts_;
  Claim claim_;
};

TEST_F(DoubtfulFiguresTest, AFigureChosenSoThatASumClosesConfirmsNothing) {
  Print({"8.20", "3.60", "11.80"});
  EXPECT_EQ(Tested().status, RelationStatus::kHeld);
  document_.doubts = {{PlaceAt(1), "3.60", 0.6F, {"8.60"}, true}};
  const Relation relation = Tested();
  EXPECT_EQ(relation.status, RelationStatus::kUnevaluated);
  EXPECT_NE(relation.unevaluated.find("chosen"), std::string::npos);
}

TEST_F(DoubtfulFiguresTest, WhatAnotherReadingMendsIsNoSlip) {
  Print({"8.20", "8.60", "11.80"});
  EXPECT_EQ(Tested().status, RelationStatus::kViolated);
  document_.doubts = {{PlaceAt(1), "8.60", 0.6F, {"9.60", "3.60"}, false}};
  const Relation relation = Tested();
  EXPECT_EQ(relation.status, RelationStatus::kUnevaluated);
  EXPECT_NE(relation.unevaluated.find("3.60"), std::string::npos);
}

TEST_F(DoubtfulFiguresTest, ASlipThatNoReadingMendsIsTold) {
  Print({"8.20", "3.60", "11.30"});
  document_.doubts = {{PlaceAt(1), "3.60", 0.6F, {"8.60"}, false}};
  EXPECT_EQ(Tested().status, RelationStatus::kViolated);
}

TEST_F(DoubtfulFiguresTest, ADoubtOfAnotherPlaceOrAnUnchosenOneChangesNothing) {
  Print({"8.20", "3.60", "11.80"});
  document_.doubts = {{PlaceAt(7), "3.60", 0.6F, {"8.60"}, true}};
  EXPECT_EQ(Tested().status, RelationStatus::kHeld);
  document_.doubts = {{PlaceAt(1), "3.60", 0.6F, {"8.60"}, false}};
  EXPECT_EQ(Tested().status, RelationStatus::kHeld);
}

}  // namespace
}  // namespace crossfoot
