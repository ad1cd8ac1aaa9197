// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unistd.h>

#include "corpus/run.h"
#include "corpus/store.h"
#include "corpus/worker.h"
#include "temporary_folder.h"

namespace crossfoot {

struct RecordedSteps final : public RunObserver {
  void OnStep(const RunStep& step, const RunProgress& /*progress*/) override {
    steps.push_back(step);
  }
  std::vector<RunStep> steps;
};

// Runs over files with workers that do `work`; what was observed.
inline std::vector<RunStep> RunOver(Store& store, const std::vector<std::string>& inputs,
                                    const Work& work = ReadForStore, WorkerLimits limits = {}) {
  RunOptions options;
  options.inputs = inputs;
  options.workers = 2;
  options.limits = limits;
  options.launch = [work, limits](int socket) { _exit(ServeWork(socket, limits, work)); };
  RecordedSteps observer;
  const auto done = RunCorpus(options, store, observer);
  EXPECT_TRUE(done) << (done ? "" : done.error().ToString());
  return observer.steps;
}

inline Store WritableStore(const TemporaryFolder& folder, const std::string& name = "store") {
  auto store = Store::Open(folder.At(name), Store::Access::kWrite);
  EXPECT_TRUE(store) << (store ? "" : store.error().ToString());
  return std::move(store).value();
}

// All values of a query, a line a row.
inline std::string Answer(Store& store, const std::string& sql) {
  auto rows = store.corpus().Prepare(sql);
  EXPECT_TRUE(rows) << (rows ? "" : rows.error().ToString());
  std::string out;
  while (*rows->Step()) {
    for (int i = 0; i < rows->columns(); ++i) {
      out += (i > 0 ? " " : "") + std::string(rows->Text(i));
    }
    out += "\n";
  }
  return out;
}

}  // namespace crossfoot
