// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/across/across.h"

#include <gtest/gtest.h>

#include "corpus/across/cross_rule.h"
#include "corpus/across/figures.h"
#include "corpus/across/office_group.h"
#include "store_fixture.h"

namespace crossfoot {
namespace {

StoredFact FactOf(int64_t n, const std::string& words, int64_t value, int64_t year,
                  int direction = 0) {
  StoredFact fact;
  fact.n = n;
  fact.id = "f" + std::to_string(n);
  fact.subject = words;
  fact.words = words;
  fact.base = Decimal(value);
  fact.low = Decimal(value) - Decimal(50);
  fact.high = Decimal(value) + Decimal(50);
  fact.unit = "元";
  fact.shown = std::to_string(value) + "元";
  fact.year = year;
  fact.direction = direction;
  return fact;
}

ReportContents ReportOf(int64_t year, std::vector<StoredFact> facts) {
  ReportContents report;
  report.who.source = "s" + std::to_string(year);
  report.who.sha256 = report.who.source;
  report.who.path = "/" + report.who.source;
  report.who.office = "松溪镇人民政府";
  report.who.kind = "部门预算";
  report.who.genre = ReportGenre::kBudget;
  report.who.year = year;
  report.facts = std::move(facts);
  return report;
}

std::string Found(const char* rule, const ReportContents& report, const ReportContents& other) {
  CrossSink sink;
  FindCrossRule(rule)->compare({report, other}, sink);
  std::string out;
  for (const Comparison& one : sink.comparisons()) {
    out += one.status + " " + one.difference +
           (one.severity ? " " + std::string(SeverityName(*one.severity)) : "") + "\n";
  }
  return out;
}

TEST(PriorYear, FollowsFromTheFigureAndItsRise) {
  const auto before = ReportOf(2022, {FactOf(0, "基本支出", 9000, 2022)});
  const auto after = [&](int64_t value, int64_t change, int direction) {
    return Found("COR101",
                 ReportOf(2023, {FactOf(0, "基本支出", value, 2023),
                                 FactOf(1, "基本支出", change, 2023, direction)}),
                 before);
  };
  EXPECT_EQ(after(10000, 1000, 1), "held 0\n");
  EXPECT_EQ(after(8000, 1000, -1), "held 0\n");
  EXPECT_EQ(after(10000, 900, 1), "rounding 100\n");
  EXPECT_EQ(after(10000, 400, 1), "violated 600 info\n") << "alone, it may be another scope";
}

TEST(PriorYear, IsSilentWhereTheWordsAreNotTheSameOrNameSeveralAmounts) {
  const auto later = ReportOf(2023, {FactOf(0, "基本支出", 9000, 2022)});
  EXPECT_EQ(Found("COR101", later, ReportOf(2022, {FactOf(0, "项目支出", 1, 2022)})), "");
  EXPECT_EQ(
      Found("COR101", later,
            ReportOf(2022, {FactOf(0, "基本支出", 1, 2022), FactOf(1, "基本支出", 900, 2022)})),
      "");
  // The rise of another thing, too far away, is not this figure's.
  EXPECT_EQ(
      Found("COR101",
            ReportOf(2023, {FactOf(0, "基本支出", 9000, 2023), FactOf(9, "基本支出", 1, 2023, 1)}),
            ReportOf(2022, {FactOf(0, "基本支出", 7000, 2022)})),
      "");
}

TEST(Weighing, ManyDifferencesAreOneNote) {
  std::vector<StoredFact> before;
  std::vector<StoredFact> after;
  for (int64_t i = 0; i < 6; ++i) {
    before.push_back(FactOf(i, "item" + std::to_string(i), 9000, 2022));
    after.push_back(FactOf(i, "item" + std::to_string(i), i < 3 ? 9000 : 5000, 2022));
  }
  EXPECT_EQ(Found("COR101", ReportOf(2023, after), ReportOf(2022, before)),
            "held 0\nheld 0\nheld 0\nviolated -4000 info\nviolated -4000\nviolated -4000\n");
  after[4] = FactOf(4, "item4", 9000, 2022);
  after[5] = FactOf(5, "item5", 9000, 2022);
  EXPECT_EQ(Found("COR101", ReportOf(2023, after), ReportOf(2022, before)),
            "held 0\nheld 0\nheld 0\nviolated -4000 warning\nheld 0\nheld 0\n");
}

TEST(Figures, DifferInTheUnitThatBothArePrintedIn) {
  StoredFact a = FactOf(0, "x", 120000, 2023);
  StoredFact b = FactOf(0, "x", 100000, 2023);
  a.unit = b.unit = "万元";
  const Comparison same = Compared(ToldAs(a), b);
  EXPECT_EQ(same.difference + same.unit, "2万元");
  b.unit = "元";
  const Comparison mixed = Compared(ToldAs(a), b);
  EXPECT_EQ(mixed.difference + mixed.unit, "20000元");
}

TEST(Labels, AreComparedWithoutYears) {
  EXPECT_EQ(YearlessLabel("2023年度部门 预算", false), "部门预算");
  EXPECT_EQ(YearlessLabel("2022年预算数", true), YearlessLabel("上年预算数", true));
  EXPECT_EQ(YearlessLabel("2010101行政运行", false), "2010101行政运行") << "a code is no year";
  EXPECT_EQ(YearlessLabel("预算数（2023年）", true), "预算数");
}

std::string Pairs(const std::vector<ReportContents>& reports) {
  std::vector<StoredReport> who;
  for (const ReportContents& report : reports) {
    who.push_back(report.who);
  }
  std::string out;
  const auto done = ForEachPair(
      who,
      [&](const StoredReport& wanted) -> Result<ReportContents> {
        for (const ReportContents& report : reports) {
          if (report.who.source == wanted.source) {
            return report;
          }
        }
        return ReportContents{};
      },
      [&](Pairing pairing, const ReportContents& report,
          const ReportContents& other) -> Result<Done> {
        out += (pairing == Pairing::kYearBefore ? "before "
                : pairing == Pairing::kSameYear ? "same "
                                                : "editions ") +
               report.who.source + " " + other.who.source + "\n";
        return Done{};
      });
  EXPECT_TRUE(done);
  return out + (done->empty() ? "" : "too many: " + std::to_string(done->size()) + "\n");
}

std::vector<StoredFact> Some(int64_t year, int64_t last) {
  return {FactOf(0, "a", 1000, year), FactOf(1, "b", 2000, year), FactOf(2, "c", 3000, year),
          FactOf(3, "d", last, year)};
}

TEST(OfficeGroup, PairsYearsKindsAndEditions) {
  auto first = ReportOf(2022, Some(2022, 1));
  auto second = ReportOf(2023, Some(2023, 1));
  EXPECT_EQ(Pairs({first, second}), "before s2023 s2022\n");
  EXPECT_EQ(Pairs({first, ReportOf(2024, Some(2024, 1))}), "") << "not neighbours";
  auto edition = ReportOf(2023, Some(2023, 4000));
  edition.who.source = edition.who.sha256 = "new";
  EXPECT_EQ(Pairs({second, edition}), "editions new s2023\n");
  auto other = edition;
  other.who.kind = "部门决算";
  other.who.genre = ReportGenre::kFinalAccounts;
  EXPECT_EQ(Pairs({second, other}), "same new s2023\n");
  EXPECT_EQ(Pairs({other, second}), "same new s2023\n") << "whatever the order";
  auto copy = second;
  copy.who.source = "copy";
  EXPECT_EQ(Pairs({second, copy}), "") << "the same bytes";
}

TEST(OfficeGroup, TwoReportsOfAYearLeaveNoYearBefore) {
  auto a = ReportOf(2022, {FactOf(0, "a", 1, 2022)});
  auto b = a;
  b.who.source = b.who.sha256 = "other";
  EXPECT_EQ(Pairs({a, b, ReportOf(2023, Some(2023, 1))}), "");
}

TEST(OfficeGroup, ANameThatTwoPlacesShareIsNoOneOffice) {
  auto a = ReportOf(2022, Some(2022, 1));
  auto b = ReportOf(2023, Some(2023, 1));
  a.who.above = "江州市";
  EXPECT_EQ(Pairs({a, b}), "before s2023 s2022\n") << "the places above may be left out";
  b.who.above = "海州市";
  EXPECT_EQ(Pairs({a, b}), "");
}

TEST(OfficeGroup, TooManyReportsOfAYearAreSaid) {
  std::vector<ReportContents> reports;
  for (size_t i = 0; i <= kMostReports; ++i) {
    reports.push_back(ReportOf(2023, Some(2023, 1)));
    reports.back().who.source = reports.back().who.sha256 = "s" + std::to_string(i);
  }
  EXPECT_EQ(Pairs(reports), "too many: 33\n");
}

constexpr char kBefore[] =
    "松溪镇人民政府2022年度部门预算\n一、收支情况\n2022年基本支出预算数为90.00万元。\n";
constexpr char kNow[] =
    "松溪镇人民政府2023年度部门预算\n一、收支情况\n2023年基本支出预算数为100.00万元，与上年相比"
    "增加20.00万元，增长25.00%。\n";

TEST(Across, AFindingNamesBothReports) {
  const TemporaryFolder folder;
  Store store = WritableStore(folder);
  RunOver(store, {folder.Write("2022.txt", kBefore), folder.Write("2023.txt", kNow),
                  folder.Write("copy.txt", kBefore)});
  EXPECT_EQ(Answer(store, "SELECT rule, status FROM across ORDER BY rule"),
            "COR101 violated\nCOR108 noted\n");
  EXPECT_NE(
      Answer(store,
             "SELECT f.rule, f.severity, f.stated, f.computed, f.difference, f.unit, "
             "o.path FROM findings f JOIN sources o ON o.source = f.other_source WHERE "
             "f.rule = 'COR101'")
          .find("COR101 info 100.00万元 − 20.00万元 90.00万元 -10 万元 " + folder.At("2022.txt")),
      std::string::npos);
  EXPECT_FALSE(*store.AcrossIsStale());
}

// Adding, changing and taking away reports one by one comes to what one run over what is left
// gives.
TEST(Across, OnlyWhatIsTouchedIsComparedAgainAndComesOutTheSame) {
  const TemporaryFolder folder;
  Store step = WritableStore(folder, "step");
  const std::string all = "SELECT * FROM across ORDER BY grp, n";
  const std::string findings = "SELECT * FROM findings ORDER BY source, n";
  const auto before = folder.Write("2022.txt", kBefore);
  const auto now = folder.Write("2023.txt", kNow);
  RunOver(step, {now});
  EXPECT_EQ(Answer(step, all), "");
  RunOver(step, {before});
  const std::string other =
      folder.Write("other.txt", "海棠镇人民政府2023年度部门预算\n一、收支\n基本支出1.00万元。\n");
  RunOver(step, {other});
  Store whole = WritableStore(folder, "whole");
  RunOver(whole, {other, now, before});
  EXPECT_EQ(Answer(step, all), Answer(whole, all));
  EXPECT_EQ(Answer(step, findings), Answer(whole, findings));
  EXPECT_NE(Answer(whole, all), "");
  ASSERT_TRUE(whole.Begin());
  ASSERT_TRUE(whole.Remove(before));
  ASSERT_TRUE(whole.Commit());
  EXPECT_TRUE(*whole.AcrossIsStale());
  ASSERT_TRUE(CompareAcross(whole));
  EXPECT_EQ(Answer(whole, all), "") << "what it said of a report that is gone is gone";
  EXPECT_EQ(Answer(whole, "SELECT rule FROM findings WHERE rule GLOB 'COR*'"), "");
}

}  // namespace
}  // namespace crossfoot
