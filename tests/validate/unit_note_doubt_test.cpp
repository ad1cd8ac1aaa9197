// SPDX-License-Identifier: GPL-3.0-or-later
#include "validate/reading/unit_note_doubt.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace crossfoot {
namespace {

// One table of a column with its unit in a note, and a text that tells amounts in 万元.
struct Report {
  FactSet facts;
  std::vector<Passage> prose{Passage{}};
  std::vector<FigureTable> tables{FigureTable{}};

  FactId Add(const std::string& digits, const char* unit, UnitSource source) {
    Unit of = *StandardUnit(unit);
    of.source = source;
    const Decimal value = *Decimal::Parse(digits);
    facts.facts.emplace_back(
        Anchor{}, Quantity{value, of, Interval::Rounded(value, value.scale()).Scaled(of.factor)});
    return static_cast<FactId>(facts.facts.size()) - 1;
  }
  void Cell(const std::string& digits, const char* unit) {
    FigureRow row;
    row.segments.push_back(
        RowSegment{"项目", "", 0, {{1, Add(digits, unit, UnitSource::kUnitNote)}}});
    tables[0].rows.push_back(row);
  }
  void Tell(const std::string& digits) {
    Said said;
    said.fact = Add(digits, "万元", UnitSource::kBeside);
    prose[0].figures.push_back(said);
  }
  [[nodiscard]] std::vector<UnitNoteDoubt> Doubts() const {
    return DoubtUnitNotes(facts, prose, tables);
  }
};

TEST(UnitNoteDoubt, SeveralAmountsOffByOnePowerDoubtTheNote) {
  Report report;
  report.Cell("12034500.00", "万元");
  report.Cell("8034560.00", "万元");
  report.Tell("1203.45");
  report.Tell("803.46");
  const auto doubts = report.Doubts();
  ASSERT_EQ(doubts.size(), 1U);
  EXPECT_EQ(doubts[0].power, -4);
  EXPECT_EQ(doubts[0].pairs.size(), 2U);
}

TEST(UnitNoteDoubt, OneAmountProvesNothing) {
  Report report;
  report.Cell("12034500.00", "万元");
  report.Cell("8034560.00", "万元");
  report.Tell("1203.45");
  report.Tell("99.99");
  EXPECT_TRUE(report.Doubts().empty());
}

TEST(UnitNoteDoubt, AmountsThatAgreeAsTheyStandBearTheNoteOut) {
  Report report;
  report.Cell("12034500.00", "元");
  report.Cell("8034560.00", "元");
  report.Tell("1203.45");
  report.Tell("803.46");
  EXPECT_TRUE(report.Doubts().empty());
}

TEST(UnitNoteDoubt, ShortAmountsRepeatByChance) {
  Report report;
  report.Cell("20", "元");
  report.Cell("35", "元");
  report.Tell("20");
  report.Tell("35");
  EXPECT_TRUE(report.Doubts().empty());
}

}  // namespace
}  // namespace crossfoot
