// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <thread>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/error_print.h"
#include "cli/knowledge.h"
#include "cli/reading.h"
#include "cli/run_progress.h"
#include "corpus/input_list.h"
#include "corpus/run.h"
#include "corpus/worker.h"
#include "review/mark_worker.h"

namespace crossfoot {
namespace {

int CoresOf(int asked) {
  const auto cores = static_cast<int>(std::thread::hardware_concurrency());
  return asked > 0 ? asked : (cores > 0 ? cores : 1);
}

// Each of so many workers has its part of the cores for the pages it reads from pictures.
ReadingOptions ReadingAmong(ReadingOptions reading, int workers) {
  if (reading.threads == 0) {
    reading.threads = std::max(1, CoresOf(0) / workers);
  }
  return reading;
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
  std::vector<std::string> arguments = ArgumentsFor(options.knowledge);
  for (std::string& argument : ArgumentsFor(ReadingAmong(options.reading, run.workers))) {
    arguments.push_back(std::move(argument));
  }
  run.launch = WorkerPool::OfThisProgram(run.limits, std::move(arguments));
  run.knowledge = knowledge->fingerprint;
  if (const std::string reading = ReadingText(options.reading); !reading.empty()) {
    run.knowledge += (run.knowledge.empty() ? "" : ", ") + reading;
  }
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
  ReportRun report{ExtractionFor(options.reading), knowledge->lexicon, knowledge->rules};
  if (!options.reading.models.empty()) {
    limits.readable.push_back(options.reading.models);
  }
  report.extract.office = StartOfficeBroker();
  const Work work = MarkOr(ReadForStoreWith(report));
  return ServeWork(kSocket, limits, work) == 0 ? ExitStatus::kClean : ExitStatus::kUsage;
}

}  // namespace crossfoot
