// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/schema.h"

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

}  // namespace
}  // namespace crossfoot
