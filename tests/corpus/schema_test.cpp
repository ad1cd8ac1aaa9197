// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/schema.h"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "temporary_folder.h"

namespace crossfoot {
namespace {

TEST(Schema, DescribesEveryTableAndColumn) {
  for (const Schema* schema : {&CorpusSchema(), &DecisionsSchema()}) {
    EXPECT_FALSE(schema->about.empty());
    ASSERT_FALSE(schema->tables.empty());
    for (const SchemaTable& table : schema->tables) {
      EXPECT_FALSE(table.about.empty()) << table.name;
      EXPECT_FALSE(table.key.empty()) << table.name;
      for (const SchemaColumn& column : table.columns) {
        EXPECT_FALSE(column.about.empty()) << table.name << "." << column.name;
      }
    }
  }
}

TEST(Schema, ReadsWhatSqliteMakesOfIt) {
  const TemporaryFolder folder;
  auto database = Database::Open(folder.At("a.db"), Database::Mode::kCreate);
  ASSERT_TRUE(database);
  const auto made = BringUpToDate(CorpusSchema(), "a.db", *database);
  ASSERT_TRUE(made) << made.error().ToString();
  for (const SchemaTable& table : CorpusSchema().tables) {
    auto columns = database->Prepare("SELECT name, type, \"notnull\" FROM pragma_table_info(?)");
    ASSERT_TRUE(columns);
    columns->Bind({table.name});
    for (const SchemaColumn& column : table.columns) {
      ASSERT_TRUE(*columns->Step()) << table.name;
      EXPECT_EQ(columns->Text(0), column.name);
      EXPECT_EQ(columns->Text(1), column.type);
      EXPECT_EQ(columns->Integer(2) != 0, column.required) << table.name << "." << column.name;
    }
    EXPECT_FALSE(*columns->Step()) << table.name;
  }
}

TEST(Schema, AnOlderDatabaseIsLedThroughEachStep) {
  const TemporaryFolder folder;
  auto database = Database::Open(folder.At("a.db"), Database::Mode::kCreate);
  ASSERT_TRUE(database);
  Schema schema;
  schema.sql = "CREATE TABLE t (a INTEGER)";
  schema.application_id = 77;
  schema.version = 1;
  ASSERT_TRUE(BringUpToDate(schema, "a.db", *database));
  ASSERT_TRUE(database->Execute("INSERT INTO t VALUES (5)"));
  schema.version = 3;
  schema.migrations = {"ALTER TABLE t ADD b INTEGER", "UPDATE t SET b = a + 1"};
  ASSERT_TRUE(BringUpToDate(schema, "a.db", *database));
  EXPECT_EQ(*database->Ask("SELECT b FROM t"), SqlValue(int64_t{6}));
  EXPECT_EQ(*database->Ask("PRAGMA user_version"), SqlValue(int64_t{3}));
}

TEST(Schema, AStepThatFailsLeavesTheDatabaseAsItWas) {
  const TemporaryFolder folder;
  auto database = Database::Open(folder.At("a.db"), Database::Mode::kCreate);
  ASSERT_TRUE(database);
  Schema schema{"", "CREATE TABLE t (a INTEGER)", 77, 1, {}, {}};
  ASSERT_TRUE(BringUpToDate(schema, "a.db", *database));
  schema.version = 3;
  schema.migrations = {"ALTER TABLE t ADD b INTEGER", "UPDATE nothing SET b = 1"};
  EXPECT_FALSE(BringUpToDate(schema, "a.db", *database));
  EXPECT_EQ(*database->Ask("PRAGMA user_version"), SqlValue(int64_t{1}));
  EXPECT_FALSE(database->Execute("SELECT b FROM t"));
}

// tests/corpus/corpus_1.sql is the schema as version 1 shipped it.
TEST(Schema, AStoreOfVersionOneBecomesOneOfToday) {
  const TemporaryFolder folder;
  std::ifstream in(std::string(CROSSFOOT_SOURCE_DIR) + "/tests/corpus/corpus_1.sql");
  const std::string first((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  ASSERT_FALSE(first.empty());
  auto old = Database::Open(folder.At("old.db"), Database::Mode::kCreate);
  auto fresh = Database::Open(folder.At("new.db"), Database::Mode::kCreate);
  ASSERT_TRUE(old && fresh);
  ASSERT_TRUE(old->Execute(first));
  ASSERT_TRUE(old->Execute("PRAGMA user_version = 1; PRAGMA application_id = " +
                           std::to_string(CorpusSchema().application_id)));
  ASSERT_TRUE(
      old->Execute("INSERT INTO sources VALUES ('a', '/a', 's', 1, 'text/plain', 0, 'ok', "
                   "'program 0.1.0 lexicon 1 rules 1')"));
  const auto led = BringUpToDate(CorpusSchema(), "old.db", *old);
  ASSERT_TRUE(led) << led.error().ToString();
  ASSERT_TRUE(BringUpToDate(CorpusSchema(), "new.db", *fresh));
  const auto layout = [](Database& database) {
    std::string out;
    auto rows = database.Prepare(
        "SELECT m.type, m.name, c.name, c.type, c.\"notnull\", c.pk FROM sqlite_schema m LEFT JOIN "
        "pragma_table_info(m.name) c ORDER BY 1, 2, c.cid");
    EXPECT_TRUE(rows);
    while (*rows->Step()) {
      for (int i = 0; i < rows->columns(); ++i) {
        out += std::string(rows->Text(i)) + " ";
      }
      out += "\n";
    }
    return out;
  };
  EXPECT_EQ(layout(*old), layout(*fresh));
  EXPECT_EQ(*old->Ask("SELECT versions FROM sources"), SqlValue(std::string()))
      << "read again at the next run";
}

}  // namespace
}  // namespace crossfoot
