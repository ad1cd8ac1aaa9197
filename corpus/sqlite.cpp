// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/sqlite.h"

#include <memory>
#include <optional>

#include <sqlite3.h>

#include "corpus/deflated.h"
#include "model/json/packed_record.h"

namespace crossfoot {
namespace {

Error ErrorOf(sqlite3* database, const std::string& file) {
  const int code = sqlite3_errcode(database) & 0xFF;
  const bool disk = code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_READONLY;
  return Error{disk ? ErrorCode::kWriteFailed : ErrorCode::kStoreUnusable, sqlite3_errmsg(database),
               file};
}

// A write-ahead log wants its folder writable even for reading, unless the file is said not to
// change.
std::string StillUri(const std::string& path) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      uri += {'%', kHex[c >> 4], kHex[c & 15]};
    } else {
      uri.push_back(c);
    }
  }
  return uri + "?immutable=1";
}

std::string_view TextOf(sqlite3_value* value) {
  const auto* data = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return data == nullptr ? std::string_view()
                         : std::string_view(data, static_cast<size_t>(sqlite3_value_bytes(value)));
}

// packed_part(json, part) in SQL: of a record as stores of version 1 and 2 kept it, that part as
// version 3 keeps it; null where the record is damaged.
void PackValue(sqlite3_context* context, int /*count*/, sqlite3_value** values) {
  constexpr size_t kMost = size_t{1} << 30;  // SQLite's own limit of a value
  const auto* data = static_cast<const char*>(sqlite3_value_blob(values[0]));
  const std::string_view bytes(data == nullptr ? "" : data,
                               static_cast<size_t>(sqlite3_value_bytes(values[0])));
  // Version 1 kept text, version 2 deflated it.
  const auto json =
      bytes.substr(0, 1) == "{" ? std::optional(std::string(bytes)) : Inflated(bytes, kMost);
  auto packed =
      json ? PackRecordJson(*json) : Result<PackedRecord>(Error{ErrorCode::kBrokenMarkup});
  const auto part = PackedPart(TextOf(values[1]));
  if (packed && part != nullptr) {
    const std::string& text = (*packed).*part;
    sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
}

// whole_record(part, json) in SQL, over the packed rows of one report: its record's JSON. Null
// where there are none.
struct Gathered {
  PackedRecord* packed = nullptr;
};

void GatherPart(sqlite3_context* context, int /*count*/, sqlite3_value** values) {
  auto* gathered = static_cast<Gathered*>(sqlite3_aggregate_context(context, sizeof(Gathered)));
  if (gathered == nullptr) {
    return;
  }
  if (gathered->packed == nullptr) {
    gathered->packed = std::make_unique<PackedRecord>().release();
  }
  if (const auto part = PackedPart(TextOf(values[0]))) {
    gathered->packed->*part = TextOf(values[1]);
  }
}

void JoinParts(sqlite3_context* context) {
  auto* gathered = static_cast<Gathered*>(sqlite3_aggregate_context(context, 0));
  if (gathered == nullptr || gathered->packed == nullptr) {
    return;
  }
  const std::unique_ptr<PackedRecord> packed(gathered->packed);
  if (const auto json = UnpackRecord(*packed)) {
    sqlite3_result_text64(context, json->data(), json->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  } else {
    sqlite3_result_error(context, "a record in the store is damaged", -1);
  }
}

}  // namespace

KeptStatements::~KeptStatements() {
  for (const auto& [sql, statement] : kept_) {
    sqlite3_finalize(statement);
  }
}

sqlite3_stmt* KeptStatements::Take(std::string_view sql) {
  const auto found = kept_.find(sql);
  if (found == kept_.end()) {
    return nullptr;
  }
  sqlite3_stmt* statement = found->second;
  kept_.erase(found);
  return statement;
}

void KeptStatements::Keep(sqlite3_stmt* statement) {
  constexpr size_t kMost = 100;
  if (kept_.size() >= kMost) {
    sqlite3_finalize(statement);
    return;
  }
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  kept_.emplace(sqlite3_sql(statement), statement);
}

void Database::Close::operator()(sqlite3* database) const { sqlite3_close_v2(database); }

void Statement::Clear() {
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}
void Statement::BindInteger(int at, int64_t value) {
  sqlite3_bind_int64(statement_.get(), at, value);
}
void Statement::BindReal(int at, double value) { sqlite3_bind_double(statement_.get(), at, value); }
void Statement::BindTextInPlace(int at, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), at, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}
void Statement::BindBlobInPlace(int at, std::string_view bytes) {
  sqlite3_bind_blob64(statement_.get(), at, bytes.data(), bytes.size(), SQLITE_STATIC);
}

void Statement::Bind(const SqlRow& values) {
  sqlite3_stmt* statement = statement_.get();
  Clear();
  int at = 0;
  for (const SqlValue& value : values) {
    ++at;
    if (const auto* number = std::get_if<int64_t>(&value)) {
      sqlite3_bind_int64(statement, at, *number);
    } else if (const auto* real = std::get_if<double>(&value)) {
      sqlite3_bind_double(statement, at, *real);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      sqlite3_bind_text64(statement, at, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } else if (const auto* blob = std::get_if<SqlBlob>(&value)) {
      sqlite3_bind_blob64(statement, at, blob->bytes.data(), blob->bytes.size(), SQLITE_TRANSIENT);
    }
  }
}

Result<bool> Statement::Step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) {
    return true;
  }
  if (code == SQLITE_DONE) {
    sqlite3_reset(statement_.get());
    return false;
  }
  Error error = ErrorOf(sqlite3_db_handle(statement_.get()), file_);
  sqlite3_reset(statement_.get());
  return error;
}

Result<Done> Statement::Run(const SqlRow& values) {
  Bind(values);
  for (;;) {
    CROSSFOOT_TRY(const bool more, Step());
    if (!more) {
      return Done{};
    }
  }
}

std::string_view Statement::Text(int column) const {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return text == nullptr
             ? std::string_view()
             : std::string_view(
                   text, static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column)));
}
int64_t Statement::Integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}
double Statement::Real(int column) const { return sqlite3_column_double(statement_.get(), column); }
bool Statement::IsNull(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}
bool Statement::IsText(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_TEXT;
}
int Statement::columns() const { return sqlite3_column_count(statement_.get()); }
std::string Statement::ColumnName(int column) const {
  return sqlite3_column_name(statement_.get(), column);
}

Result<Database> Database::Open(const std::string& path, Mode mode) {
  sqlite3* handle = nullptr;
  // Counting its memory costs a lock at each allocation. Later calls change nothing.
  static const int kSettled = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  (void)kSettled;
  const bool read = mode == Mode::kRead || mode == Mode::kReadStill;
  int flags = read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (mode == Mode::kCreate) {
    flags |= SQLITE_OPEN_CREATE;
  }
  std::string name = path;
  if (mode == Mode::kReadStill) {
    flags |= SQLITE_OPEN_URI;
    name = StillUri(path);
  }
  const int code = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(handle, path);
  if (code != SQLITE_OK) {
    return Error{ErrorCode::kStoreUnusable,
                 handle == nullptr ? "no memory to open it" : sqlite3_errmsg(handle), path};
  }
  sqlite3_busy_timeout(handle, 10'000);
  // A store may come from elsewhere: its views may read JSON, which this version of SQLite lets a
  // trusted schema only; what this program adds is for its own statements (DIRECTONLY).
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  sqlite3_create_function_v2(handle, "packed_part", 2, kFlags, nullptr, PackValue, nullptr, nullptr,
                             nullptr);
  sqlite3_create_function_v2(handle, "whole_record", 2, kFlags, nullptr, nullptr, GatherPart,
                             JoinParts, nullptr);
  return database;
}

Result<Statement> Database::Prepare(std::string_view sql) {
  sqlite3_stmt* statement = kept_->Take(sql);
  if (statement != nullptr) {
    return Statement(statement, kept_.get(), path_);
  }
  if (sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                         SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
    return ErrorOf(database_.get(), path_);
  }
  return Statement(statement, kept_.get(), path_);
}

Result<Done> Database::Execute(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
    return ErrorOf(database_.get(), path_);
  }
  return Done{};
}

Result<SqlValue> Database::Ask(std::string_view sql, const SqlRow& values) {
  CROSSFOOT_TRY(Statement statement, Prepare(sql));
  statement.Bind(values);
  CROSSFOOT_TRY(const bool found, statement.Step());
  if (!found || statement.IsNull(0)) {
    return SqlValue();
  }
  if (statement.IsText(0)) {
    return SqlValue(std::string(statement.Text(0)));
  }
  return SqlValue(statement.Integer(0));
}

Result<Transaction> Transaction::Begin(Database& database) {
  CROSSFOOT_DO(database.Execute("BEGIN IMMEDIATE"));
  return Transaction(database);
}

Transaction::~Transaction() {
  if (database_ != nullptr) {
    // When the disk is full SQLite has already rolled back by itself; a second error says nothing.
    (void)database_->Execute("ROLLBACK");
  }
}

Result<Done> Transaction::Commit() {
  auto done = database_->Execute("COMMIT");
  if (done) {
    database_ = nullptr;
  }
  return done;
}

}  // namespace crossfoot
