// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/sqlite.h"

#include <gtest/gtest.h>

#include "temporary_folder.h"

namespace crossfoot {
namespace {

TEST(Database, GivesBackWhatWasPutIn) {
  const TemporaryFolder folder;
  auto database = Database::Open(folder.At("a.db"), Database::Mode::kCreate);
  ASSERT_TRUE(database) << database.error().ToString();
  ASSERT_TRUE(database->Execute("CREATE TABLE t (a, b, c, d)"));
  auto insert = database->Prepare("INSERT INTO t VALUES (?, ?, ?, ?)");
  ASSERT_TRUE(insert);
  const std::string text("预算\0 after", 13);
  ASSERT_TRUE(insert->Run({int64_t{-7}, text, 0.25, SqlValue()}));
  auto select = database->Prepare("SELECT * FROM t");
  ASSERT_TRUE(select);
  ASSERT_TRUE(*select->Step());
  EXPECT_EQ(select->Integer(0), -7);
  EXPECT_EQ(select->Text(1), text);
  EXPECT_EQ(select->Real(2), 0.25);
  EXPECT_TRUE(select->IsNull(3));
  EXPECT_FALSE(*select->Step());
}

TEST(Transaction, LeavesNothingWithoutACommit) {
  const TemporaryFolder folder;
  auto database = Database::Open(folder.At("a.db"), Database::Mode::kCreate);
  ASSERT_TRUE(database);
  ASSERT_TRUE(database->Execute("CREATE TABLE t (a)"));
  for (const bool commit : {false, true}) {
    auto transaction = Transaction::Begin(*database);
    ASSERT_TRUE(transaction);
    ASSERT_TRUE(database->Execute("INSERT INTO t VALUES (1)"));
    if (commit) {
      ASSERT_TRUE(transaction->Commit());
    }
  }
  EXPECT_EQ(*database->Ask("SELECT count(*) FROM t"), SqlValue(int64_t{1}));
}

TEST(Database, SaysWhichFileAndWhatIsWrong) {
  const TemporaryFolder folder;
  const std::string path = folder.Write("a.db", std::string(4096, 'x'));
  auto database = Database::Open(path, Database::Mode::kWrite);
  ASSERT_TRUE(database);
  const auto done = database->Execute("CREATE TABLE t (a)");
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::kStoreUnusable);
  EXPECT_EQ(done.error().file, path);
  EXPECT_FALSE(Database::Open(folder.At("missing.db"), Database::Mode::kRead));
}

TEST(Database, ReadsAFileThatDoesNotChangeFromAnyName) {
  const TemporaryFolder folder;
  const std::string path = folder.At("a%b?c#d.db");
  {
    auto database = Database::Open(path, Database::Mode::kCreate);
    ASSERT_TRUE(database);
    ASSERT_TRUE(database->Execute("PRAGMA journal_mode = WAL"));
    ASSERT_TRUE(database->Execute("CREATE TABLE t (a)"));
  }
  auto database = Database::Open(path, Database::Mode::kReadStill);
  ASSERT_TRUE(database);
  EXPECT_EQ(*database->Ask("SELECT count(*) FROM t"), SqlValue(int64_t{0}));
  EXPECT_FALSE(database->Execute("INSERT INTO t VALUES (1)"));
}

}  // namespace
}  // namespace crossfoot
