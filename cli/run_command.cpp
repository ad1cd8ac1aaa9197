// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <thread>

#include "cli/commands.h"
#include "cli/error_print.h"
#include "cli/knowledge.h"
#include "cli/run_progress.h"
#include "corpus/input_list.h"
#include "corpus/run.h"
#include "corpus/worker.h"
#include "review/mark_worker.h"

namespace crossfoot {
namespace {

ExitStatus StoreFailed(const Error& error) {
  PrintError(error);
  return ExitStatus::kStoreFailed;
}

int CoresOf(int asked) {
  const auto cores = static_cast<int>(std::thread::hardware_concurrency());
  return asked > 0 ? asked : (cores > 0 ? cores : 1);
}

}  // namespace

ExitStatus RunRun(const RunCommandOptions& options) {
  const auto knowledge = ReadKnowledge(options.knowledge);
  if (!knowledge) {
    PrintError(knowledge.error());
    return ExitStatus::kUsage;
  }
  auto store = Store::Open(options.store, Store::Access::kWrite);
  if (!store) {
    return StoreFailed(store.error());
  }
  RunOptions run;
  run.inputs = ListInputs(options.paths, stdin);
  run.workers = CoresOf(options.workers);
  run.shard = options.shard;
  run.shards = options.shards;
  run.retry_failed = options.retry_failed;
  run.again = options.again;
  run.limits.memory_bytes = int64_t{options.memory_mib} << 20;
  run.limits.seconds = options.timeout_seconds;
  // All its threads together may use more than the clock shows, on several cores.
  run.limits.cpu_seconds = options.timeout_seconds * CoresOf(0);
  run.launch = WorkerPool::OfThisProgram(run.limits, ArgumentsFor(options.knowledge));
  run.knowledge = knowledge->fingerprint;
  RunProgressPrinter printer(options, run.inputs.size());
  const auto progress = RunCorpus(run, *store, printer);
  if (!progress) {
    return StoreFailed(progress.error());
  }
  const auto summary = Summarize(store->corpus());
  if (!summary) {
    return StoreFailed(summary.error());
  }
  printer.Finish(*progress, *summary);
  return progress->failed > 0 ? ExitStatus::kUnreadable : ExitStatus::kClean;
}

ExitStatus RunWorker(const WorkerCommandOptions& options) {
  constexpr int kSocket = 3;  // where WorkerPool::OfThisProgram puts it
  WorkerLimits limits;
  limits.memory_bytes = options.memory_bytes;
  limits.cpu_seconds = options.cpu_seconds;
  const auto knowledge = ReadKnowledge(options.knowledge);
  if (!knowledge) {
    return ExitStatus::kUsage;
  }
  // LibreOffice's broker is started while starting programs is still allowed.
  ReportRun report{{}, knowledge->lexicon, knowledge->rules};
  report.extract.office = StartOfficeBroker();
  const Work work = MarkOr(ReadForStoreWith(report));
  return ServeWork(kSocket, limits, work) == 0 ? ExitStatus::kClean : ExitStatus::kUsage;
}

}  // namespace crossfoot
