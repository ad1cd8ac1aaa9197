// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/decisions.h"

#include <gtest/gtest.h>

#include "corpus/schema.h"
#include "store_fixture.h"

namespace crossfoot {
namespace {

Decision Decided(const std::string& path, const std::string& word, const std::string& who,
                 int64_t when) {
  return {path, "f1", word, "", who, when, word == "not_error" ? "misread" : "", "h1", "SUM101"};
}

DecisionLog LogIn(const TemporaryFolder& folder, const std::string& name) {
  std::filesystem::create_directories(folder.At(name));
  auto log = DecisionLog::Open(folder.At(name));
  EXPECT_TRUE(log) << (log ? "" : log.error().ToString());
  return std::move(log).value();
}

TEST(Decisions, TheLastOneCountsAndNoneIsLost) {
  const TemporaryFolder folder;
  DecisionLog log = LogIn(folder, "store");
  ASSERT_TRUE(log.Add(Decided("/a", "error", "li", 5)));
  ASSERT_TRUE(log.Add(Decided("/a", "not_error", "li", 6)));
  const auto all = log.All();
  ASSERT_TRUE(all);
  const DecisionIndex index(*all);
  EXPECT_EQ(index.History("/a", "", "f1").size(), 2U);
  EXPECT_EQ(index.Current("/a", "", "f1")->decision, "not_error");
  ASSERT_TRUE(log.Add(Decided("/a", "open", "li", 7)));
  EXPECT_EQ(DecisionIndex(*log.All()).Current("/a", "", "f1"), nullptr);
}

TEST(Decisions, TheSameBytesElsewhereAreTheSameReport) {
  const DecisionIndex index({Decided("/a", "error", "li", 5)});
  EXPECT_NE(index.Current("/elsewhere/a", "h1", "f1"), nullptr);
  EXPECT_NE(index.Current("/a", "changed", "f1"), nullptr);
  EXPECT_EQ(index.Current("/elsewhere/a", "h2", "f1"), nullptr);
  EXPECT_EQ(index.Current("/a", "h1", "f2"), nullptr);
}

TEST(Decisions, TwoLogsMergeOnceAndADifferenceIsTold) {
  const TemporaryFolder folder;
  DecisionLog mine = LogIn(folder, "mine");
  ASSERT_TRUE(mine.Add(Decided("/a", "error", "li", 5)));
  {
    DecisionLog theirs = LogIn(folder, "theirs");
    ASSERT_TRUE(theirs.Add(Decided("/b", "not_error", "wang", 4)));
    ASSERT_TRUE(theirs.Add(Decided("/b", "later", "wang", 8)));
  }
  const auto taken = mine.TakeOver(folder.At("theirs/decisions.db"));
  ASSERT_TRUE(taken) << taken.error().ToString();
  EXPECT_EQ(*taken, 2);
  EXPECT_EQ(*mine.TakeOver(folder.At("theirs/decisions.db")), 0);
  const DecisionIndex index(*mine.All());
  EXPECT_EQ(index.Current("/a", "h1", "f1")->decision, "later");
  EXPECT_TRUE(PeopleDiffer(index.History("/a", "h1", "f1")));
  EXPECT_FALSE(mine.TakeOver(folder.At("nowhere.db")));
  EXPECT_FALSE(mine.TakeOver(folder.Write("text.db", "no database at all")));
}

TEST(Decisions, OnePersonWhoThoughtAgainDiffersFromNoOne) {
  const DecisionIndex index({Decided("/a", "error", "li", 5), Decided("/a", "later", "li", 6)});
  EXPECT_FALSE(PeopleDiffer(index.History("/a", "", "f1")));
}

TEST(Decisions, AReasonStandsWithNotErrorAlone) {
  EXPECT_TRUE(IsSound(Decided("/a", "error", "", 0)));
  EXPECT_TRUE(IsSound(Decided("/a", "not_error", "", 0)));
  Decision odd = Decided("/a", "not_error", "", 0);
  odd.reason = "";
  EXPECT_FALSE(IsSound(odd));
  odd = Decided("/a", "later", "", 0);
  odd.reason = "misread";
  EXPECT_FALSE(IsSound(odd));
  EXPECT_FALSE(IsSound(Decided("/a", "<b>", "", 0)));
}

TEST(Decisions, PrecisionCountsEachFindingOnceByWhatCounts) {
  std::vector<Decision> all = {Decided("/a", "not_error", "li", 1), Decided("/a", "error", "li", 2),
                               Decided("/b", "error", "li", 3)};
  Decision other = Decided("/c", "not_error", "li", 4);
  other.sha256 = "h2";
  all.push_back(other);
  const auto rules = PrecisionByRule(all);
  ASSERT_EQ(rules.size(), 1U);
  EXPECT_EQ(rules[0].error, 1);  // /a and /b are the same bytes
  EXPECT_EQ(rules[0].not_error, 1);
  EXPECT_EQ(rules[0].reasons.at("misread"), 1);
  EXPECT_EQ(PrecisionText(rules[0]), "50.0%");
  EXPECT_EQ(PrecisionText({}), "");
}

TEST(Decisions, AnOlderLogIsBroughtUpToDate) {
  const TemporaryFolder folder;
  std::filesystem::create_directories(folder.At("store"));
  {
    auto old = Database::Open(folder.At("store/decisions.db"), Database::Mode::kCreate);
    ASSERT_TRUE(old);
    ASSERT_TRUE(old->Execute(
        "CREATE TABLE decisions (n INTEGER NOT NULL PRIMARY KEY, path TEXT NOT NULL, finding TEXT "
        "NOT NULL, decision TEXT NOT NULL, note TEXT NOT NULL, who TEXT NOT NULL, decided INTEGER "
        "NOT NULL) STRICT; CREATE INDEX decisions_by_finding ON decisions (path, finding);"
        "INSERT INTO decisions VALUES (1, '/a', 'f1', 'rejected', 'why', 'li', 5);"
        "PRAGMA user_version = 1; PRAGMA application_id = " +
        std::to_string(DecisionsSchema().application_id)));
  }
  auto log = DecisionLog::Open(folder.At("store"));
  ASSERT_TRUE(log) << log.error().ToString();
  const auto all = log->All();
  ASSERT_TRUE(all);
  ASSERT_EQ(all->size(), 1U);
  EXPECT_EQ(all->front().decision, "not_error");
  EXPECT_EQ(all->front().note, "why");
  EXPECT_TRUE(IsSound(all->front()));
}

}  // namespace
}  // namespace crossfoot
