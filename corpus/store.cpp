// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/store.h"

#include <cerrno>
#include <cstring>
#include <ctime>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "corpus/decisions.h"
#include "corpus/schema.h"
#include "corpus/source_name.h"

namespace crossfoot {
namespace {

namespace fs = std::filesystem;

constexpr char kFindSource[] =
    "SELECT s.sha256, s.status, s.versions, t.bytes, t.modified, t.changed, t.inode "
    "FROM sources s LEFT JOIN source_stat t USING (source) WHERE s.source = ?";

// The groups of reports (corpus/across/) that a source belongs to, before it changes and after.
constexpr char kMarkStale[] =
    "INSERT OR IGNORE INTO stale_groups SELECT 'office:' || office FROM records WHERE source = ?1 "
    "AND office <> '' UNION SELECT 'kind:' || kind FROM records WHERE source = ?1 AND kind <> '' "
    "UNION SELECT 'report:' || source FROM records WHERE source = ?1 UNION SELECT 'bytes:' || "
    "sha256 FROM sources WHERE source = ?1 AND sha256 <> ''";
// The same of all sources of a database.
constexpr char kMarkAllStale[] =
    "INSERT OR IGNORE INTO main.stale_groups SELECT 'office:' || office FROM %.records WHERE "
    "office <> '' UNION SELECT 'kind:' || kind FROM %.records WHERE kind <> '' UNION SELECT "
    "'report:' || source FROM %.records UNION SELECT 'bytes:' || sha256 FROM %.sources WHERE "
    "sha256 <> ''";

std::string CorpusFile(const std::string& folder) { return folder + "/corpus.db"; }
std::string DecisionsFile(const std::string& folder) { return folder + "/decisions.db"; }

std::string InsertInto(const SchemaTable& table) {
  std::string sql = "INSERT INTO " + table.name + " VALUES (?";
  for (size_t i = 1; i < table.columns.size(); ++i) {
    sql += ", ?";
  }
  return sql + ")";
}

std::string MarkAllStale(std::string_view database) {
  std::string sql;
  for (const char c : std::string_view(kMarkAllStale)) {
    c == '%' ? sql.append(database) : sql.append(1, c);
  }
  return sql;
}

// Errors are said of the folder: what a person gave.
Result<std::unique_ptr<int>> Lock(const std::string& folder) {
  const std::string path = folder + "/lock";
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) {
    return Error{ErrorCode::kWriteFailed, std::strerror(errno), path};
  }
  if (flock(file, LOCK_EX | LOCK_NB) != 0) {
    close(file);
    return Error{ErrorCode::kStoreUnusable, "another run is writing to this store", folder};
  }
  return std::make_unique<int>(file);
}

Result<Database> OpenChecked(const Schema& schema, const std::string& file, bool write) {
  using Mode = Database::Mode;
  const bool still = access(fs::path(file).parent_path().c_str(), W_OK) != 0;
  CROSSFOOT_TRY(Database database, Database::Open(file, write   ? Mode::kCreate
                                                        : still ? Mode::kReadStill
                                                                : Mode::kRead));
  if (write) {
    CROSSFOOT_DO(database.Execute("PRAGMA synchronous = FULL"));
    CROSSFOOT_DO(BringUpToDate(schema, file, database));
    CROSSFOOT_DO(database.Execute("PRAGMA journal_mode = WAL"));
    // Pages that a batch of reports touches stay at hand, are written once, when it is committed,
    // and go to the database in larger heaps.
    CROSSFOOT_DO(database.Execute(
        "PRAGMA cache_size = -8000; PRAGMA cache_spill = 0; PRAGMA wal_autocheckpoint = 8000"));
    return database;
  }
  CROSSFOOT_TRY(const SqlValue id, database.Ask("PRAGMA application_id"));
  CROSSFOOT_TRY(const SqlValue version, database.Ask("PRAGMA user_version"));
  if (id != SqlValue(int64_t{schema.application_id})) {
    return Error{ErrorCode::kStoreUnusable, "is a database of something else", file};
  }
  if (version != SqlValue(int64_t{schema.version})) {
    const bool newer = std::get<int64_t>(version) > schema.version;
    return Error{ErrorCode::kStoreUnusable,
                 newer ? "was written by a newer crossfoot"
                       : "was written by an older crossfoot; `crossfoot run` brings it up to date",
                 file};
  }
  return database;
}

}  // namespace

void Store::Unlock::operator()(const int* lock) const {
  close(*lock);
  delete lock;  // NOLINT: given up by unique_ptr
}

std::vector<std::string> TablesOfSources() {
  std::vector<std::string> tables;
  for (const SchemaTable& table : CorpusSchema().tables) {
    if (!table.view && table.columns.front().name == "source") {
      tables.push_back(table.name);
    }
  }
  return tables;
}

Result<Store> Store::Open(const std::string& folder, Access access) {
  Store store;
  store.folder_ = folder;
  const bool write = access == Access::kWrite;
  std::error_code failed;
  if (write) {
    fs::create_directories(folder, failed);
    if (failed) {
      return Error{ErrorCode::kWriteFailed, failed.message(), folder};
    }
    CROSSFOOT_TRY(auto lock, Lock(folder));
    store.lock_.reset(lock.release());
  } else if (!fs::exists(CorpusFile(folder), failed)) {
    return Error{ErrorCode::kStoreUnusable,
                 "is no store: it has no corpus.db; `crossfoot run --store` makes one", folder};
  }
  CROSSFOOT_TRY(Database corpus, OpenChecked(CorpusSchema(), CorpusFile(folder), write));
  store.corpus_ = std::make_unique<Database>(std::move(corpus));
  if (write || fs::exists(DecisionsFile(folder), failed)) {
    CROSSFOOT_TRY(Database decisions, OpenChecked(DecisionsSchema(), DecisionsFile(folder), write));
    store.decisions_ = std::make_unique<Database>(std::move(decisions));
  }
  return store;
}

Result<Statement*> Store::Prepared(const std::string& sql) {
  const auto found = prepared_.find(sql);
  if (found != prepared_.end()) {
    return &found->second;
  }
  CROSSFOOT_TRY(Statement statement, corpus_->Prepare(sql));
  return &prepared_.emplace(sql, std::move(statement)).first->second;
}

Result<Done> Store::RunPrepared(const std::string& sql, const SqlRow& values) {
  CROSSFOOT_TRY(Statement * statement, Prepared(sql));
  return statement->Run(values);
}

Result<std::optional<KnownSource>> Store::Find(const std::string& name) {
  CROSSFOOT_TRY(Statement * statement, Prepared(kFindSource));
  statement->Bind({SourceKey(name)});
  CROSSFOOT_TRY(const bool found, statement->Step());
  if (!found) {
    return std::optional<KnownSource>();
  }
  KnownSource known;
  known.sha256 = statement->Text(0);
  known.failed = statement->Text(1) != "ok";
  known.versions = statement->Text(2);
  known.stat = {statement->Integer(3), statement->Integer(4), statement->Integer(5),
                statement->Integer(6)};
  // Read to the end, so that no read transaction stays open.
  CROSSFOOT_DO(statement->Step());
  return std::optional<KnownSource>(std::move(known));
}

Result<Done> Store::Begin() {
  transaction_.reset();  // where storing failed one may be left
  CROSSFOOT_TRY(Transaction transaction, Transaction::Begin(*corpus_));
  transaction_ = std::make_unique<Transaction>(std::move(transaction));
  return Done{};
}

Result<Done> Store::Remove(const std::string& name) { return Forget(SourceKey(name)); }

Result<bool> Store::AcrossIsStale() {
  CROSSFOOT_TRY(const SqlValue value, corpus_->Ask("SELECT grp FROM stale_groups LIMIT 1"));
  return value != SqlValue();
}

Result<Done> Store::Commit() {
  auto done = transaction_->Commit();
  transaction_.reset();
  return done;
}

Result<Done> Store::Forget(const std::string& key) {
  CROSSFOOT_TRY(Statement * known, Prepared("SELECT 1 FROM sources WHERE source = ?"));
  known->Bind({key});
  CROSSFOOT_TRY(const bool found, known->Step());
  if (!found) {
    return Done{};
  }
  CROSSFOOT_DO(known->Step());  // to the end: nothing is being read any more
  CROSSFOOT_DO(RunPrepared(kMarkStale, {key}));
  for (const std::string& table : TablesOfSources()) {
    CROSSFOOT_DO(RunPrepared("DELETE FROM " + table + " WHERE source = ?", {key}));
  }
  return Done{};
}

Result<Done> Store::PutRows(const std::string& key, const SourceResult& result) {
  const WorkReply& reply = result.reply;
  CROSSFOOT_DO(RunPrepared(crossfoot::InsertInto(*CorpusSchema().Find("sources")),
                           {key, result.name, reply.sha256, reply.bytes, reply.media_type,
                            reply.pages, std::string("ok"), result.versions}));
  const auto& tables = CorpusSchema().tables;
  RowPackReader rows(reply.rows);
  // Rows come from a process that has read hostile input: only a report's own tables are theirs.
  const Error nonsense{ErrorCode::kWorkerCrashed, "the worker's answer makes no sense"};
  while (rows.Next()) {
    const auto at = static_cast<size_t>(rows.table());
    if (rows.table() < 0 || at >= tables.size() || tables[at].view ||
        tables[at].columns.front().name != "source" ||
        rows.values() + 1 != static_cast<int64_t>(tables[at].columns.size())) {
      return nonsense;
    }
    CROSSFOOT_TRY(Statement * insert, InsertInto(at));
    insert->Clear();
    insert->BindTextInPlace(1, key);
    for (int i = 0; i < static_cast<int>(rows.values()); ++i) {
      if (!rows.BindTo(insert, i + 2)) {
        insert->Clear();
        return nonsense;
      }
    }
    CROSSFOOT_DO(insert->Step());
  }
  return rows.good() ? Result<Done>(Done{}) : Result<Done>(nonsense);
}

Result<Statement*> Store::InsertInto(size_t table) {
  const auto& tables = CorpusSchema().tables;
  inserts_.resize(tables.size());
  if (inserts_[table] == nullptr) {
    CROSSFOOT_TRY(inserts_[table], Prepared(crossfoot::InsertInto(tables[table])));
  }
  return inserts_[table];
}

Result<Done> Store::PutFailure(const std::string& key, const SourceResult& result,
                               const Error& error) {
  const WorkReply& reply = result.reply;
  CROSSFOOT_DO(RunPrepared(crossfoot::InsertInto(*CorpusSchema().Find("sources")),
                           {key, result.name, reply.sha256, reply.bytes, std::string(), int64_t{0},
                            std::string("failed"), result.versions}));
  return RunPrepared(crossfoot::InsertInto(*CorpusSchema().Find("failures")),
                     {key, std::string(ErrorName(error.code)), error.message,
                      error.page > 0 ? SqlValue(int64_t{error.page}) : SqlValue(), error.object,
                      int64_t{result.attempts}});
}

Result<Done> Store::Put(const SourceResult& result) {
  const std::string key = SourceKey(result.name);
  if (result.reply.kind == WorkReply::Kind::kSame) {
    CROSSFOOT_DO(RunPrepared("DELETE FROM source_stat WHERE source = ?", {key}));
  } else {
    CROSSFOOT_DO(Forget(key));
    if (result.reply.error) {
      CROSSFOOT_DO(PutFailure(key, result, *result.reply.error));
    } else {
      CROSSFOOT_DO(RunPrepared("SAVEPOINT report", {}));
      if (auto put = PutRows(key, result); !put) {
        if (put.error().code == ErrorCode::kWriteFailed) {
          return put;
        }
        CROSSFOOT_DO(RunPrepared("ROLLBACK TO report", {}));
        CROSSFOOT_DO(PutFailure(key, result, {ErrorCode::kWorkerCrashed, put.error().message}));
      }
      CROSSFOOT_DO(RunPrepared("RELEASE report", {}));
      CROSSFOOT_DO(RunPrepared(kMarkStale, {key}));
    }
  }
  return RunPrepared(
      crossfoot::InsertInto(*CorpusSchema().Find("source_stat")),
      {key, result.stat.bytes, result.stat.modified, result.stat.changed, result.stat.inode});
}

Result<int64_t> Store::BeginRun(const std::string& versions) {
  CROSSFOOT_DO(RunPrepared(
      "INSERT INTO runs SELECT coalesce(max(n), 0) + 1, ?, NULL, ?, 0, 0, 0, 0 FROM runs",
      {static_cast<int64_t>(std::time(nullptr)), versions}));
  CROSSFOOT_TRY(const SqlValue run, corpus_->Ask("SELECT max(n) FROM runs"));
  return std::get<int64_t>(run);
}

Result<Done> Store::EndRun(int64_t run, int64_t asked, int64_t unchanged, int64_t read,
                           int64_t failed) {
  return RunPrepared(
      "UPDATE runs SET ended = ?, asked = ?, unchanged = ?, read = ?, failed = ? WHERE n = ?",
      {static_cast<int64_t>(std::time(nullptr)), asked, unchanged, read, failed, run});
}

Result<Done> Store::Merge(const std::string& other_folder) {
  {
    // Refuses what is no store, or of another version, before anything is written.
    CROSSFOOT_TRY(const Store other, Open(other_folder, Access::kRead));
  }
  CROSSFOOT_DO(RunPrepared("ATTACH ? AS other", {CorpusFile(other_folder)}));
  const auto merged = [&]() -> Result<Done> {
    CROSSFOOT_TRY(Transaction transaction, Transaction::Begin(*corpus_));
    CROSSFOOT_DO(corpus_->Execute(MarkAllStale("main")));
    for (const std::string& table : TablesOfSources()) {
      CROSSFOOT_DO(corpus_->Execute("DELETE FROM main." + table +
                                    " WHERE source IN (SELECT source FROM other.sources)"));
      CROSSFOOT_DO(corpus_->Execute("INSERT INTO main." + table + " SELECT * FROM other." + table));
    }
    CROSSFOOT_DO(corpus_->Execute(MarkAllStale("other")));
    return transaction.Commit();
  }();
  CROSSFOOT_DO(corpus_->Execute("DETACH other"));
  CROSSFOOT_DO(merged);
  std::error_code failed;
  if (!fs::exists(DecisionsFile(other_folder), failed)) {
    return Done{};
  }
  return TakeOverDecisions(DecisionsFile(other_folder), *decisions_);
}

}  // namespace crossfoot
