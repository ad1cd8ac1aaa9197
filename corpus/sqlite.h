// SPDX-License-Identifier: GPL-3.0-or-later
//
// SQLite, as little of it as the store needs: a database, prepared statements, values. The one
// place that includes it.
//
// Every failure is an Error (kStoreUnusable, or kWriteFailed for a full or failing disk) that names
// the file. A Database is used by one thread.
//
// Tested by tests/corpus/sqlite_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace crossfoot {

// What a column holds: nothing, a whole number, a measure of ours (never a value from a report), or
// text, or bytes.
struct SqlBlob {
  std::string bytes;
  friend bool operator==(const SqlBlob&, const SqlBlob&) = default;
};
using SqlValue = std::variant<std::monostate, int64_t, double, std::string, SqlBlob>;
using SqlRow = std::vector<SqlValue>;

// Statements that were used and may be used again: the same SQL is asked many times.
class KeptStatements {
 public:
  KeptStatements() = default;
  ~KeptStatements();
  KeptStatements(const KeptStatements&) = delete;
  KeptStatements& operator=(const KeptStatements&) = delete;

  // Null where none is kept for it.
  sqlite3_stmt* Take(std::string_view sql);
  void Keep(sqlite3_stmt* statement);

 private:
  std::multimap<std::string, sqlite3_stmt*, std::less<>> kept_;
};

// A prepared statement. Must not outlive its Database, which keeps it for the next use.
class Statement {
 public:
  // Binds all parameters, in order, and makes it ready to step. A value that cannot be bound (too
  // large) surfaces at the next Step.
  void Bind(const SqlRow& values);
  // One by one, after Clear; what is not bound is null. What is bound in place must stay until the
  // statement was stepped.
  void Clear();
  void BindInteger(int at, int64_t value);
  void BindReal(int at, double value);
  void BindTextInPlace(int at, std::string_view text);
  void BindBlobInPlace(int at, std::string_view bytes);
  // True: a row is there. False: the end; the statement is reset.
  Result<bool> Step();
  // Bind, step to the end, forget rows.
  Result<Done> Run(const SqlRow& values = {});

  // Of the row that Step reached. Precondition: 0 <= column < number of columns. A view holds until
  // the next Step.
  [[nodiscard]] std::string_view Text(int column) const;
  [[nodiscard]] int64_t Integer(int column) const;
  [[nodiscard]] double Real(int column) const;
  [[nodiscard]] bool IsNull(int column) const;
  [[nodiscard]] bool IsText(int column) const;
  [[nodiscard]] int columns() const;
  [[nodiscard]] std::string ColumnName(int column) const;

 private:
  friend class Database;
  struct GiveBack {
    KeptStatements* kept;
    void operator()(sqlite3_stmt* statement) const { kept->Keep(statement); }
  };
  Statement(sqlite3_stmt* statement, KeptStatements* kept, std::string file)
      : statement_(statement, GiveBack{kept}), file_(std::move(file)) {}

  std::unique_ptr<sqlite3_stmt, GiveBack> statement_;
  std::string file_;
};

class Database {
 public:
  enum class Mode {
    kRead,
    kReadStill,  // from a folder that cannot be written, while nobody writes there
    kWrite,
    kCreate,
  };

  static Result<Database> Open(const std::string& path, Mode mode);

  Result<Statement> Prepare(std::string_view sql);
  // One or several statements without parameters.
  Result<Done> Execute(const std::string& sql);
  // The first column of the first row, or nothing.
  Result<SqlValue> Ask(std::string_view sql, const SqlRow& values = {});

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  Database(sqlite3* database, std::string path)
      : database_(database), kept_(std::make_unique<KeptStatements>()), path_(std::move(path)) {}

  std::unique_ptr<sqlite3, Close> database_;
  std::unique_ptr<KeptStatements> kept_;  // goes before the database
  std::string path_;
};

// Rolls back what it began unless Commit was called and succeeded.
class Transaction {
 public:
  static Result<Transaction> Begin(Database& database);
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  Result<Done> Commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

}  // namespace crossfoot
