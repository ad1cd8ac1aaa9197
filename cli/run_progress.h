// SPDX-License-Identifier: GPL-3.0-or-later
//
// How far a run is: one line that renews itself on a terminal (bar, rate, time left), a plain line
// now and then elsewhere, both on standard error; and events for programs, one JSON object a line,
// on standard output (docs/schema/event.schema.json).
//
// Tested by tests/cli/run_test.py.
#pragma once

#include <chrono>
#include <string>

#include "cli/command_line.h"
#include "corpus/run.h"
#include "corpus/store_summary.h"

namespace crossfoot {

class RunProgressPrinter final : public RunObserver {
 public:
  RunProgressPrinter(const RunCommandOptions& options, size_t inputs);

  void OnStep(const RunStep& step, const RunProgress& progress) override;
  // The end: the bar goes, a summary stays (on standard output, as text or as the last event).
  void Finish(const RunProgress& progress, const StoreSummary& summary);

 private:
  void Draw(const RunProgress& progress, bool last);
  [[nodiscard]] std::string_view Say(std::string_view zh, std::string_view en) const;

  const RunCommandOptions& options_;
  int64_t inputs_;
  bool terminal_;
  std::chrono::steady_clock::time_point drawn_;
};

}  // namespace crossfoot
