// SPDX-License-Identifier: GPL-3.0-or-later
//
// A store: a folder with corpus.db (what the machine found; may be rebuilt) and decisions.db (what
// people decided; may not be lost). schema/*.sql say what is in them, docs/store.md shows it.
//
// A report goes in whole or not at all; what was committed survives the end of the process and of
// the power (SQLite's write-ahead log, synced at each commit). One process writes, held by a lock
// on the folder that ends with the process; any number read meanwhile.
//
// Tested by tests/corpus/store_test.cpp.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "corpus/sqlite.h"
#include "corpus/wire.h"

namespace crossfoot {

// What the file system says of a file; equal means unchanged.
struct FileStat {
  int64_t bytes = 0;
  int64_t modified =
      0;                // nanoseconds since 1970; -1: changed so lately that a further change would
  int64_t changed = 0;  // not show, so equal to nothing
  int64_t inode = 0;
  friend bool operator==(const FileStat&, const FileStat&) = default;
};

// What a store knows of a source.
struct KnownSource {
  std::string sha256;
  bool failed = false;
  std::string versions;
  FileStat stat;
};

// The outcome for one source, to be stored.
struct SourceResult {
  std::string name;
  FileStat stat;
  std::string versions;
  WorkReply reply;  // kRows, kSame or kFailed
  int attempts = 1;
};

class Store {
 public:
  enum class Access {
    kRead,
    kWrite,  // made where it is not there; takes the lock
  };

  // Errors (kStoreUnusable, kWriteFailed) name the file: not there, locked by another run, of a
  // newer version, damaged, read-only.
  static Result<Store> Open(const std::string& folder, Access access);

  Result<std::optional<KnownSource>> Find(const std::string& name);

  // Reports go in between Begin and Commit; each whole or, when its rows contradict the schema, as
  // a failure. After an error nothing since Begin is stored.
  Result<Done> Begin();
  Result<Done> Put(const SourceResult& result);
  // Forgets a source that is none any more; nothing where it is not there.
  Result<Done> Remove(const std::string& name);
  Result<Done> Commit();
  // Reports have changed since reports were last compared with one another.
  Result<bool> AcrossIsStale();

  // The number of a run in `runs`; the second call closes it.
  Result<int64_t> BeginRun(const std::string& versions);
  Result<Done> EndRun(int64_t run, int64_t asked, int64_t unchanged, int64_t read, int64_t failed);

  // Takes over all sources, and decisions, of another store; of a source in both, the other's rows
  // count. In one transaction.
  Result<Done> Merge(const std::string& other_folder);

  [[nodiscard]] Database& corpus() { return *corpus_; }
  // Errors as Open's. Made on first use where the store is open for writing.
  [[nodiscard]] Database& decisions() { return *decisions_; }
  [[nodiscard]] const std::string& folder() const { return folder_; }

 private:
  struct Unlock {
    void operator()(const int* lock) const;
  };
  Store() = default;
  Result<Done> Forget(const std::string& key);
  Result<Statement*> InsertInto(size_t table);
  Result<Done> PutRows(const std::string& key, const SourceResult& result);
  Result<Done> PutFailure(const std::string& key, const SourceResult& result, const Error& error);
  // The statement for that SQL, prepared once.
  Result<Statement*> Prepared(const std::string& sql);
  Result<Done> RunPrepared(const std::string& sql, const SqlRow& values);

  std::string folder_;
  std::unique_ptr<int, Unlock> lock_;
  std::unique_ptr<Database> corpus_;
  std::unique_ptr<Database> decisions_;
  std::map<std::string, Statement, std::less<>>
      prepared_;                     // before the database it belongs to goes
  std::vector<Statement*> inserts_;  // by table of the schema; into prepared_
  std::unique_ptr<Transaction> transaction_;
};

// The tables that hold a source's own rows: all of the corpus schema with a column `source` first.
std::vector<std::string> TablesOfSources();

}  // namespace crossfoot
