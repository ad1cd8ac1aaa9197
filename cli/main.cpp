// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <exception>

#include "cli/command_line.h"
#include "cli/commands.h"

namespace {

struct RunCommand {
  crossfoot::ExitStatus operator()(const crossfoot::CheckOptions& options) const {
    return crossfoot::RunCheck(options);
  }
  crossfoot::ExitStatus operator()(const crossfoot::RecordOptions& options) const {
    return crossfoot::RunRecord(options);
  }
  crossfoot::ExitStatus operator()(const crossfoot::ExtractCommandOptions& options) const {
    return crossfoot::RunExtract(options);
  }
  crossfoot::ExitStatus operator()(const crossfoot::RunCommandOptions& options) const {
    return crossfoot::RunRun(options);
  }
  crossfoot::ExitStatus operator()(const crossfoot::MergeOptions& options) const {
    return crossfoot::RunMerge(options);
  }
  crossfoot::ExitStatus operator()(const crossfoot::ExportOptions& options) const {
    return crossfoot::RunExport(options);
  }
  crossfoot::ExitStatus operator()(const crossfoot::WorkerCommandOptions& options) const {
    return crossfoot::RunWorker(options);
  }
  crossfoot::ExitStatus operator()(const crossfoot::ReportOptions& options) const {
    return crossfoot::RunReportPages(options);
  }
  crossfoot::ExitStatus operator()(const crossfoot::ReviewCommandOptions& options) const {
    return crossfoot::RunReview(options);
  }
  crossfoot::ExitStatus operator()(const crossfoot::DecisionsOptions& options) const {
    return crossfoot::RunDecisions(options);
  }
  crossfoot::ExitStatus operator()(const crossfoot::RulesOptions& options) const {
    return crossfoot::RunRules(options);
  }
};

}  // namespace

int main(int argc, char** argv) {
  try {
    const auto parsed = crossfoot::ParseCommandLine(argc, argv);
    if (const auto* status = std::get_if<crossfoot::ExitStatus>(&parsed)) {
      return static_cast<int>(*status);
    }
    return static_cast<int>(std::visit(RunCommand(), std::get<crossfoot::Command>(parsed)));
  } catch (const std::exception& unexpected) {
    // Layers let no exception out: what arrives here is a bug of ours, or memory that ran out.
    std::fprintf(stderr, "crossfoot: a bug of ours, please report it: %s\n", unexpected.what());
    return static_cast<int>(crossfoot::ExitStatus::kBug);
  }
}
