// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the two databases of a store hold, read from the SQL that makes them.
//
// schema/*.sql is the one place where tables and columns are named and described: inserts, CSV
// heads, the data dictionary, datapackage.json and docs/store.md all come from it. The form it is
// written in: comment lines directly above CREATE TABLE describe the table; a column stands on one
// line, `name TYPE [NOT NULL] [PRIMARY KEY] [UNIQUE], -- what it means`. Of a view, whose columns
// have no types of their own: `expression AS name, -- TYPE [NOT NULL]: what it means`, up to a line
// FROM that ends with `-- PRIMARY KEY (columns)`.
//
// MIGRATIONS  corpus.sql and decisions.sql are the newest schema, whole: what a new store is made
// with. A new version changes that file and adds one more, NAME_<version>.sql, with only the steps
// that lead there from the version before; these are never changed again, so what they create is
// written out in them. An old whole schema is kept only as a test's fixture
// (tests/corpus/corpus_1.sql). Versions are SQLite's user_version.
//
// Tested by tests/corpus/schema_test.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/sqlite.h"

namespace crossfoot {

struct SchemaColumn {
  std::string name;
  std::string type;  // TEXT, INTEGER or REAL
  bool required = false;
  std::string about;
};

struct SchemaTable {
  std::string name;
  std::string about;
  std::vector<SchemaColumn> columns;
  std::vector<std::string> key;
  bool view = false;  // shows what another table holds

  [[nodiscard]] const SchemaColumn* Find(std::string_view column) const;
};

struct Schema {
  std::string about;
  std::string_view sql;
  int application_id = 0;  // SQLite's mark of whose file it is
  int version = 0;
  std::vector<SchemaTable> tables;
  // migrations[i] leads from version i + 1 to i + 2.
  std::vector<std::string_view> migrations;

  [[nodiscard]] const SchemaTable* Find(std::string_view table) const;
};

const Schema& CorpusSchema();
const Schema& DecisionsSchema();
Schema ReadSchema(std::string_view sql);

// Makes an empty database one of this schema, or leads an older one to it, in one transaction.
// Errors (kStoreUnusable): a newer version, or a file of something else; `file` is left untouched.
Result<Done> BringUpToDate(const Schema& schema, const std::string& file, Database& database);

}  // namespace crossfoot
