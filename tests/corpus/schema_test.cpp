// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/schema.h"

#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "corpus/deflated.h"
#include "corpus/report_run.h"
#include "model/json/record_json.h"
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
      // Of a view's columns SQLite knows the names only.
      if (!table.view) {
        EXPECT_EQ(columns->Text(1), column.type);
        EXPECT_EQ(columns->Integer(2) != 0, column.required) << table.name << "." << column.name;
      }
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

// A store as version `version` made it (tests/corpus/corpus_<version>.sql), and what `rows` puts
// in.
Database StoreOf(int version, const std::string& file, const std::string& rows) {
  std::ifstream in(std::string(CROSSFOOT_SOURCE_DIR) + "/tests/corpus/corpus_" +
                   std::to_string(version) + ".sql");
  const std::string schema((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  EXPECT_FALSE(schema.empty());
  auto store = Database::Open(file, Database::Mode::kCreate);
  EXPECT_TRUE(
      store && store->Execute(schema) && store->Execute(rows) &&
      store->Execute("PRAGMA user_version = " + std::to_string(version) +
                     "; PRAGMA application_id = " + std::to_string(CorpusSchema().application_id)));
  return std::move(*store);
}

std::string Layout(Database& database) {
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
}

constexpr char kOneSource[] =
    "INSERT INTO sources VALUES ('a', '/a', 's', 1, 'text/plain', 0, 'ok', "
    "'program 0.1.0 lexicon 1 rules 1');";

TEST(Schema, AnEarlierStoreBecomesOneOfToday) {
  const TemporaryFolder folder;
  auto fresh = Database::Open(folder.At("new.db"), Database::Mode::kCreate);
  ASSERT_TRUE(fresh && BringUpToDate(CorpusSchema(), "new.db", *fresh));
  for (int version = 1; version < CorpusSchema().version; ++version) {
    Database old = StoreOf(version, folder.At(std::to_string(version) + ".db"), kOneSource);
    const auto led = BringUpToDate(CorpusSchema(), "old.db", old);
    ASSERT_TRUE(led) << led.error().ToString();
    EXPECT_EQ(Layout(old), Layout(*fresh)) << version;
    EXPECT_EQ(*old.Ask("SELECT versions FROM sources"), SqlValue(std::string()))
        << "read again at the next run";
  }
}

TEST(Schema, TheRecordsOfAStoreOfVersionTwoAreKept) {
  const TemporaryFolder folder;
  const auto record =
      RunReport({"/a",
                 "松溪镇2023年度部门整体支出绩效自评报告\n2023年支出合计100.00万元，其中：基本支出"
                 "60.00万元，项目支出45.00万元。\n"});
  ASSERT_TRUE(record);
  Database old =
      StoreOf(2, folder.At("a.db"),
              std::string(kOneSource) +
                  "INSERT INTO paragraphs VALUES ('a', 1, 'paragraph', '一、', '二', NULL, "
                  "2), ('a', 0, 'heading', '', '\"一\"', NULL, 1)");
  auto put = old.Prepare("INSERT INTO record_json VALUES (?, ?)");
  ASSERT_TRUE(put);
  ASSERT_TRUE(put->Run({std::string("a"), SqlBlob{Deflated(RecordJson(*record))}}));
  ASSERT_TRUE(put->Run({std::string("damaged"), SqlBlob{"no zlib"}}));
  const auto led = BringUpToDate(CorpusSchema(), "a.db", old);
  ASSERT_TRUE(led) << led.error().ToString();
  EXPECT_EQ(*old.Ask("SELECT whole_record(part, json) FROM packed WHERE source = 'a'"),
            SqlValue(RecordJson(*record)));
  EXPECT_EQ(*old.Ask("SELECT value FROM facts WHERE n = 2"), SqlValue(std::string("45.00")));
  EXPECT_EQ(*old.Ask("SELECT group_concat(n || kind || section || text || line) FROM paragraphs"),
            SqlValue(std::string("0heading\"一\"1,1paragraph一、二2")));
  EXPECT_EQ(
      *old.Ask("SELECT count(*) FROM packed WHERE source = 'damaged' AND part <> 'paragraphs'"),
      SqlValue(int64_t{0}));
}

}  // namespace
}  // namespace crossfoot
