// SPDX-License-Identifier: GPL-3.0-or-later
//
// Many reports into a store (crossfoot run): only what is new or changed is read, by worker
// processes, and each result is stored as it comes; so a run may be ended at any moment and started
// again.
//
// METHOD     list the inputs; leave out what the file system and the store say is unchanged; give
// the
//            rest to workers, which compare the bytes' hash before they read; store; try once more,
//            alone, what broke a worker; then look across reports.
// GUARANTEES the store's result depends on the reports alone, never on their order, the number of
//            workers, or how often a run was ended. A report that cannot be opened now and was read
//            before keeps its record.
//
// Tested by tests/corpus/run_test.cpp and tests/cli/run_test.py.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/store.h"
#include "corpus/worker_pool.h"

namespace crossfoot {

struct RunOptions {
  std::vector<std::string> inputs;  // as ListInputs gives them
  int workers = 1;
  int shard = 1;              // only sources that fall to this shard …
  int shards = 1;             // … of so many
  bool retry_failed = false;  // read failed reports again though nothing changed
  bool again = false;         // read every report again
  // Tells a user's rule packs, lexicon and way of reading pictures from others, and goes into the
  // versions: reports that were read with others are read again. Empty: what ships.
  std::string knowledge;
  WorkerLimits limits;
  WorkerPool::Launch launch;  // WorkerPool::OfThisProgram(limits)
};

// What became of one source.
struct RunStep {
  enum class Outcome { kUnchanged, kRead, kFailed };
  std::string name;
  Outcome outcome = Outcome::kRead;
  std::string error_code;  // for kFailed
  std::string message;
};

struct RunProgress {
  int64_t known = 0;  // sources found so far; archives are found out as the run goes
  int64_t unchanged = 0;
  int64_t read = 0;
  int64_t failed = 0;  // without a record, unchanged ones included
  double seconds = 0;
  std::string confinement;  // of the workers; empty where none was needed

  [[nodiscard]] int64_t done() const { return unchanged + read + failed; }
};

class RunObserver {
 public:
  virtual ~RunObserver() = default;
  // After the step's result is safely stored.
  virtual void OnStep(const RunStep& step, const RunProgress& progress) = 0;
};

// Errors end the run: the store cannot be written, or no worker can be started. What was stored
// stays.
Result<RunProgress> RunCorpus(const RunOptions& options, Store& store, RunObserver& observer);

// The versions that reports are read with now.
std::string CurrentVersions();

}  // namespace crossfoot
