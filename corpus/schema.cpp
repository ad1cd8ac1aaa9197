// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/schema.h"

#include <algorithm>
#include <sstream>

#include "corpus/embedded.h"

namespace crossfoot {
namespace {

// "crss" and "dcsn" in ASCII: `file` can tell such databases.
constexpr int kCorpusId = 0x63727373;
constexpr int kDecisionsId = 0x6463736E;

std::string_view Embedded(std::string_view name) {
  for (const corpus::EmbeddedFile& file : corpus::EmbeddedFiles()) {
    if (file.name == name) {
      return file.text;
    }
  }
  return {};
}

Schema Read(std::string_view name, int application_id,
            const std::vector<std::string_view>& migrations) {
  Schema schema = ReadSchema(Embedded(name));
  schema.application_id = application_id;
  for (const std::string_view migration : migrations) {
    schema.migrations.push_back(Embedded(migration));
  }
  schema.version = static_cast<int>(schema.migrations.size()) + 1;
  return schema;
}

std::vector<std::string> Words(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; in >> word;) {
    words.push_back(word);
  }
  return words;
}

std::vector<std::string> NamesInParentheses(const std::string& line) {
  std::string inside = line.substr(line.find('(') + 1);
  inside.resize(std::min(inside.find(')'), inside.size()));
  std::replace(inside.begin(), inside.end(), ',', ' ');
  return Words(inside);
}

void ReadColumn(const std::string& line, SchemaTable* table) {
  const size_t comment = line.find("--");
  const std::vector<std::string> words = Words(std::string_view(line).substr(0, comment));
  if (words.size() < 2) {
    return;
  }
  if (words[0] == "PRIMARY") {
    table->key = NamesInParentheses(line);
    return;
  }
  SchemaColumn column{words[0], words[1], false, ""};
  while (!column.type.empty() && column.type.back() == ',') {
    column.type.pop_back();
  }
  column.required = line.find("NOT NULL") < comment;
  if (line.find("PRIMARY KEY") < comment) {
    table->key = {column.name};
  }
  if (comment != std::string::npos) {
    column.about = line.substr(line.find_first_not_of(" -", comment));
  }
  table->columns.push_back(std::move(column));
}

// A view's column: expression AS name, -- TYPE [NOT NULL]: what it means.
void ReadViewColumn(const std::string& line, SchemaTable* table) {
  const size_t comment = line.rfind(" -- ");
  const size_t name = line.rfind(" AS ", comment);
  const size_t about = line.find(": ", comment);
  if (comment == std::string::npos || name == std::string::npos || about == std::string::npos) {
    return;
  }
  SchemaColumn column;
  column.name = Words(line.substr(name + 4, comment - name - 4)).at(0);
  if (column.name.back() == ',') {
    column.name.pop_back();
  }
  const std::string type = line.substr(comment + 4, about - comment - 4);
  column.type = Words(type).at(0);
  column.required = type.find("NOT NULL") != std::string::npos;
  column.about = line.substr(about + 2);
  table->columns.push_back(std::move(column));
}

}  // namespace

const SchemaColumn* SchemaTable::Find(std::string_view column) const {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const SchemaColumn& c) { return c.name == column; });
  return found == columns.end() ? nullptr : &*found;
}

const SchemaTable* Schema::Find(std::string_view table) const {
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [&](const SchemaTable& t) { return t.name == table; });
  return found == tables.end() ? nullptr : &*found;
}

Schema ReadSchema(std::string_view sql) {
  Schema schema;
  schema.sql = sql;
  std::istringstream in{std::string(sql)};
  std::string comment;
  bool inside = false;
  for (std::string line; std::getline(in, line);) {
    if (inside && schema.tables.back().view) {
      if (line.rfind("FROM ", 0) == 0) {
        inside = false;
        schema.tables.back().key = NamesInParentheses(line.substr(line.rfind("-- ")));
      } else {
        ReadViewColumn(line, &schema.tables.back());
      }
    } else if (inside) {
      if (line.rfind(')', 0) == 0) {
        inside = false;
      } else {
        ReadColumn(line, &schema.tables.back());
      }
    } else if (line.rfind("-- ", 0) == 0) {
      comment += (comment.empty() ? "" : " ") + line.substr(3);
    } else if (const bool view = line.rfind("CREATE VIEW ", 0) == 0;
               view || line.rfind("CREATE TABLE ", 0) == 0) {
      schema.tables.push_back({Words(line).at(2), std::exchange(comment, {}), {}, {}, view});
      inside = true;
    } else if (line.empty() && schema.tables.empty() && schema.about.empty()) {
      schema.about = std::exchange(comment, {});
    }
  }
  return schema;
}

const Schema& CorpusSchema() {
  static const Schema kSchema =
      Read("schema/corpus.sql", kCorpusId, {"schema/corpus_2.sql", "schema/corpus_3.sql"});
  return kSchema;
}

const Schema& DecisionsSchema() {
  static const Schema kSchema =
      Read("schema/decisions.sql", kDecisionsId, {"schema/decisions_2.sql"});
  return kSchema;
}

Result<Done> BringUpToDate(const Schema& schema, const std::string& file, Database& database) {
  const auto number = [&](std::string_view sql) -> Result<int64_t> {
    CROSSFOOT_TRY(const SqlValue value, database.Ask(sql));
    const auto* whole = std::get_if<int64_t>(&value);
    return whole == nullptr ? 0 : *whole;
  };
  CROSSFOOT_TRY(const int64_t id, number("PRAGMA application_id"));
  CROSSFOOT_TRY(const int64_t version, number("PRAGMA user_version"));
  CROSSFOOT_TRY(const int64_t objects, number("SELECT count(*) FROM sqlite_schema"));
  const bool empty = id == 0 && version == 0 && objects == 0;
  if (!empty && id != schema.application_id) {
    return Error{ErrorCode::kStoreUnusable, "is a database of something else", file};
  }
  if (version > schema.version) {
    return Error{ErrorCode::kStoreUnusable,
                 "was written by a newer crossfoot (schema " + std::to_string(version) +
                     ", this one knows " + std::to_string(schema.version) + ")",
                 file};
  }
  if (version == schema.version) {
    return Done{};
  }
  CROSSFOOT_TRY(Transaction transaction, Transaction::Begin(database));
  if (empty) {
    CROSSFOOT_DO(database.Execute(std::string(schema.sql)));
  } else {
    for (int64_t step = std::max<int64_t>(version, 1); step < schema.version; ++step) {
      CROSSFOOT_DO(
          database.Execute(std::string(schema.migrations.at(static_cast<size_t>(step - 1)))));
    }
  }
  CROSSFOOT_DO(
      database.Execute("PRAGMA application_id = " + std::to_string(schema.application_id)));
  CROSSFOOT_DO(database.Execute("PRAGMA user_version = " + std::to_string(schema.version)));
  return transaction.Commit();
}

}  // namespace crossfoot
